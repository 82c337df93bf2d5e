/** A row of 台帳 as 控え has it, every cell as it was: own columns, and texts that never fitted their column, too. */
import { dayOfSerial } from '../domain/fields/date';
import { instantOfSerial } from '../domain/fields/instant';
import type { CellValue, RawCell } from './cell';
import { update, type OwnCell, type RowAppend, type RowUpdate } from './commit';
import type { Headers } from './headers';
import type { ReadRow } from './row';
import { ledger, type CellKind, type Column, type Tab } from './schema';
import type { LastSeen } from './summary';

const KINDS: ReadonlyMap<string, CellKind> = new Map(
  Object.values<Column>(ledger.columns).map(({ header, kind }) => [header, kind]),
);
const NUMBER = ledger.columns.number.header;

/**
 * Writes it over a row that was read: nothing but what differs, but the whole of it over somebody else's row. Should that
 * have moved, the one it meets then holds nothing mixed, and is told of as gone.
 */
export function overwriteWith(row: ReadRow<typeof ledger>, seen: LastSeen): RowUpdate {
  const own = [...new Set(row.headers.texts)]
    .filter((header) => header !== '' && header !== NUMBER)
    .map((header): OwnCell => ({ header, content: seen[header] ?? '', kind: KINDS.get(header) }));
  const number = String(seen[NUMBER] ?? '');
  const written = update(row, { number }, own);
  return number === row.values.number ? written : { ...written, whole: true };
}

/** A new row with this content. Columns of the office's own are appended like those of the schema. */
export function appendLike(headers: Headers, seen: LastSeen): RowAppend {
  const columns: Record<string, Column> = {};
  const places = new Map<string, number>();
  const values: Record<string, CellValue> = {};
  headers.texts.forEach((header, index) => {
    const content = seen[header];
    const known = KINDS.get(header);
    if (header === '' || places.has(header) || (content === undefined && known === undefined)) return;
    const kind = kindOf(content, known);
    columns[header] = { header, kind };
    places.set(header, index + 1);
    values[header] = content === undefined ? '' : valueOf(content, kind);
  });
  const tab: Tab = { ...ledger, key: NUMBER, columns };
  return { tab, headers: { places, texts: headers.texts }, values };
}

/** Text in a column of days stays text; numbers of the office's own columns stay numbers. */
function kindOf(content: RawCell | undefined, known: CellKind | undefined): CellKind {
  if (content === undefined) return known ?? 'text';
  if (typeof content !== 'number') return 'text';
  return known === 'day' || known === 'instant' ? known : 'number';
}

function valueOf(content: RawCell, kind: CellKind): CellValue {
  if (typeof content !== 'number') return String(content);
  if (kind === 'day') return dayOfSerial(content);
  return kind === 'instant' ? instantOfSerial(content) : content;
}
