/** Who a form answer is from: 登録番号, 氏名, 生年月日 and 照合項目 against the ledger, and who may have a password at all. */
import { answer, judge } from './form-answers';
import { registrant } from './people';

describe('who a form answer is from (product.md, The form and identity; details.md)', () => {
  test.each(['第００１２３号', 'No.123', '00123', ' １２３ '])('the number may be typed as %s', (number) => {
    expect(judge({ answer: answer({ number }) }).result).toBe('一致');
  });

  test('a birth date in 和暦 is the same day', () => {
    expect(judge({ answer: answer({ birthDate: '昭和38年4月1日' }) }).send).toBe(true);
  });

  test('a number nobody has is 番号なし', () => {
    expect(judge({ registrants: [] })).toMatchObject({ result: '番号なし', state: '要確認', send: false });
    expect(
      judge({ answer: answer({ number: '第号' }), registrants: [registrant({ number: '' })] }).result,
    ).toBe('番号なし');
  });

  test('of numbers that differ by zeros the one typed exactly is meant, else nobody', () => {
    const registrants = [
      registrant(),
      registrant({ number: '123', name: '別　人', birthDate: '1970-01-01' }),
    ];
    expect(judge({ answer: answer({ number: '00123' }), registrants })).toMatchObject({
      result: '一致',
      registrant: { number: '00123' },
    });
    expect(judge({ answer: answer({ number: '123' }), registrants }).result).toBe('氏名不一致');
    expect(judge({ answer: answer({ number: '0123' }), registrants })).toMatchObject({
      result: '番号なし',
      notes: ['NUMBER_TWICE'],
    });
  });

  test.each([
    { state: '登録抹消' },
    { state: '取消' },
    { state: '逝去' },
    { stateReason: '死亡' },
    { mypage: '停止' },
  ])('%j is 登録抹消・停止', (changes) => {
    expect(judge({ registrants: [registrant(changes)] })).toMatchObject({
      result: '登録抹消・停止',
      send: false,
      noticeToOld: false,
    });
  });

  test('a lapsed or suspended person may still have the password', () => {
    expect(judge({ registrants: [registrant({ state: '失効' })] }).send).toBe(true);
    expect(judge({ registrants: [registrant({ state: '休止' })] }).send).toBe(true);
  });

  test('another name is 氏名不一致, and nobody is told', () => {
    const judged = judge({
      answer: answer({ name: '高橋 二郎' }),
      registrants: [registrant({ mail: 'old@example.jp' })],
    });
    expect(judged).toMatchObject({ result: '氏名不一致', state: '要確認', send: false, noticeToOld: false });
  });

  test('another birth date is 生年月日不一致, whatever the 照合項目', () => {
    const wrong = answer({ birthDate: '1963-04-02', phone: '03-0000-7011' });
    expect(judge({ answer: wrong }).result).toBe('生年月日不一致');
    const settings = { item: '電話番号' as const, sharedMailboxes: [], firstBirthDateCheck: false };
    expect(judge({ answer: wrong, settings }).result).toBe('生年月日不一致');
  });

  test('a birth date lacking in the answer or in the ledger, or not readable, is 照合項目不足', () => {
    expect(judge({ answer: answer({ birthDate: '' }) })).toMatchObject({ result: '照合項目不足', notes: [] });
    expect(judge({ answer: answer({ birthDate: '38年4月' }) })).toMatchObject({
      result: '照合項目不足',
      notes: ['BIRTH_DATE_NOT_READABLE'],
    });
    expect(judge({ registrants: [registrant({ birthDate: '' })] })).toMatchObject({
      result: '照合項目不足',
      notes: ['NO_BIRTH_DATE_ON_FILE'],
    });
  });

  test('with 電話番号 the telephone must be one of those on file', () => {
    const settings = { item: '電話番号' as const, sharedMailboxes: [], firstBirthDateCheck: true };
    const by = (phone: string) => judge({ settings, answer: answer({ birthDate: '', phone }) });
    expect(by('０３ー００００ー７０１１')).toMatchObject({ result: '一致', send: true });
    expect(by('03-0000-0000')).toMatchObject({ result: '照合項目不足', notes: ['PHONE_DIFFERS'] });
    expect(by('')).toMatchObject({ result: '照合項目不足', notes: [] });
  });

  test('where the first login asks the birth date, a ledger without it never sends', () => {
    const registrants = [registrant({ birthDate: '' })];
    const settings = { item: '電話番号' as const, sharedMailboxes: [], firstBirthDateCheck: true };
    const typed = answer({ phone: '03-0000-7011' });
    expect(judge({ settings, registrants, answer: typed }).result).toBe('照合項目不足');
    expect(
      judge({ settings: { ...settings, firstBirthDateCheck: false }, registrants, answer: typed }).send,
    ).toBe(true);
  });

  test('without a 照合項目 nothing is sent without a person', () => {
    const settings = { item: 'なし' as const, sharedMailboxes: [], firstBirthDateCheck: true };
    expect(judge({ settings })).toMatchObject({ result: '照合項目不足', send: false });
  });
});
