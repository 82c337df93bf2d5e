/**
 * What people type into the tab ポイント: a word in 状態 is the same decision as in the sidebar, or is put back; other cells
 * are taken over. NotedEdit first, taken up at once while few, by the minute job when many, as edits of 台帳 are.
 */
import { now } from '../../platform/clock';
import type { Edited } from '../../platform/edit-event';
import { deleteProperty, writeProperties } from '../../platform/properties';
import { randomId } from '../../platform/random';
import { commit, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import { findContaining } from '../../sheets/find';
import { readForDecision } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { COUNTER_ROW, points, summaries } from '../../sheets/schema';
import { publish, requireSheet } from '../../sheets/spreadsheet';
import type { Summary } from '../../sheets/summary';
import { alone } from '../alone';
import { inBatches, latestWishes, rowsWithin, typistOf, type NotedEdit } from '../typed-rows';
import { PROPERTY, type Installation } from '../installation/installation';
import { startNumbering, yearOf, type Numbering } from '../summary/numbering';
import { putBackRecord } from '../ledger/put-back';
import { loadRules, type Rules } from '../installation/rules';
import { wakeSender } from '../sending/wake-sender';
import { afterDecision } from './after-decision';
import { pointWrites } from './decide-points';
import { isOlder, seenOf } from './in-force';
import type { PointWrite } from './judge-point';
import { knownPeople } from './known-people';
import { noteLostRows } from './lost-rows';
import { readPointGround, type PointGround } from './point-ground';
import { typedRow, type TypedRow, type Typist } from './typed-row';

type PointRow = ReadRow<typeof points>;

/** Takings-up a minute that happen at once. */
const AT_ONCE = 5;
const MINUTE_MS = 60_000;
/** Notes an edit of ポイント, so that it is found whatever ends this execution, and takes it up if its turn is now. */
export function noteTyped({ rows, by }: Edited, installation: Installation): void {
  const [first = 0] = rows;
  const noted: NotedEdit = { rows: [first, first + rows.length - 1], by };
  const flag = `${PROPERTY.typed}${randomId()}`;
  const minute = Math.floor(now() / MINUTE_MS);
  const [lastMinute, count = 0] = (installation.properties[PROPERTY.takeovers] ?? '').split(':').map(Number);
  const done = lastMinute === minute ? count : 0;
  const turn = done < AT_ONCE;
  writeProperties({
    [flag]: JSON.stringify(noted),
    [turn ? PROPERTY.takeovers : PROPERTY.due]: turn
      ? `${String(minute)}:${String(done + 1)}`
      : String(now()),
  });
  if (turn) takeUp(flag, noted, installation);
}

/** Rows of ポイント where something typed may not be taken up yet, the latest few. */
export function notedRows({ properties }: Installation): number[] {
  return Object.keys(properties)
    .filter((name) => name.startsWith(PROPERTY.typed))
    .flatMap((flag) => (JSON.parse(properties[flag] ?? '') as NotedEdit).rows?.[0] ?? [])
    .filter((row) => row > 1 && row <= requireSheet(points).getMaxRows())
    .slice(-5);
}

/** Takes up what was noted and is not done; with `everywhere` also what nobody knows the rows of. */
export function takeUpTyped(installation: Installation, everywhere: boolean): void {
  const { properties } = installation;
  for (const flag of Object.keys(properties).filter((name) => name.startsWith(PROPERTY.typed))) {
    const noted = JSON.parse(properties[flag] ?? '') as NotedEdit;
    if (noted.rows || everywhere) takeUp(flag, noted, installation);
  }
}

function takeUp(flag: string, { rows, by }: NotedEdit, installation: Installation): void {
  const { rules } = loadRules();
  publish();
  const places = rows ? rowsWithin(points, rows[0], rows[1]) : latestWishes(points);
  let found = 0;
  for (const part of inBatches(places)) {
    const { changed, mails, ground } = alone(() => takeUpRows(part, typistOf(by, rules), rules));
    found += changed;
    if (ground) noteLostRows(ground, installation);
    if (mails) wakeSender(now());
  }
  if (found > 0 || !rows) deleteProperty(flag);
  else writeProperties({ [flag]: JSON.stringify({ by } satisfies NotedEdit) });
}

/** One commit for all rows. `ground` where there was something to look at. */
function takeUpRows(
  places: readonly number[],
  typist: Typist,
  rules: Rules,
): { changed: number; mails: boolean; ground?: PointGround } {
  const read = readForDecision([{ tab: points, rows: places }]);
  const edited = places
    .map((row) => read.row(points, row))
    .filter(({ byHeader }) => Object.keys(byHeader).length > 0);
  if (edited.length === 0) return { changed: 0, mails: false };
  const valuesOf = (key: 'receipt' | 'number') =>
    edited.map(({ values }) => values[key]).filter((text) => text !== '');
  const ground = readPointGround(valuesOf('receipt'), valuesOf('number'), true);
  const numbering = startNumbering(ground.counters, yearOf(now()));
  const touched = new Map<string, Summary>();
  const done: PointWrite[] = [];
  const updates: RowUpdate[] = [];
  const appends: RowAppend[] = [];
  let changed = 0;
  let standing = ground;
  for (const { values } of edited.filter(isFirst)) {
    const row = ground.rows.get(values.receipt) ?? edited.find((one) => one.values === values);
    const typed = row && typedOf(row, touched, standing, typist, rules, numbering);
    if (!typed) continue;
    changed += 1;
    if (typed.write) done.push(typed.write);
    standing = afterDecision(standing, typed.write);
    if (typed.summary) touched.set(row.values.number, typed.summary);
    updates.push(...typed.updates);
    appends.push(...typed.appends);
  }
  const written = pointWrites(done, touched, ground, rules, numbering);
  if (changed > 0)
    commit({
      updates: [...updates, ...written.updates, numbering.toUpdate()],
      appends: [...appends, ...written.appends],
    });
  return { changed, mails: written.due.length > 0, ground };
}

/** A row copied over others stands more than once. */
function isFirst({ values: { receipt } }: PointRow, at: number, rows: readonly PointRow[]): boolean {
  return receipt === '' || rows.findIndex(({ values }) => values.receipt === receipt) === at;
}

/** A row of its person, one whose 登録番号 was typed over, or one a person made. */
function typedOf(
  row: PointRow,
  touched: ReadonlyMap<string, Summary>,
  ground: PointGround,
  typist: Typist,
  rules: Rules,
  numbering: Numbering,
): (Partial<TypedRow> & Pick<TypedRow, 'updates' | 'appends'>) | undefined {
  const { receipt, number, state } = row.values;
  const summary = touched.get(number) ?? ground.people.get(number)?.summary;
  const own = summary && (seenOf(summary, receipt) !== undefined || isOlder(summary, receipt));
  const owner = own || receipt === '' ? undefined : ownerOf(receipt);
  if (owner === undefined && summary && receipt !== '')
    return typedRow(row, summary, ground, typist, rules, numbering);
  if (owner === undefined && state === '') return undefined;
  const text =
    owner === undefined
      ? `シート「ポイント」の${String(row.row)}行目は、受付番号か登録番号がわからないので、ポイントに数えません。事務局画面の「紙の申請を入力する」から入れてください。`
      : `「登録番号」の「${number}」を元に戻しました。登録番号は変えられません。ほかの方の申請のときは、この行の「状態」を「取下げ」（承認したあとは「取消」）にして、事務局画面の「紙の申請を入力する」から入れ直してください。`;
  return {
    updates: owner === undefined ? [] : [update(row, { number: owner })],
    appends: [putBackRecord(receipt, typist.account, text, ground)],
  };
}

/** 登録番号 of the person whose 要約 knows the application. */
function ownerOf(receipt: string): string | undefined {
  const rows = findContaining(summaries, receipt).filter((row) => row > COUNTER_ROW);
  const people = knownPeople(readForDecision([{ tab: summaries, rows }]), rows);
  return [...people].find(([, { summary }]) => seenOf(summary, receipt) !== undefined)?.[0];
}
