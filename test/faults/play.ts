/** Plays one case of one operation from its checkpoint, and tells what does not hold afterwards. */
import type { ControlClient } from '../../workspace/control/client';
import type { OfficeFinding } from '../../src/contract/office-ledger';
import { newKey, valueOf, type Called } from '../support/office-day';
import { casesOf, type FaultCase } from './cases';
import type { Place } from './hand-edit';
import { broken, type Allowed } from './invariants';
import type { Operation } from './operation';
import { COMMIT } from './points';
import { putBack, ready, type Ready } from './ready';
import { byHand as doByHand, isDone, stageOf, type Stage } from './stage';
import { headed, readState, rowsByKey, textOf, typedAway, type Line, type State, type Traced } from './state';

/** Long enough for every recovery: a mail is missed twice, ten minutes apart, before it is sent again. */
export const SETTLING = 'PT45M';

/** An operation and a case of it; `npm run faults` plays it again by these two. */
export interface Trial {
  readonly operation: Operation;
  readonly case: FaultCase;
}

interface Played {
  problems: string[];
  executions: Traced[];
}

/** The line that plays a case of an operation again. */
export function replayLine(operation: string, id: string): string {
  return `npm run faults -- --operation "${operation}" --case "${id}"`;
}

/** The trials of an operation; throws when it does not even hold undisturbed. */
export async function trialsOf(control: ControlClient, operation: Operation): Promise<Trial[]> {
  const { problems, executions } = await playCase(control, operation, { id: 'none', kind: 'kill' });
  const commits = executions.flatMap(({ function: name, sequence }) =>
    sequence.filter((call) => call === COMMIT).map(() => name),
  );
  if (commits.length !== operation.commits)
    problems.push(`${commits.length} commits (${commits.join()}), not ${operation.commits}`);
  if (problems.length > 0) throw new Error(`${operation.name}, undisturbed: ${problems.join('; ')}`);
  const tabs = operation.byHand ? [] : ['台帳', ...operation.tabs.filter((tab) => tab !== '台帳')];
  return casesOf(executions, tabs, operation.heads !== undefined).map((one) => ({ operation, case: one }));
}

/** What does not hold after this trial; empty when all is well. */
export async function play(control: ControlClient, trial: Trial): Promise<string[]> {
  return (await playCase(control, trial.operation, trial.case)).problems;
}

async function playCase(control: ControlClient, operation: Operation, one: FaultCase): Promise<Played> {
  const start = await ready(control, operation);
  const { sample, before } = start;
  const arranged = await putBack(control, start);
  const people = operation.people.map((name) => sample.cases[name]?.number ?? '');
  const answers: Called[] = [];
  const told = (called: Called) => void answers.push(called);
  const acting = stageOf(control, { sample, delivery: one.delivery ?? {}, told });
  const place = one.edit && placeOf(start, one.edit.by.tab, people[0] ?? '');
  await arm(control, one, place);

  const acted = await operation.act(acting, arranged);
  if (operation.later) await acting.advance(operation.later);
  const problems = one.silent ? [] : answers.flatMap(thrown);
  const left = await control.get<{ at?: unknown; times?: number }[]>('/api/faults');
  if (left.some(({ at, times }) => at !== undefined && times === undefined))
    problems.push('the fault was not met');
  const executions = await control.get<Traced[]>(
    `/api/executions?since=${String(before.executions[before.executions.length - 1]?.id ?? 0)}`,
  );
  if (place && one.edit.by.back) {
    await doByHand(acting.day, one.edit.by.back(place));
    if (operation.onceMended) await acting.advance(operation.onceMended);
  }
  const calm = stageOf(control, { sample });
  // A quota lasts until the next day; whatever else is over, and who was refused tries again at once.
  const lasting = left.some(({ at }) => at === undefined);
  if (!lasting && left.length > 0 && !one.busy) await control.delete('/api/faults');
  let again = acted || (await operation.act(one.busy ? acting : calm, arranged));
  // A look at the tabs waits for nobody: it is BUSY as often as it is tried, until the minute is over.
  if (!again && one.busy) {
    await control.delete('/api/faults');
    again = await operation.act(calm, arranged);
  }
  await calm.advance(SETTLING);
  if (left.length > 0) await control.delete('/api/faults');
  if (lasting) await calm.advance('P1D');
  // Who was answered 完了 meanwhile went another way than into the limit.
  if (one.busy && !acted && !answers.some(isBusy)) problems.push('nobody is told BUSY');

  const after = await readState(control);
  const ousted = operation.mayOust ? await toldGone(calm) : [];
  const edited = allowed(operation, arranged, people, one, place, ousted);
  const gone = isGone(operation, edited, people, { before, after, arranged });
  if (!again && !gone) problems.push('完了 is never answered');
  problems.push(...broken(headed(before, operation.heads), after, edited));
  if (again && !gone)
    problems.push(...(await operation.missing(calm, arranged, typedAway(after, edited.byHand.get('台帳')))));
  return { problems: [...new Set(problems)], executions };
}

async function arm(control: ControlClient, { faults = [], edit }: FaultCase, place?: Place): Promise<void> {
  if (edit && place)
    await control.post('/api/faults', { kind: 'edit', at: edit.at, edit: edit.by.body(place) });
  for (const fault of faults) await control.post('/api/faults', fault);
}

/** The person's own row: the last one of a tab that has several; the next free one where there is none. */
function placeOf({ before }: Ready, tab: string, number: string): Place {
  const { rows, places } = before.tab(tab);
  const own = rows.map((row) => textOf(row['登録番号'])).lastIndexOf(number);
  return { own: places[own] ?? (places[places.length - 1] ?? 1) + 1, state: before };
}

/** A door that throws shows the person a text of Google's instead of a sentence. */
function thrown(called: Called): string[] {
  return called.ok ? [] : [`the door threw ${called.error.name}: ${called.error.message}`];
}

const isBusy = (called: Called): boolean => called.ok && !called.value.ok && called.value.code === 'BUSY';

function allowed(
  operation: Operation,
  arranged: unknown,
  people: readonly string[],
  { edit }: FaultCase,
  place: Place | undefined,
  ousted: readonly string[],
): Allowed {
  const gone = ousted.map((number): [string, null] => [number, null]);
  const typed = new Map<string, Line | null>([...(operation.typed?.(arranged) ?? []), ...gone]);
  const byHand = new Map([['台帳', typed]]);
  if (edit && place) {
    const tab = byHand.get(edit.by.tab) ?? new Map<string, Line | null>();
    for (const [key, line] of edit.by.intends?.(place) ?? [])
      tab.set(key, line && { ...tab.get(key), ...line });
    byHand.set(edit.by.tab, tab);
  }
  const doubled = place ? edit?.by.doubles?.(place) : undefined;
  return {
    people,
    byHand,
    ...(edit?.by.takesOwn ? { takenIn: edit.by.tab } : {}),
    ...(edit?.by.column === undefined ? {} : { typedIn: { tab: edit.by.tab, header: edit.by.column } }),
    ...(doubled ? { doubled } : {}),
  };
}

/** Numbers 台帳の点検 tells the secretaries are gone, with a button that brings them back. */
async function toldGone({ office }: Stage): Promise<string[]> {
  const called = await office('findings', {}, newKey());
  if (!isDone(called)) return [];
  const { findings } = valueOf<{ findings: OfficeFinding[] }>(called);
  return findings
    .filter(({ kind, ways }) => kind === 'gone' && ways.includes('restore'))
    .map(({ key }) => key);
}

/** Whether a person took away what the operation is about. */
function isGone(
  operation: Operation,
  { byHand, takenIn }: Allowed,
  people: readonly string[],
  { before, after, arranged }: { before: State; after: State; arranged: unknown },
): boolean {
  const own = (row: Line | undefined) => people.includes(textOf(row?.['登録番号']));
  const typed = operation.typed?.(arranged);
  for (const [title, edits] of byHand) {
    const rows = rowsByKey(before, title);
    const taken = [...edits].filter(([key, line]) => line === null && typed?.get(key) !== null);
    if (taken.some(([key]) => own(rows.get(key)))) return true;
  }
  if (takenIn === undefined || takenIn === '台帳') return false;
  const left = after.tab(takenIn).rows.map((row) => textOf(row['登録番号']));
  return people.some((number) => !left.includes(number));
}
