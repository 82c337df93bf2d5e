import { parseCsv } from '../../../src/domain/fields/csv';
import { readEventList } from '../../../src/domain/fields/event-list';

const read = (text: string) => readEventList(parseCsv(text)!)!;

describe('a list of 行事', () => {
  test('is read by its headers', () => {
    const { rows, unknown } = read(
      [
        '開催日,最終日,行事名,種別,主催,会場,時間,点数,備考',
        '2026/06/10,2026/06/11,事例研究会,研究会,当協会,見本会館,9,3,予定',
        '令和8年7月1日,,セミナー,セミナー,見本団体,Zoomオンライン,2,2ポイント,',
        '2026-08-01,,録画セミナー,セミナー,当協会,オンデマンド配信,2,,',
      ].join('\n'),
    );
    expect(unknown).toEqual(['時間', '備考']);
    expect(rows[0]).toEqual({
      line: 2,
      eventCode: '',
      title: '事例研究会',
      category: '研究会',
      host: '当協会',
      startsOn: '2026-06-10',
      endsOn: '2026-06-11',
      form: '会場',
      points: 3,
      url: '',
      unreadable: [],
    });
    expect(rows[1]).toMatchObject({
      startsOn: '2026-07-01',
      endsOn: '',
      host: 'ほかの団体',
      form: 'オンライン',
      points: 2,
    });
    expect(rows[2]).toMatchObject({ form: '録画配信', points: null, unreadable: [] });
  });

  test.each([
    ['名称,開催日\n,2026-06-10', ['title']],
    ['名称,開催日\nセミナー,', ['startsOn']],
    ['名称,開催日\nセミナー,未定', ['startsOn']],
    ['名称,開始日,終了日\nセミナー,2026-06-10,2026-06-09', ['endsOn']],
    ['名称,開催日,ポイント\nセミナー,2026-06-10,多数', ['points']],
    ['名称,開催日,申込URL\nセミナー,2026-06-10,javascript:alert(1)', ['url']],
  ])('%j is reported, not guessed', (text, columns) => {
    expect(read(text).rows[0]!.unreadable).toEqual(columns);
  });

  test('without a column of titles is none', () => {
    expect(readEventList([['開催日'], ['2026-06-10']])).toBeUndefined();
  });
});
