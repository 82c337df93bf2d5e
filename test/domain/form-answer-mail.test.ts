/** The address of a form answer: against the one on file, those of others, and what cannot be an address. */
import { answer, judge } from './form-answers';
import { registrant } from './people';

describe('the address of a form answer (product.md, The form and identity; details.md)', () => {
  test('the same address on file, in another width or case, is clean too', () => {
    const judged = judge({ registrants: [registrant({ mail: 'ＩＣＨＩＲＯ@example.jp' })] });
    expect(judged).toMatchObject({ result: '一致', send: true });
  });

  test('another address on file is told, and nothing is sent', () => {
    const judged = judge({ registrants: [registrant({ mail: 'old@example.jp' })] });
    expect(judged).toMatchObject({
      result: '別のアドレス登録済',
      state: '要確認',
      send: false,
      noticeToOld: true,
    });
  });

  test('what stands on file as address but is none cannot be told', () => {
    const judged = judge({ registrants: [registrant({ mail: '本人に確認中' })] });
    expect(judged).toMatchObject({ result: '別のアドレス登録済', noticeToOld: false });
  });

  test('an address that another registrant has is ほかの登録者と同じアドレス; one’s own row does not count', () => {
    expect(judge({ others: [{ number: '00456', mail: 'Ichiro@example.jp' }] }).result).toBe(
      'ほかの登録者と同じアドレス',
    );
    expect(judge({ others: [{ number: '第00123号', mail: 'ichiro@example.jp' }] }).result).toBe('一致');
  });

  test('a 共用アドレス is for a person to look at', () => {
    expect(judge({ answer: answer({ mail: 'info@kaisha.jp' }) })).toMatchObject({
      result: '共用アドレス',
      send: false,
    });
  });

  test.each([
    [{ mailAgain: 'ichiro@example.com' }, 'MAILS_DIFFER'],
    [{ mail: 'ichiro@docmo.ne.jp' }, 'NEAR_MISS_DOMAIN'],
    [{ mail: 'ichiro@example' }, 'NOT_A_MAIL'],
    [{ mail: '' }, 'NOT_A_MAIL'],
  ] as const)(
    'an address that cannot be right (%j) is 照合項目不足 with its note, never sent',
    (changes, note) => {
      expect(judge({ answer: answer(changes) })).toMatchObject({
        result: '照合項目不足',
        state: '要確認',
        send: false,
        notes: [note],
      });
    },
  );

  test('the confirmation typed in another width or case is the same address', () => {
    expect(judge({ answer: answer({ mailAgain: ' Ichiro@Example.jp' }) }).send).toBe(true);
  });
});
