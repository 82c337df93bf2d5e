/** A form answer after earlier ones: 重複, corrections, and guesses. */
import { registrant } from './people';
import { answer, earlier, HOUR, judge, NOW } from './form-answers';

describe('a form answer after earlier ones (product.md, The form and identity; details.md)', () => {
  test('the same number and address within 24 hours is 重複, later it is a new wish', () => {
    expect(judge({ earlier: [earlier()] })).toMatchObject({
      result: '重複',
      state: '重複',
      send: false,
      notes: [],
    });
    expect(judge({ earlier: [earlier({ receivedAt: NOW - 24 * HOUR + 1 })] }).result).toBe('重複');
    expect(judge({ earlier: [earlier({ receivedAt: NOW - 24 * HOUR })] }).send).toBe(true);
    expect(judge({ earlier: [earlier({ mail: 'other@example.jp' })] }).send).toBe(true);
  });

  test('the response itself and answers from before the start are no duplicates', () => {
    expect(judge({ earlier: [earlier({ responseId: 'r-2' })] }).send).toBe(true);
    expect(judge({ earlier: [earlier({ state: '開始前', result: '開始前' })] }).send).toBe(true);
  });

  test('a 重複 that puts an answer right which still waits says so', () => {
    const waiting = earlier({ result: '氏名不一致', state: '要確認' });
    expect(judge({ earlier: [waiting] })).toMatchObject({
      result: '重複',
      send: false,
      notes: ['CORRECTS_EARLIER'],
    });
    expect(judge({ earlier: [waiting], answer: answer({ name: '高橋 二郎' }) }).notes).toEqual([]);
  });

  test('after three wrong birth dates for a number a right one goes to a person', () => {
    const guesses = [1, 2, 3].map((n) =>
      earlier({ responseId: `g-${n}`, mail: `${n}@example.jp`, result: '生年月日不一致', state: '要確認' }),
    );
    expect(judge({ earlier: guesses.slice(0, 2) }).send).toBe(true);
    expect(judge({ earlier: guesses })).toMatchObject({
      result: '生年月日不一致',
      state: '要確認',
      send: false,
      notes: ['MANY_WRONG_BIRTH_DATES'],
    });
  });

  test('more earlier answers than can be looked at are for a person: guesses may hide behind them', () => {
    expect(judge({ moreEarlier: true })).toMatchObject({
      send: false,
      state: '要確認',
      notes: ['MANY_ANSWERS'],
    });
  });

  test('an answer whose row was deleted after a mail about it was made is for a person, and nobody is told again', () => {
    const onFile = registrant({ mail: 'mae@example.jp' });
    expect(judge({ told: 'made' })).toMatchObject({
      ...{ send: false, noticeToOld: false, result: '照合項目不足', state: '要確認' },
      notes: ['ROW_WAS_GONE', 'MAIL_WAS_MADE'],
    });
    expect(judge({ told: 'made', registrants: [onFile] })).toMatchObject({
      ...{ send: false, noticeToOld: false, result: '別のアドレス登録済', state: '要確認' },
    });
  });

  test('one whose row was deleted after its password was sent is 送付済 again', () => {
    expect(judge({ told: 'sent' })).toMatchObject({
      ...{ send: false, noticeToOld: false, result: '一致', state: '送付済', notes: ['ROW_WAS_GONE'] },
    });
  });
});
