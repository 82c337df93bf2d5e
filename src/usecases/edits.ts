/**
 * Edits of 台帳 by hand: noted first, taken over at once while few, by the minute job when many. Each takeover costs reads
 * and a write of the owner's 60 a minute, which everybody shares: somebody who types fast must not use them up.
 */
import { now } from '../platform/clock';
import type { Edited } from '../platform/edit-event';
import { deleteProperty, writeProperties } from '../platform/properties';
import { randomId } from '../platform/random';
import { PROPERTY, type Installation } from './installation';
import { takeOverAll, takeOverRows } from './take-over-edits';

/** Takeovers a minute that happen at once. */
const AT_ONCE = 5;
const MINUTE_MS = 60_000;
/** Name in 変更履歴 where Google does not tell who typed. */
const SOMEBODY = '事務局';

interface NotedEdit {
  rows: [number, number];
  by: string;
}

/** Notes an edit, so that it is found whatever ends this execution, and takes it over if its turn is now. */
export function noteEdit({ rows, by }: Edited, installation: Installation): void {
  const [first = 0] = rows;
  const flag = `${PROPERTY.edited}${randomId()}`;
  const noted: NotedEdit = { rows: [first, first + rows.length - 1], by: by === '' ? SOMEBODY : by };
  const minute = Math.floor(now() / MINUTE_MS);
  const [lastMinute, count = 0] = (installation.properties[PROPERTY.takeovers] ?? '').split(':').map(Number);
  const done = lastMinute === minute ? count : 0;
  const turn = done < AT_ONCE;
  writeProperties({
    [flag]: JSON.stringify(noted),
    ...(turn
      ? { [PROPERTY.takeovers]: `${String(minute)}:${String(done + 1)}` }
      : { [PROPERTY.due]: String(now()) }),
  });
  if (!turn) return;
  // Nothing found where the event said: somebody moved the rows meanwhile, so the job looks at all of them.
  if (takeOverRows(rows, noted.by).changed > 0) deleteProperty(flag);
}

/** Takes over what was noted, row by row of each person's edits. Flags stay: rows may have moved since. */
export function takeOverNoted(installation: Installation): void {
  const rows = new Map<string, Set<number>>();
  for (const flag of flagsOf(installation)) {
    const { rows: span, by } = JSON.parse(installation.properties[flag] ?? '') as NotedEdit;
    const own = rows.get(by) ?? new Set<number>();
    for (let row = span[0]; row <= span[1]; row += 1) own.add(row);
    rows.set(by, own);
  }
  for (const [by, own] of rows) takeOverRows([...own], by);
}

/** Compares the whole tab, and forgets the flags that were there: whatever they noted has been found now. */
export function settleEdits(installation: Installation): void {
  const flags = flagsOf(installation);
  if (flags.length === 0) return;
  takeOverAll(SOMEBODY);
  flags.forEach((flag) => deleteProperty(flag));
}

function flagsOf(installation: Installation): string[] {
  return Object.keys(installation.properties).filter((name) => name.startsWith(PROPERTY.edited));
}
