/** Judging a form answer as a whole: when a password goes out, and which result stands when several apply. */
import fc from 'fast-check';
import { MATCH_RESULTS, type JudgeInput } from '../../src/domain/form-answer';
import { answer, earlier, judge, OPENED } from './form-answers';
import { registrant } from './people';

describe('judging a form answer (product.md, The form and identity; details.md)', () => {
  test('a clean answer of somebody without an address on file is sent', () => {
    expect(judge()).toMatchObject({
      result: '一致',
      state: '送付待ち',
      send: true,
      noticeToOld: false,
      notes: [],
    });
  });

  test('before フォーム取扱開始日時 nothing else counts', () => {
    const judged = judge({ answer: answer({ receivedAt: OPENED - 1, number: '9' }), registrants: [] });
    expect(judged).toMatchObject({ result: '開始前', state: '開始前', send: false, noticeToOld: false });
    expect(judge({ answer: answer({ receivedAt: OPENED }) }).send).toBe(true);
  });

  test('when several results apply the first of the order stands', () => {
    const everything: [Partial<JudgeInput>, string][] = [
      [
        { answer: answer({ receivedAt: OPENED - 1 }), earlier: [earlier({ receivedAt: OPENED - 2 })] },
        '開始前',
      ],
      [{ registrants: [], earlier: [earlier()] }, '重複'],
      [{ registrants: [registrant({ state: '取消', name: '別人' })] }, '登録抹消・停止'],
      [{ registrants: [registrant({ name: '別人', birthDate: '1970-01-01' })] }, '氏名不一致'],
      [{ registrants: [registrant({ birthDate: '1970-01-01', mail: 'old@example.jp' })] }, '生年月日不一致'],
      [{ registrants: [registrant({ birthDate: '', mail: 'old@example.jp' })] }, '照合項目不足'],
      [
        {
          registrants: [registrant({ mail: 'old@example.jp' })],
          others: [{ number: '9', mail: 'ichiro@example.jp' }],
        },
        '別のアドレス登録済',
      ],
      [
        { answer: answer({ mail: 'info@k.jp' }), others: [{ number: '9', mail: 'info@k.jp' }] },
        'ほかの登録者と同じアドレス',
      ],
    ];
    for (const [input, result] of everything) expect(judge(input).result).toBe(result);
  });

  test('a password goes out only if number, name, birth date and address all fit (quality.md P7)', () => {
    const maybe = <T>(right: T, ...wrong: T[]) => fc.constantFrom(right, right, ...wrong);
    const inputs = fc.record({
      number: maybe('123', '124', ''),
      name: maybe('高橋 一郎', '高橋', ''),
      birthDate: maybe('1963-04-01', '1963-04-02', '', '不明'),
      mail: maybe('ichiro@example.jp', 'info@example.jp', 'x', ''),
      mailAgain: maybe('', 'ichiro@example.jp', 'other@example.jp'),
      onFile: maybe('', 'ichiro@example.jp', 'old@example.jp'),
      state: maybe('有効', '登録抹消'),
      other: maybe('nobody@example.jp', 'ichiro@example.jp'),
    });
    fc.assert(
      fc.property(inputs, ({ onFile, state, other, ...typed }) => {
        const judged = judge({
          answer: answer(typed),
          registrants: [registrant({ mail: onFile, state })],
          others: [{ number: '00456', mail: other }],
        });
        const clean =
          typed.number === '123' &&
          typed.name === '高橋 一郎' &&
          typed.birthDate === '1963-04-01' &&
          typed.mail === 'ichiro@example.jp' &&
          typed.mailAgain !== 'other@example.jp' &&
          onFile !== 'old@example.jp' &&
          state === '有効' &&
          other === 'nobody@example.jp';
        expect(judged.send).toBe(clean);
        expect(judged.send).toBe(judged.result === '一致');
        expect(judged.noticeToOld && judged.result !== '別のアドレス登録済').toBe(false);
        expect(MATCH_RESULTS).toContain(judged.result);
      }),
      { numRuns: 1000 },
    );
  });
});
