/** Everybody's 満了日 and 状態 as 台帳 has them: three columns, for the morning's job and for what looks at the whole register. */
import { isActive } from '../../domain/renewal';
import { decodeCell, type RawCell } from '../../sheets/cell';
import { readHeaders } from '../../sheets/headers';
import { openColumn, rowsRange } from '../../sheets/range';
import { readRanges } from '../../sheets/read';
import { ledger } from '../../sheets/schema';

/** One registrant. */
export interface Ending {
  number: string;
  /** `YYYY-MM-DD`, `''` = not known. */
  validTo: string;
  active: boolean;
}

const KEYS = ['number', 'validTo', 'state'];

/** In the order of 台帳; one contact while these columns stand where 初期設定 put them, else two. */
export function readEndings(): Ending[] {
  const order = Object.keys(ledger.columns);
  const first = KEYS.map((key) => order.indexOf(key) + 1);
  const [head, ...columns] = readColumns(first);
  const { places } = readHeaders(ledger, head?.[0] ?? []);
  const found = KEYS.map((key) => places.get(key) ?? 0);
  const asked = String(found) === String(first) ? columns : readColumns(found).slice(1);
  const [numbers = [], ends = [], states = []] = asked;
  return numbers.flatMap(([number = ''], at) => {
    if (number === '') return [];
    const validTo = String(decodeCell(ends[at]?.[0], 'day') ?? '');
    return [{ number: String(number), validTo, active: isActive(String(states[at]?.[0] ?? '')) }];
  });
}

function readColumns(places: readonly number[]): RawCell[][][] {
  const { title } = ledger;
  return readRanges([rowsRange(title, 1), ...places.map((place) => openColumn(title, place, 2))]);
}
