/** Plays one case of one operation on a Workspace that starts over for it, and tells what does not hold afterwards. */
import { setReminderDays } from '../support/renewal-day';
import { officeDay, type Called, type OfficeDay } from '../support/office-day';
import { testNow, type TestWorkspace } from '../support/workspace';
import { casesOf, type Delivery, type FaultCase, type Traced } from './cases';
import { broken } from './invariants';
import { formAnswer, type Operation } from './operations';
import { byHand as doByHand, type Stage } from './stage';
import { readState, textOf, type Line, type State } from './state';

/** Enough people for every named case; a reset is quicker the fewer they are. */
export const REGISTRANTS = 40;
/** Cheap hashing: what is tried here is not the strength of passwords. */
const CHEAP = { scrypt: '16,8,1' };
/** Long enough for every recovery: a mail is missed twice, ten minutes apart, before it is sent again. */
const SETTLING = 'PT45M';

/** An operation and a case of it; `npm run faults` plays it again by these two. */
export interface Trial {
  readonly operation: Operation;
  readonly case: FaultCase;
}

interface Dry {
  problems: string[];
  executions: Traced[];
}

/** The operation undisturbed: it must hold, and its executions say where faults can be. */
async function dryRun(workspace: TestWorkspace, operation: Operation): Promise<Dry> {
  const { problems, executions } = await playCase(workspace, operation, { id: 'none', kind: 'kill' });
  const commits = executions
    .flatMap(({ sequence }) => sequence)
    .filter((call) => call === 'Sheets.Spreadsheets.batchUpdate').length;
  return {
    problems:
      commits === operation.commits
        ? problems
        : [...problems, `${commits} commits, not ${operation.commits}`],
    executions,
  };
}

/** The line that plays a trial again. */
export function replayLine({ operation, case: { id } }: Trial): string {
  return `npm run faults -- --operation "${operation.name}" --case ${id}`;
}

/** The trials of an operation; throws when it does not even hold undisturbed. */
export async function trialsOf(workspace: TestWorkspace, operation: Operation): Promise<Trial[]> {
  const { problems, executions } = await dryRun(workspace, operation);
  if (problems.length > 0) throw new Error(`${operation.name}, undisturbed: ${problems.join('; ')}`);
  return casesOf(executions).map((one) => ({ operation, case: one }));
}

/** What does not hold after this trial; empty when all is well. */
export async function play(workspace: TestWorkspace, trial: Trial): Promise<string[]> {
  return (await playCase(workspace, trial.operation, trial.case)).problems;
}

/** The neighbour of the cases `beside`: somebody else answers the form. */
const neighbour = formAnswer('the neighbour', 'variantKanji');

async function playCase(workspace: TestWorkspace, operation: Operation, one: FaultCase): Promise<Dry> {
  const { control } = workspace;
  await control.post('/api/reset', { scenario: 'sample', registrants: REGISTRANTS, now: testNow });
  const day = officeDay(control);
  const { owner, cases } = await day.sample();
  await control.post('/api/properties', { user: owner, set: CHEAP });
  // Reminders of the morning are an operation of their own; beside the others they would only cost time.
  await setReminderDays(day, '1');
  const people = operation.people.map((name) => cases[name]?.number ?? '');
  const arranged = await operation.arrange(stageOf(day, 'once', []));
  const arrangedBeside = one.beside ? await neighbour.arrange(stageOf(day, 'once', [])) : undefined;
  const before = await readState(day);
  const since = before.executions[before.executions.length - 1]?.id ?? 0;
  const own = before.tab('台帳').rows.findIndex((row) => row['登録番号'] === people[0]) + 2;

  const unanswered: string[] = [];
  const stage = stageOf(day, one.delivery ?? 'once', one.silent ? [] : unanswered);
  if (one.fault) {
    const edit = one.edit ? { edit: one.edit.body(own, before) } : {};
    await control.post('/api/faults', { ...one.fault, ...edit });
  }
  const [acted] = await Promise.all([
    operation.act(stage, arranged),
    one.beside ? neighbour.act(stage, arrangedBeside) : true,
  ]);
  const executions = (await day.executions(since)) as Traced[];
  const left = await control.get<{ at?: unknown }[]>('/api/faults');
  // A neighbour may change the course of a job, so that its k-th call is never made.
  const unmet = left.some(({ at }) => at !== undefined) && one.beside !== true;
  const problems = unmet ? ['the fault was not met'] : [];
  if (one.edit?.back) await doByHand(day, one.edit.back(before));
  const byHand = new Map<string, Line | null>(operation.typed?.(arranged));
  for (const [number, line] of one.edit?.intends?.(own, before) ?? [])
    byHand.set(number, line && { ...byHand.get(number), ...line });
  const gone = people.some((number) => byHand.get(number) === null);
  const calm = stageOf(day, 'once', []);
  // A quota lasts until the next day; whatever else is over, and who was refused tries again at once.
  const lasting = left.some(({ at }) => at === undefined);
  if (!lasting) await control.delete('/api/faults');
  const done = acted || (await operation.act(calm, arranged));
  await calm.advance(SETTLING);
  if (lasting) {
    await control.delete('/api/faults');
    await calm.advance('P1D');
  }
  if (!done && !gone) problems.push('完了 is never answered');

  const after = await readState(day);
  const touched = one.beside ? [...people, cases['variantKanji']?.number ?? ''] : people;
  problems.push(...broken(before, after, { people: touched, byHand }), ...unanswered);
  if (done && !gone) problems.push(...(await operation.missing(calm, arranged, typedAway(after, byHand))));
  if (one.beside) problems.push(...(await neighbour.missing(calm, arrangedBeside, after)));
  return { problems: [...new Set(problems)], executions };
}

/** 台帳 without the cells somebody typed over: what they hold is her doing. */
function typedAway(state: State, byHand: ReadonlyMap<string, Line | null>): State {
  if (byHand.size === 0) return state;
  return {
    ...state,
    tab: (title) => {
      const tab = state.tab(title);
      if (title !== '台帳') return tab;
      const rows = tab.rows.filter((row) => !byHand.has(textOf(row['登録番号'])));
      return { ...tab, rows };
    },
  };
}

function stageOf(day: OfficeDay, fire: Delivery, unanswered: string[]): Stage {
  const told = async (called: Promise<Called>): Promise<Called> => {
    const answer = await called;
    if (!answer.ok) unanswered.push(`the door threw ${answer.error.name}: ${answer.error.message}`);
    return answer;
  };
  return {
    day: { ...day, mypage: (method, args, more) => told(day.mypage(method, args, more)) },
    office: async (method, args, key) => {
      const { staff } = await day.sample();
      const call = { page: 'sidebar', user: staff[0], function: 'office', args: [{ method, args, key }] };
      return told(day.control.post<Called>('/api/call', call));
    },
    advance: async (advance) => {
      await day.control.post('/api/clock', { advance, fire });
    },
  };
}
