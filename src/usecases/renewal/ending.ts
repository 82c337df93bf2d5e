/** Everybody's 満了日 and 状態 as 台帳 has them: three columns, for the morning's job and for what looks at the whole register. */
import { isActive } from '../../domain/renewal';
import { decodeCell } from '../../sheets/cell';
import { openColumn } from '../../sheets/range';
import { readForDecision, readRanges } from '../../sheets/read';
import { ledger } from '../../sheets/schema';

/** One registrant. */
export interface Ending {
  number: string;
  /** `YYYY-MM-DD`, `''` = not known. */
  validTo: string;
  active: boolean;
}

/** In the order of 台帳; two contacts. */
export function readEndings(): Ending[] {
  const { places } = readForDecision([{ tab: ledger }]).headers(ledger);
  const column = (key: string) => openColumn(ledger.title, places.get(key) ?? 0, 2);
  const [numbers = [], ends = [], states = []] = readRanges(['number', 'validTo', 'state'].map(column));
  return numbers.flatMap(([number = ''], at) => {
    if (number === '') return [];
    const validTo = decodeCell(ends[at]?.[0], 'day') ?? '';
    return [
      { number: String(number), validTo: String(validTo), active: isActive(String(states[at]?.[0] ?? '')) },
    ];
  });
}
