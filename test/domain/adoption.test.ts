import fc from 'fast-check';
import { adoptRow, findDuplicates, proposeMapping, type OldCell } from '../../src/domain/adoption';
import { dayOfSerial, serialOfDay } from '../../src/domain/fields/date';

const columns = (...headers: string[]) => proposeMapping(headers).map(({ column }) => column);
const adopt = (cells: Record<string, OldCell>) =>
  adoptRow(Object.values(cells), proposeMapping(Object.keys(cells)));
/** What one cell gives, besides what every row has. */
const given = (header: string, cell: OldCell) => {
  const { values, problems } = adopt({ 番号: '1', 氏名: '山田　花子', [header]: cell });
  return { values, reasons: problems.map(({ reason }) => reason) };
};

describe('the columns of an old table (facts/domain.md D; facts/office.md C, first month)', () => {
  test('headers as offices write them find their place', () => {
    expect(
      columns(
        '番号',
        'お名前',
        'ふりがな',
        '生年月日',
        '〒',
        '自宅住所',
        'マンション等',
        'TEL',
        '携帯',
        'E-mail',
        '勤務先',
        '部署名',
        '勤務先〒',
        '勤務先住所',
        '勤務先TEL',
        '許可番号',
        '書類送付先',
        'メルマガ',
        '認定年月日',
        '認定回',
        '有効期限',
        '状況',
        '備考',
      ),
    ).toEqual([
      '登録番号',
      '氏名',
      'フリガナ',
      '生年月日',
      '郵便番号',
      '住所',
      '建物・部屋',
      '電話番号',
      '携帯電話番号',
      'メールアドレス',
      '事業所名',
      '部署',
      '事業所郵便番号',
      '事業所住所',
      '事業所電話番号',
      null,
      '送付先',
      'メールマガジン登録',
      '認定日',
      '認定回',
      '有効期間満了日',
      '状態',
      '備考',
    ]);
    expect(columns('登録No.', '会員名', 'ﾌﾘｶﾞﾅ', 'Ｔｅｌ（自宅）', '会社名', '会社所在地')).toEqual([
      '登録番号',
      '氏名',
      'フリガナ',
      '電話番号',
      '事業所名',
      '事業所住所',
    ]);
  });

  test('our own headers keep their place, and take it before a nickname', () => {
    expect(columns('連絡先', '電話番号', '携帯電話番号')).toEqual([null, '電話番号', '携帯電話番号']);
    expect(columns('会員番号', '登録番号')).toEqual([null, '登録番号']);
  });

  test('parts share a column, unless the whole stands there too', () => {
    expect(columns('姓', '名', '都道府県', '市区町村', '番地')).toEqual([
      '氏名',
      '氏名',
      '住所',
      '住所',
      '住所',
    ]);
    expect(columns('氏名', '姓', '名')).toEqual(['氏名', null, null]);
    const { values } = adopt({
      番号: 1,
      姓: '山田',
      名: '花子',
      都道府県: '東京都',
      市区町村: '文京区',
      番地: '本駒込1-2-3',
    });
    expect(values).toMatchObject({ 氏名: '山田　花子', 住所: '東京都文京区本駒込1-2-3' });
  });

  test('a column is never taken twice but by its parts, whatever the headers', () => {
    const header = fc.constantFrom(
      '番号',
      '登録番号',
      'TEL',
      '電話',
      '住所',
      '現住所',
      '姓',
      '名',
      '氏名',
      'お名前',
      '備考',
      'メモ',
      '謎',
      '',
    );
    fc.assert(
      fc.property(fc.array(header), (headers) => {
        const mapped = proposeMapping(headers);
        expect(mapped.map((each) => each.header)).toEqual(headers);
        const taken = mapped
          .map(({ column }) => column)
          .filter((column) => column !== null && column !== '氏名');
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
  });
});

describe('the cells of an old table', () => {
  test.each<[OldCell, string]>([
    ['昭和38年4月1日', '1963-04-01'],
    ['S38.4.1', '1963-04-01'],
    ['Ｓ３８．４．１', '1963-04-01'],
    [{ date: serialOfDay('1963-04-01') }, '1963-04-01'],
    [serialOfDay('1963-04-01'), '1963-04-01'],
    [19630401, '1963-04-01'],
    ['1963/4/1', '1963-04-01'],
  ])('the birth date %j is %s', (cell, day) => {
    expect(dayOfSerial(Number(given('生年月日', cell).values['生年月日']))).toBe(day);
  });

  test.each<OldCell>(['不明', 'R4末', '昭和64年2月1日', 0, true, { date: -5 }])(
    'the date %j is reported and left blank',
    (cell) => {
      const { values, reasons } = given('生年月日', cell);
      expect(values['生年月日']).toBeUndefined();
      expect(reasons).toEqual(['NOT_A_DATE']);
    },
  );

  test('有効期間 written as from and until gives both days', () => {
    const { values, reasons } = given('有効期間', 'R4.4.1～R9.3.31');
    expect([values['有効期間開始日'], values['有効期間満了日']]).toEqual([
      serialOfDay('2022-04-01'),
      serialOfDay('2027-03-31'),
    ]);
    expect(reasons).toEqual([]);
    expect(given('有効期限', '令和9年3月31日まで').values['有効期間満了日']).toBe(serialOfDay('2027-03-31'));
  });

  test.each<[OldCell, string]>([
    [1130021, '113-0021'],
    ['1130021', '113-0021'],
    ['〒113-0021', '113-0021'],
    ['１１３ー００２１', '113-0021'],
    [600001, '060-0001'],
  ])('the postal code %j is %s', (cell, code) => {
    expect(given('〒', cell)).toMatchObject({ values: { 郵便番号: code }, reasons: [] });
  });

  test.each<OldCell>(['113', 11300, '600001', 'S7N 5A9'])('the postal code %j is not guessed', (cell) => {
    expect(given('〒', cell)).toMatchObject({ reasons: ['NOT_A_POSTAL_CODE'] });
  });

  test.each<[string, OldCell, string]>([
    ['TEL', 300007011, '0300007011'],
    ['携帯', 9012345678, '09012345678'],
    ['TEL', '０３（００００）７０１１', '03(0000)7011'],
    ['TEL', '+1-212-555-0100', '+1-212-555-0100'],
  ])('%s %j becomes %s', (header, cell, text) => {
    expect(Object.values(given(header, cell).values)).toContain(text);
    expect(given(header, cell).reasons).toEqual([]);
  });

  test('what is no telephone or no address is reported; 「なし」 is simply nothing', () => {
    expect(given('TEL', '実家に連絡').reasons).toEqual(['NOT_A_PHONE']);
    expect(given('TEL', 'なし')).toMatchObject({ reasons: [] });
    expect(given('E-mail', 'a@example.jp b@example.jp').reasons).toEqual(['NOT_A_MAIL']);
    expect(given('E-mail', 'Ｔａｒｏ@Example.jp ').values['メールアドレス']).toBe('taro@example.jp');
  });

  test.each(['同上', '〃', ' 〃 ', '″'])(
    '%j is reported, for the row above may be another one tomorrow',
    (cell) => {
      expect(given('勤務先住所', cell)).toMatchObject({ reasons: ['DITTO'] });
      expect(given('勤務先住所', cell).values['事業所住所']).toBeUndefined();
    },
  );

  test('words become our choices', () => {
    expect(given('メルマガ', '○').values['メールマガジン登録']).toBe('有');
    expect(given('メルマガ', '×').values['メールマガジン登録']).toBe('無');
    expect(given('メルマガ', true).values['メールマガジン登録']).toBe('有');
    expect(given('書類送付先', '勤務先').values['送付先']).toBe('事業所');
    expect(given('書類送付先', '実家').reasons).toEqual(['UNKNOWN_CHOICE']);
  });

  test('the dead and those who left are 登録抹消 with their 事由', () => {
    expect(given('状況', '死亡').values).toMatchObject({ 状態: '登録抹消', 状態の事由: '死亡' });
    expect(given('状況', '辞退').values).toMatchObject({ 状態: '登録抹消', 状態の事由: '本人の辞退' });
    expect(given('状況', '').values).toMatchObject({ 状態: '有効' });
  });

  test('an unknown 状態 stays as typed and is reported: nothing is sent until somebody has looked', () => {
    expect(given('状況', '連絡つかず')).toMatchObject({
      values: { 状態: '連絡つかず' },
      reasons: ['UNKNOWN_CHOICE'],
    });
  });

  test('a number cell keeps its digits, and a row without number or name is reported', () => {
    expect(adopt({ 番号: 123, 氏名: '山田' }).values['登録番号']).toBe('123');
    expect(adopt({ 番号: '', 氏名: '', TEL: '03-0000-7011' }).problems.map(({ reason }) => reason)).toEqual([
      'NO_NUMBER',
      'NO_NAME',
    ]);
    expect(adopt({ 番号: '', 氏名: '' })).toEqual({ values: {}, problems: [] });
  });

  test('notices go by mail where there is an address, else by post', () => {
    expect(given('E-mail', 'a@example.jp').values).toMatchObject({
      通知方法: 'メール',
      メールの状態: '未確認',
      マイページ: '未案内',
    });
    expect(given('E-mail', '').values).toMatchObject({ 通知方法: '郵送' });
    expect(given('E-mail', '').values['メールの状態']).toBeUndefined();
  });

  test('a name is never altered, not by a blank', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('髙', '\ufa19', '𠮷', '葛\u{e0100}', '　', '々', 'ｱ', '（', 'é'),
          minLength: 1,
        }),
        (name) => {
          fc.pre(name.trim() !== '' && !/^[\s　々]+$/.test(name));
          expect(adopt({ 番号: '1', 氏名: name }).values['氏名']).toBe(name);
        },
      ),
    );
  });

  test('whatever stands in the cells, dates are serials and all else is text', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.boolean(),
      fc.record({ date: fc.double({ noNaN: true }) }),
    );
    const headers = [
      '番号',
      '氏名',
      '生年月日',
      '〒',
      'TEL',
      'E-mail',
      '状況',
      '有効期間',
      'メルマガ',
      '備考',
    ];
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
        for (const [column, value] of Object.entries(adoptRow(cells, proposeMapping(headers)).values)) {
          const isDate = ['生年月日', '有効期間開始日', '有効期間満了日'].includes(column);
          expect(typeof value).toBe(isDate ? 'number' : 'string');
        }
      }),
    );
  });
});

describe('numbers that stand twice', () => {
  test('are found across zeros and hyphens, with the difference named', () => {
    expect(
      findDuplicates([
        { row: 2, number: '00123', name: '山田　花子' },
        { row: 3, number: '123', name: '佐藤' },
        { row: 4, number: '00456', name: '鈴木　一' },
        { row: 5, number: '００４５６', name: '鈴木 一' },
        { row: 6, number: '', name: '' },
        { row: 7, number: '', name: '' },
        { row: 8, number: '789', name: '田中' },
      ]),
    ).toEqual([
      { key: '123', rows: [2, 3], exact: false, sameName: false },
      { key: '456', rows: [4, 5], exact: true, sameName: true },
    ]);
  });
});
