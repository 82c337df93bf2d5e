/** Row 1 written while a person moves columns: what was overwritten is told by what stands beside it, or not at all. */
import { headersAgain, headersWithout } from '../../src/domain/header-mend';

const BEFORE = ['番号', '氏名', '郵便番号', 'すまい', '建物', '状態'];
const WANTED = BEFORE.map((text) => (text === 'すまい' ? '住所' : text));
const PLACE = BEFORE.indexOf('すまい');

/** Columns as `moved`, with the text that was meant for すまい written over whatever stands at its old place. */
const met = (moved: readonly string[]): string[] => put(moved, PLACE, '住所');
const put = (texts: readonly string[], place: number, text: string): string[] =>
  texts.map((one, at) => (at === place ? text : one));

const moves: [what: string, moved: string[]][] = [
  ['a column moved before it', ['番号', '状態', '氏名', '郵便番号', 'すまい', '建物']],
  ['a column moved behind it', ['番号', '郵便番号', 'すまい', '建物', '氏名', '状態']],
  ['the column before it moved to the front', ['郵便番号', '番号', '氏名', 'すまい', '建物', '状態']],
  ['itself moved to the end', ['番号', '氏名', '郵便番号', '建物', '状態', 'すまい']],
  ['a column inserted at the front', ['', ...BEFORE]],
  ['a column inserted just there', ['番号', '氏名', '郵便番号', '', 'すまい', '建物', '状態']],
  ['a column deleted before it', ['番号', '郵便番号', 'すまい', '建物', '状態']],
];

it.each(moves)('%s: the header it met comes back, and the text goes above its own column', (_, moved) => {
  const without = headersWithout(BEFORE, [PLACE], met(moved));
  expect(without).toEqual(moved);
  expect(headersAgain(BEFORE, WANTED, without ?? [])).toEqual(
    moved.map((text) => (text === 'すまい' ? '住所' : text)),
  );
});

it('its own column deleted: what was met could be either neighbour, so nothing is guessed', () => {
  const moved = ['番号', '氏名', '郵便番号', '建物', '状態'];
  expect(headersWithout(BEFORE, [PLACE], met(moved))).toBeUndefined();
});

it('two texts written are told apart by their neighbours', () => {
  const before = ['番号', 'なまえ', '郵便番号', 'すまい', '建物', '状態'];
  const wanted = ['番号', '氏名', '郵便番号', '住所', '建物', '状態'];
  const moved = ['状態', '番号', 'なまえ', '郵便番号', 'すまい', '建物'];
  const after = put(put(moved, 1, '氏名'), 3, '住所');
  const without = headersWithout(before, [1, 3], after);
  expect(without).toEqual(moved);
  expect(headersAgain(before, wanted, moved)).toEqual(['状態', '番号', '氏名', '郵便番号', '住所', '建物']);
});

it('of a header that stands twice the one beside the same neighbour is changed, or none', () => {
  const before = ['番号', '住所', '住所', '状態'];
  const wanted = ['番号', '住所', '建物', '状態'];
  expect(headersAgain(before, wanted, ['状態', '番号', '住所', '住所'])).toEqual([
    '状態',
    '番号',
    '住所',
    '建物',
  ]);
  expect(headersAgain(before, wanted, ['住所', '番号', '住所', '状態'])).toBeUndefined();
});
