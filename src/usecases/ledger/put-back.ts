/** 元に戻した入力: what people typed into the tabs and the system did not let stand. */
import { writeInstant } from '../../domain/fields/instant';
import { now } from '../../platform/clock';
import { append, type RowAppend } from '../../sheets/commit';
import { findExact } from '../../sheets/find';
import { readForDecision, type Found } from '../../sheets/read';
import { operations } from '../../sheets/schema/index';
import { requireStaff } from '../desk/staff';

const KIND = '元に戻した入力';
const WEEK_MS = 7 * 86_400_000;
/** The latest that are read. */
const MOST = 50;

/** Rows of 操作記録 that may be of the last seven days. */
export function putBackRows(): number[] {
  return findExact(operations, KIND).slice(-MOST);
}

/** Whether a line of 操作記録 is of the last seven days. */
export function isRecent({ at }: { at: number | null }): boolean {
  return (at ?? 0) > now() - WEEK_MS;
}

/** The latest first. DomainError `NOT_STAFF`. */
export function putBackEdits() {
  requireStaff();
  const rows = putBackRows();
  const found = readForDecision([{ tab: operations, rows }]);
  return {
    edits: rows
      .map((row) => found.row(operations, row).values)
      .filter(isRecent)
      .reverse()
      .map(({ at, by, target, result }) => ({ at: writeInstant(at ?? 0), by, target, text: result })),
  };
}

/** A line of 操作記録 about something typed that did not stay; its headers were read in this execution. */
export function putBackRecord(
  target: string,
  by: string,
  result: string,
  { found }: { found: Found },
): RowAppend {
  const headers = found.headers(operations);
  return append(operations, headers, { at: now(), by, kind: KIND, target, result });
}
