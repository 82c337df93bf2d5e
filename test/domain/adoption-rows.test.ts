import fc from 'fast-check';
import { adoptRow, proposeMapping, type OldCell } from '../../src/domain/adoption';
import { dayOfSerial, serialOfDay } from '../../src/domain/fields/date';

const adopt = (cells: Record<string, OldCell>) =>
  adoptRow(Object.values(cells), proposeMapping(Object.keys(cells)));
/** What one cell gives, besides what every row has. */
const given = (header: string, cell: OldCell) => {
  const { values, problems } = adopt({ 番号: '1', 氏名: '山田　花子', [header]: cell });
  return { values, reasons: problems.map(({ reason }) => reason) };
};

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
