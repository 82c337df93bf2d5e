/** What tells people apart, of a row of 台帳 or its 控え. */
import type { Identity } from '../../domain/same-person';
import { ledger } from '../../sheets/schema/index';
import type { LastSeen } from '../../sheets/summary';
import { dayIn } from './ledger-texts';

/** Name, kana and birth date; `''` where there is none. */
export function identityOf(cells: LastSeen): Identity {
  const { name, kana, birthDate } = ledger.columns;
  return {
    name: String(cells[name.header] ?? ''),
    kana: String(cells[kana.header] ?? ''),
    birthDate: dayIn(cells[birthDate.header]),
  };
}
