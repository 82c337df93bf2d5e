/**
 * What people do to the tabs by hand: noted first, looked at right away while there is little of it, by the minute job when
 * there is much. Each takeover costs reads and a write of the owner's 60 a minute, which everybody shares: somebody who
 * types fast must not use them up. The five-minute job compares the whole of 台帳 while anything is noted.
 */
import { DomainError } from '../../domain/errors';
import { now } from '../../platform/clock';
import type { Edited } from '../../platform/edit-event';
import { deleteProperty, writeProperties } from '../../platform/properties';
import { randomId } from '../../platform/random';
import { ledger } from '../../sheets/schema/index';
import { publish } from '../../sheets/spreadsheet';
import { alone } from '../alone';
import { checkRows, findCheckedTab } from '../findings/check-rows';
import { checkTabs } from '../findings/check-tabs';
import { knownFindings } from '../findings/findings';
import { PROPERTY, type Installation } from '../installation/installation';
import { callRoll } from '../findings/roll-call';
import { settleRows } from '../findings/settle-rows';
import { refreshRows, TYPED_TABS } from './refresh-rows';
import { sweepLedger } from './sweep-ledger';
import { sweepRows } from './sweep-rows';
import { takeOverRows } from './take-over-edits';
import { unlessBroken } from '../findings/under-repair';

/** Takeovers a minute that happen at once. */
const AT_ONCE = 5;
const MINUTE_MS = 60_000;
/** More rows than this are left to the comparison of the whole tab. */
const MOST_ROWS = 300;
/** The store of the properties is small. */
const MOST_FLAGS = 300;
/** Name in 変更履歴 where Google does not tell who typed. */
const SOMEBODY = '事務局';
/** Changes of the spreadsheet that the edit trigger tells better, or that touch no content. */
const QUIET_CHANGES = ['EDIT', 'FORMAT'];

interface Noted {
  /** Undefined where Google does not tell: a change of the structure. */
  tab?: string;
  rows?: [first: number, last: number];
  by: string;
}

/** Notes an edit, so that it is found whatever ends this execution, and looks at it if its turn is now. */
export function noteEdit({ tab, rows, by }: Edited, installation: Installation): void {
  const [first = 0] = rows;
  const noted = {
    tab,
    rows: [first, first + rows.length - 1] as [number, number],
    by: by === '' ? SOMEBODY : by,
  };
  const { flag, turn } = note(noted, installation);
  // Nothing found where the event said: somebody moved the rows meanwhile, so the job looks at all of them.
  if (turn && unlessBroken(() => lookAt(noted, installation)) === true) deleteProperty(flag);
}

/**
 * Notes that rows, columns or tabs were moved, deleted or renamed somewhere, and looks at headers and numbers if its turn
 * is now. What rows hold is compared by the job.
 */
export function noteChange(change: { type: string; by: string }, installation: Installation): void {
  if (QUIET_CHANGES.includes(change.type)) return;
  const { turn } = note({ by: change.by === '' ? SOMEBODY : change.by }, installation);
  if (!turn || checkTabs(installation.properties).has(ledger.title)) return;
  publish();
  const known = knownFindings(installation);
  unlessBroken(() => alone(() => settleRows({ rows: [], keyed: [], findings: [], roll: callRoll(), known })));
}

/** Has the minute job look at rows of 台帳 again: a person has said that they may stand as they are. */
export function lookAgain(row: number, by: string): void {
  const noted: Noted = { tab: ledger.title, rows: [row, row], by };
  writeProperties({ [newFlag()]: JSON.stringify(noted), [PROPERTY.due]: String(now()) });
}

/** Has the five-minute job compare everything. */
export function sweepAgain(by: string): void {
  writeProperties({ [newFlag()]: JSON.stringify({ by } satisfies Noted) });
}

/** Properties that have the five-minute job compare everything once: what Google told nobody of, a deleted row say, is found. */
export function comparedOnce(): Record<string, string> {
  return { [`${PROPERTY.edited}morning`]: JSON.stringify({ by: SOMEBODY } satisfies Noted) };
}

const newFlag = () => `${PROPERTY.edited}${randomId()}`;

function note(noted: Noted, { properties }: Installation): { flag: string; turn: boolean } {
  const flags = Object.keys(properties).filter((name) => name.startsWith(PROPERTY.edited));
  // One that stands there is enough to have everything compared: 台帳 may stay broken for days.
  const flag = flags.length < MOST_FLAGS ? newFlag() : (flags[0] ?? newFlag());
  const minute = Math.floor(now() / MINUTE_MS);
  const [lastMinute, count = 0] = (properties[PROPERTY.takeovers] ?? '').split(':').map(Number);
  const done = lastMinute === minute ? count : 0;
  const turn = done < AT_ONCE;
  writeProperties({
    [flag]: JSON.stringify(noted),
    ...(turn
      ? { [PROPERTY.takeovers]: `${String(minute)}:${String(done + 1)}` }
      : { [PROPERTY.due]: String(now()) }),
  });
  return { flag, turn };
}

/** Whether nothing of the edit is left to look at. */
function lookAt({ tab, rows, by }: Noted, installation: Installation): boolean {
  if (tab === undefined || !rows) return false;
  const [first, last] = rows;
  if (first === 1 && checkTabs(installation.properties).has(tab)) return false;
  const count = last - first + 1;
  const span = Array.from({ length: Math.min(count, MOST_ROWS) }, (_, index) => first + index);
  if (tab === ledger.title) {
    if (last === 1) return true;
    return takeOverRows(span, by, knownFindings(installation)).changed > 0 && count <= MOST_ROWS;
  }
  const checked = findCheckedTab(tab);
  if (checked) {
    checkRows(checked, span, installation);
    return refreshRows(checked, span) && (count <= MOST_ROWS || !isTypedTab(tab));
  }
  return true;
}

/** Looks at what was noted, each person's edits under her name. Flags of 台帳 stay: rows may have moved since. */
export function takeOverNoted(installation: Installation): void {
  const rows = new Map<string, Set<number>>();
  for (const [flag, noted] of notedOf(installation)) {
    if (noted.tab !== ledger.title || !noted.rows) {
      if (noted.tab !== undefined && unlessBroken(() => lookAt(noted, installation))) deleteProperty(flag);
      continue;
    }
    const own = rows.get(noted.by) ?? new Set<number>();
    for (let row = noted.rows[0]; row <= noted.rows[1] && own.size < MOST_ROWS; row += 1) own.add(row);
    rows.set(noted.by, own);
  }
  for (const [by, own] of rows) unlessBroken(() => takeOverRows([...own], by, knownFindings(installation)));
}

/**
 * Looks at the tabs, at what interrupted executions left of rows of others, compares the whole of 台帳, and of 有効期間 and 証書 where something may differ, and forgets the flags
 * that were there: whatever they noted has been found now. Flags stay while a tab is broken, or while there is more
 * than one run can take over.
 */
export function settleEdits(installation: Installation): void {
  const noted = notedOf(installation);
  if (noted.length === 0) return;
  const people = new Set(noted.map(([, { by }]) => by));
  const by = people.size === 1 ? (noted[0]?.[1].by ?? SOMEBODY) : SOMEBODY;
  checkTabs(installation.properties);
  for (const [, edit] of noted)
    if (edit.tab !== undefined && edit.tab !== ledger.title)
      unlessBroken(() => unlessBusy(() => lookAt(edit, installation)));
  const isDone = unlessBroken(() => unlessBusy(() => sweepLedger(by, knownFindings(installation))));
  const mayDiffer = noted.some(([, { tab }]) => tab === undefined || isTypedTab(tab));
  const isFresh = !mayDiffer || unlessBroken(() => unlessBusy(sweepRows));
  if (isDone && isFresh) noted.forEach(([flag]) => deleteProperty(flag));
}

function isTypedTab(title: string): boolean {
  return TYPED_TABS.some((tab) => tab.title === title);
}

/** The 60 calls of the minute are used up: the next run goes on. */
function unlessBusy(work: () => boolean): boolean {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'BUSY') return false;
    throw error;
  }
}

function notedOf({ properties }: Installation): [flag: string, noted: Noted][] {
  return Object.keys(properties)
    .filter((name) => name.startsWith(PROPERTY.edited))
    .map((name) => [name, JSON.parse(properties[name] ?? '') as Noted]);
}
