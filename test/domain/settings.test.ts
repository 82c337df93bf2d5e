import fc from 'fast-check';
import { readSettings, SETTINGS } from '../../src/domain/settings';

describe('settings (product.md, Settings)', () => {
  test('without any row every default stands and nothing is reported', () => {
    const { settings, problems } = readSettings([]);
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      mode: '準備',
      formOpenedAt: null,
      autoSendItem: '生年月日',
      firstBirthDateCheck: true,
      numberLabel: '登録番号',
      dateOrder: '和暦が先',
      validityYears: 5,
      validityEnding: '応当日の前日',
      pointsNeeded: 5,
      temporaryDays: 14,
      passwordLength: 12,
      sendDelay: 30,
      sendHours: { from: 540, to: 1080 },
      reminderDays: [180, 90, 30, 7],
      fee: 0,
      guideUrl: '',
    });
    expect(settings.sharedMailboxes).toEqual(expect.arrayContaining(['info@', 'soumu@', 'jinji@']));
  });

  test('the defaults as typed into the tab read as the defaults', () => {
    const rows = SETTINGS.map(({ key, default: value }) => ({ key, value }));
    expect(readSettings(rows)).toEqual(readSettings([]));
  });

  test('every setting has its own 項目 and an explanation of one sentence or two', () => {
    expect(new Set(SETTINGS.map(({ key }) => key)).size).toBe(SETTINGS.length);
    expect(SETTINGS.every(({ explanation }) => /。$/.test(explanation))).toBe(true);
    expect(
      SETTINGS.filter(({ kind }) => kind === '選択').every(({ choices, default: value }) =>
        choices?.includes(value),
      ),
    ).toBe(true);
  });

  test('cells are read in any width, with their units, and as what the cell is', () => {
    const { settings, problems } = readSettings([
      { key: '動作モード', value: '本番' },
      { key: '仮パスワードの期限', value: '１０日' },
      { key: 'パスワードの最短文字数', value: 15 },
      { key: '初回の生年月日確認', value: 'しない' },
      { key: '決裁を使う', value: false },
      { key: 'フォーム取扱開始日時', value: '2026/10/01 9:00' },
      { key: '共用アドレス', value: 'info@、ｓｏｕｍｕ@ kaisha@' },
      { key: '督促', value: '30日前/90日前' },
      { key: '送信時間帯', value: '10:00～16:30' },
      { key: 'メール', value: ' Shokaishi@Example.jp ' },
      { key: '案内ページURL', value: 'https://www.example.jp/mypage' },
    ]);
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      mode: '本番',
      temporaryDays: 10,
      passwordLength: 15,
      firstBirthDateCheck: false,
      useDecision: false,
      formOpenedAt: Date.UTC(2026, 9, 1, 0),
      sharedMailboxes: ['info@', 'soumu@', 'kaisha@'],
      reminderDays: [90, 30],
      sendHours: { from: 600, to: 990 },
      officeMail: 'shokaishi@example.jp',
      guideUrl: 'https://www.example.jp/mypage',
    });
  });

  test('a date cell is the wall clock of its serial', () => {
    expect(readSettings([{ key: 'フォーム取扱開始日時', value: 46296.375 }]).settings.formOpenedAt).toBe(
      Date.UTC(2026, 9, 1, 0),
    );
  });

  test.each([
    ['動作モード', '本番？', 'NOT_A_CHOICE'],
    ['仮パスワードの期限', '二週間', 'NOT_A_NUMBER'],
    ['仮パスワードの期限', '0', 'OUT_OF_RANGE'],
    ['パスワードの最短文字数', '4', 'OUT_OF_RANGE'],
    ['初回の生年月日確認', 'たぶん', 'NOT_A_CHOICE'],
    ['フォーム取扱開始日時', '来週', 'NOT_A_DATE_TIME'],
    ['試行宛先', '事務局', 'NOT_A_MAIL'],
    ['案内ページURL', 'javascript:alert(1)', 'NOT_A_URL'],
    ['送信時間帯', '18:00–9:00', 'NOT_HOURS'],
    ['督促', '春', 'NOT_A_NUMBER'],
  ])('%s = %s is reported as %s and its default stands', (key, value, reason) => {
    const { settings, problems } = readSettings([{ key, value }]);
    expect(problems).toEqual([{ key, value, reason }]);
    expect(settings).toEqual(readSettings([]).settings);
  });

  test('an unknown row and a second row of the same 項目 are reported', () => {
    const { settings, problems } = readSettings([
      { key: '必要ポイント', value: 6 },
      { key: '必要ポイント', value: 7 },
      { key: '必要ぽいんと', value: 8 },
      { key: '', value: '見出し' },
    ]);
    expect(settings.pointsNeeded).toBe(6);
    expect(problems.map(({ reason }) => reason)).toEqual(['TWICE', 'UNKNOWN']);
  });

  test('whatever stands in the cells, the settings keep their types', () => {
    const shape = (value: unknown) =>
      Array.isArray(value) ? 'list' : value === null ? 'number' : typeof value;
    const types = Object.entries(readSettings([]).settings).map(([name, value]) => [name, shape(value)]);
    const rows = fc.array(
      fc.record({
        key: fc.constantFrom(...SETTINGS.map(({ key }) => key)),
        value: fc.oneof(fc.string(), fc.double(), fc.boolean()),
      }),
    );
    fc.assert(
      fc.property(rows, (each) => {
        const read = Object.entries(readSettings(each).settings).map(([name, value]) => [name, shape(value)]);
        expect(read).toEqual(types);
      }),
    );
  });
});
