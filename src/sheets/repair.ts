/**
 * Puts a misplaced write right. A person sorted, inserted or deleted between read and commit, so `updateCells` met
 * another row or column. What was overwritten in 台帳 is put back from 控え, the write is repeated where it belongs, and
 * 操作記録 says so, all in one further commit that is checked like the first.
 */
import { DomainError } from '../domain/errors';
import { sameContent } from '../domain/same-content';
import { now } from '../platform/clock';
import type { CellValue, RawCell } from './cell';
import { changedCells, type CellWrite, type RowAppend, type RowUpdate } from './commit-requests';
import { findExact } from './find';
import { readForDecision, type Found } from './read';
import { rememberedOf } from './remembered';
import { keyText, rowKey, type ReadRow } from './row';
import { operations, type Column, type Tab } from './schema';
import { publish } from './spreadsheet';

/** Writes cells and rows in one checked request; answers the updates that were misplaced again. */
export type Apply = (
  cells: readonly CellWrite[],
  checked: readonly RowUpdate[],
  records: readonly RowAppend[],
) => RowUpdate[];

/** A person cannot move rows faster than this many commits in a row. */
export const ATTEMPTS = 3;

/** DomainError `MISPLACED` when rows kept moving, or the row it was meant for is gone. */
export function repairMisplaced(misplaced: readonly RowUpdate[], apply: Apply): void {
  let waiting = misplaced;
  for (let attempt = 0; attempt < ATTEMPTS && waiting.length > 0; attempt += 1) {
    publish();
    const repairs = waiting.map(repairOf);
    const again = repairs.flatMap(({ again: one }) => (one ? [one] : []));
    const cells = [...repairs.flatMap(({ undo }) => undo), ...again.flatMap(changedCells)];
    const records = repairs.map(({ record }) => record);
    waiting = apply(cells, again, records);
    const lost = repairs.find(({ again: one }) => !one);
    if (lost) throw new DomainError('MISPLACED', { tab: lost.tab.title });
  }
  const [left] = waiting;
  if (left) throw new DomainError('MISPLACED', { tab: left.row.tab.title });
}

interface Repair {
  tab: Tab;
  /** What the write overwrote, as it was. */
  undo: CellWrite[];
  /** The same write on the row it was meant for; undefined if that row is gone. */
  again: RowUpdate | undefined;
  record: RowAppend;
}

function repairOf(misplaced: RowUpdate): Repair {
  const { tab } = misplaced.row;
  const key = keyText(misplaced.row);
  const rows = findExact(tab, key);
  const found = readForDecision([
    { tab, rows: [...new Set([misplaced.row.row, ...rows])] },
    { tab: operations },
  ]);
  const occupant = found.row(tab, misplaced.row.row);
  const read = rows.map((row) => found.row(tab, row));
  const own = meant(misplaced.row, read) ?? (hasLostKey(misplaced, occupant) ? occupant : undefined);
  const undo = undoOf(misplaced, occupant, own === occupant);
  const set = own ? ({ ...misplaced.set } as Record<string, CellValue>) : undefined;
  return {
    tab,
    undo: undo ?? [],
    again: own && set ? { ...misplaced, row: withoutUndone(own, undo ?? []), set } : undefined,
    record: recordOf(misplaced, occupant, undo !== undefined, own !== undefined, found),
  };
}

/** The row a write was meant for; of several alike in their key the one that holds what was read. */
function meant(read: ReadRow, rows: readonly ReadRow[]): ReadRow | undefined {
  const own = rows.filter((row) => keyText(row) === keyText(read) && rowKey(row) === rowKey(read));
  return own.length > 1 ? own.find((row) => sameContent(row.byHeader, read.byHeader)) : own[0];
}

/**
 * Whether this is the row that was meant (`row.byHeader`: as it was before), with its key overwritten as columns moved: all
 * else stands under its header.
 */
function hasLostKey(misplaced: RowUpdate, occupant: ReadRow): boolean {
  const written = new Map(changedCells(misplaced).map(({ place, content }) => [place, content]));
  const { texts } = occupant.headers;
  const isWritten = (header: string) => written.has(texts.indexOf(header) + 1);
  const headers = Object.keys(misplaced.row.byHeader);
  const left = headers.filter((header) => !isWritten(header));
  return (
    isWritten(misplaced.row.tab.columns[misplaced.row.tab.key]?.header ?? '') &&
    left.length > 0 &&
    left.every((header) => occupant.byHeader[header] === misplaced.row.byHeader[header]) &&
    [...written].every(([place, content]) => {
      const header = texts[place - 1] ?? '';
      return header === '' || (occupant.byHeader[header] ?? '') === content;
    })
  );
}

/** Cells as they were: of the person's own row as it was read, of another's as 控え has it; undefined where nobody knows. */
function undoOf(misplaced: RowUpdate, occupant: ReadRow, isMeant: boolean): CellWrite[] | undefined {
  const { row } = misplaced;
  const isOwn = isMeant || (keyText(occupant) === keyText(row) && rowKey(occupant) === rowKey(row));
  const before = isOwn ? row.byHeader : rememberedOf(occupant);
  if (!before) return undefined;
  const kinds = new Map(Object.values<Column>(row.tab.columns).map(({ header, kind }) => [header, kind]));
  return changedCells(misplaced).flatMap(({ place }) => {
    const header = occupant.headers.texts[place - 1] ?? '';
    const content: RawCell = header === '' ? '' : (before[header] ?? '');
    const now = header === '' ? undefined : (occupant.byHeader[header] ?? '');
    return now === content
      ? []
      : [{ tab: row.tab, row: occupant.row, place, content, kind: kinds.get(header) }];
  });
}

/** The row as it will be once the undoing is done: what was misplaced on it does not count as written. */
function withoutUndone(own: ReadRow, undo: readonly CellWrite[]): ReadRow {
  const raw: Record<string, RawCell> = { ...own.raw };
  for (const [key, place] of own.headers.places) {
    const undone = undo.find((cell) => cell.row === own.row && cell.place === place);
    if (undone) raw[key] = undone.content;
  }
  const byHeader: Record<string, RawCell> = { ...own.byHeader };
  for (const cell of undo) {
    const header = own.headers.texts[cell.place - 1] ?? '';
    if (cell.row === own.row && header !== '') byHeader[header] = cell.content;
  }
  return { ...own, raw, byHeader };
}

function recordOf(
  misplaced: RowUpdate,
  occupant: ReadRow,
  undone: boolean,
  repeated: boolean,
  found: Found,
): RowAppend {
  const { tab, row } = misplaced.row;
  const told = [
    `${tab.title} ${String(row)}行目への書き込みの間に行か列が動きました。`,
    undone
      ? '上書きした欄を元に戻しました。'
      : '上書きした欄の元の内容がわかりません。版の履歴でお確かめください。',
    repeated ? '正しい行に書き直しました。' : '書き込む行が見つかりません。',
  ];
  return {
    tab: operations,
    headers: found.headers(operations),
    values: {
      at: now(),
      by: 'システム',
      kind: '書き込みの直し',
      target: `${keyText(misplaced.row)} → ${keyText(occupant)}`,
      result: told.join(''),
    },
  };
}
