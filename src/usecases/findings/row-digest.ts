/** Whether two rows of 台帳 hold the same. */
import { digest } from '../../domain/digest';
import { ledger } from '../../sheets/schema/index';
import type { LastSeen } from '../../sheets/summary';

/** A digest of a row or its 控え, its columns in any order, without the system's own stamp and the columns left out. */
export function rowDigest(cells: LastSeen, but: readonly string[] = []): number {
  const left = [ledger.columns.updatedAt.header, ...but];
  const entries = Object.entries(cells).filter(([header]) => !left.includes(header));
  return digest(JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}
