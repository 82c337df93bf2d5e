import fc from 'fast-check';
import {
  judgeFormAnswer,
  MATCH_RESULTS,
  type FormAnswer,
  type JudgeInput,
} from '../../src/domain/form-answer';
import { registrant } from './people';

const HOUR = 3600_000;
const OPENED = Date.UTC(2026, 9, 1);
const NOW = Date.UTC(2026, 10, 20, 1);

function answer(changes: Partial<FormAnswer> = {}): FormAnswer {
  return {
    responseId: 'r-2',
    receivedAt: NOW,
    number: '123',
    name: '高橋 一郎',
    birthDate: '1963-04-01',
    mail: 'ichiro@example.jp',
    all: {},
    ...changes,
  };
}

function judge(changes: Partial<JudgeInput> = {}) {
  return judgeFormAnswer({
    moreEarlier: false,
    answer: answer(),
    openedAt: OPENED,
    registrants: [registrant()],
    others: [],
    earlier: [],
    settings: { item: '生年月日', sharedMailboxes: ['info@'], firstBirthDateCheck: true },
    ...changes,
  });
}

const earlier = (changes: Partial<JudgeInput['earlier'][number]> = {}) => ({
  responseId: 'r-1',
  receivedAt: NOW - HOUR,
  mail: 'ichiro@example.jp',
  result: '一致',
  state: '送付済',
  ...changes,
});

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

  test('the same address on file, in another width or case, is clean too', () => {
    const judged = judge({ registrants: [registrant({ mail: 'ＩＣＨＩＲＯ@example.jp' })] });
    expect(judged).toMatchObject({ result: '一致', send: true });
  });

  test.each(['第００１２３号', 'No.123', '00123', ' １２３ '])('the number may be typed as %s', (number) => {
    expect(judge({ answer: answer({ number }) }).result).toBe('一致');
  });

  test('a birth date in 和暦 is the same day', () => {
    expect(judge({ answer: answer({ birthDate: '昭和38年4月1日' }) }).send).toBe(true);
  });

  test('before フォーム取扱開始日時 nothing else counts', () => {
    const judged = judge({ answer: answer({ receivedAt: OPENED - 1, number: '9' }), registrants: [] });
    expect(judged).toMatchObject({ result: '開始前', state: '開始前', send: false, noticeToOld: false });
    expect(judge({ answer: answer({ receivedAt: OPENED }) }).send).toBe(true);
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

  test('more earlier answers than can be looked at are for a person: guesses may hide behind them', () => {
    expect(judge({ moreEarlier: true })).toMatchObject({
      send: false,
      state: '要確認',
      notes: ['MANY_ANSWERS'],
    });
  });
});
