import { readAttendanceList } from '../../../src/domain/fields/attendance-list';
import { parseCsv } from '../../../src/domain/fields/csv';

const read = (text: string) => readAttendanceList(parseCsv(text)!)!;
const cell = (header: string, text: string) => read(`氏名,${header}\n高橋一郎,"${text}"`).rows[0]!;

describe('a list of who attended (facts/office.md A17)', () => {
  test('is read by its headers, under a title, with columns nobody asked for', () => {
    const { rows, unknown } = read(
      [
        '令和6年度 セミナー受講者名簿,,,',
        '',
        '開催日,行事名,氏名,ふりがな,会社名,登録番号,出欠,時間,備考',
        '2024/06/10,セミナー「求人の聞き方」,髙橋　一郎,たかはし いちろう,見本社,第00123号,出席,2,',
        ',,,,,,,,',
        'R6.6.10,セミナー「求人の聞き方」,鈴木 花子,,,,欠席,,当日欠席',
      ].join('\r\n'),
    );
    expect(unknown).toEqual(['会社名', '備考']);
    expect(rows).toEqual([
      {
        line: 4,
        number: '第00123号',
        name: '髙橋　一郎',
        kana: 'たかはし いちろう',
        birthDate: '',
        eventCode: '',
        title: 'セミナー「求人の聞き方」',
        category: '',
        host: '',
        attendedOn: '2024-06-10',
        presence: '出席',
        hours: 2,
        unreadable: [],
      },
      expect.objectContaining({ line: 6, name: '鈴木 花子', attendedOn: '2024-06-10', presence: '欠席' }),
    ]);
  });

  test('may split the names, be tabs, have headers in any width and spelling', () => {
    const { rows } = read('姓\t名\tｾｲ\tﾒｲ\t受講日（必須）\n髙橋\t一郎\tﾀｶﾊｼ\tｲﾁﾛｳ\t令和6年6月10日(月)');
    expect(rows[0]).toMatchObject({ name: '髙橋 一郎', kana: 'ﾀｶﾊｼ ｲﾁﾛｳ', attendedOn: '2024-06-10' });
    expect(read('お名前,受 講 日\n高橋,2024-06-10').rows[0]).toMatchObject({
      name: '高橋',
      attendedOn: '2024-06-10',
    });
  });

  test('without a column of names is none', () => {
    expect(
      readAttendanceList([
        ['会社名', '備考'],
        ['見本社', ''],
      ]),
    ).toBeUndefined();
    expect(readAttendanceList([])).toBeUndefined();
  });

  test('repeats its headers on every page', () => {
    expect(read('氏名,出欠\n高橋,出\n氏名,出欠\n鈴木,出').rows.map(({ name, line }) => [name, line])).toEqual(
      [
        ['高橋', 2],
        ['鈴木', 4],
      ],
    );
  });

  test.each([
    ['', '出席'],
    ['○', '出席'],
    ['出席（Zoom）', '出席'],
    ['参加', '出席'],
    ['1', '出席'],
    ['×', '欠席'],
    ['欠', '欠席'],
    ['不参加', '欠席'],
    ['出席せず', '欠席'],
    ['途中退席', '途中退席'],
    ['早退（15時）', '途中退席'],
  ])('出欠 %j is %s', (text, presence) => {
    expect(cell('出欠', text)).toMatchObject({ presence, unreadable: [] });
  });

  test.each([
    ['2', 2],
    ['１．５時間', 1.5],
    ['90分', 1.5],
    ['2時間30分', 2.5],
    ['1時間半', 1.5],
    ['1:30', 1.5],
    ['2h', 2],
    ['', null],
  ])('時間 %j is %s hours', (text, hours) => {
    expect(cell('時間', text)).toMatchObject({ hours, unreadable: [] });
  });

  test.each([
    ['当協会', '当協会'],
    ['民紹協', '当協会'],
    ['公益社団法人 全国民営職業紹介事業協会', '当協会'],
    ['見本人材団体（他団体）', 'ほかの団体'],
    ['全国求人情報協会', 'ほかの団体'],
    ['', ''],
  ])('主催 %j is %j', (text, host) => {
    expect(cell('主催', text).host).toBe(host);
  });

  test.each([
    ['出欠', '出席予定', 'presence'],
    ['時間', '半日', 'hours'],
    ['受講日', '6/10', 'attendedOn'],
    ['生年月日', '不明', 'birthDate'],
    ['名称', 'あ\u202eい', 'title'],
  ])('%s %j is reported, not guessed', (header, text, column) => {
    expect(cell(header, text).unreadable).toEqual([column]);
  });

  test('a day may be Excel’s number, or have a time behind it', () => {
    expect(cell('受講日', '45453').attendedOn).toBe('2024-06-10');
    expect(cell('受講日', '2024/6/10 13:30').attendedOn).toBe('2024-06-10');
  });

  test('a row without name and number is nobody’s', () => {
    expect(read('氏名,出欠\n,出席').rows[0]!.unreadable).toEqual(['name']);
  });
});
