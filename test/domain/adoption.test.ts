import fc from 'fast-check';
import { adoptRow, findDuplicates, proposeMapping, type OldCell } from '../../src/domain/adoption';

const columns = (...headers: string[]) => proposeMapping(headers).map(({ column }) => column);
const adopt = (cells: Record<string, OldCell>) =>
  adoptRow(Object.values(cells), proposeMapping(Object.keys(cells)));

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
