/** Two operations on one Workspace: who they are about, where they begin, and what they come to one after the other. */
import type { ControlClient, SampleInfo } from '../../workspace/control/client';
import type { Called } from '../support/office-day';
import { castFor, castOnInsider, extrasOf, numbersOf } from './cast';
import { broken } from './invariants';
import type { Operation } from './operation';
import { pointsOf, type Point } from './points';
import { firstDay, ready } from './ready';
import { stageOf, type Stage } from './stage';
import { headed, readState, typedAway, type Line, type State } from './state';

/** Long enough for every recovery: a mail is missed twice, ten minutes apart, before it is sent again. */
const SETTLING = 'PT45M';

export interface Pair {
  readonly name: string;
  readonly a: Operation;
  readonly b: Operation;
  /** Both are about the same person. */
  readonly onePerson: boolean;
}

/** Every two operations, each with itself too; those that can be about one person so as well. */
export function pairsOf(all: readonly Operation[]): Pair[] {
  const operations = all.filter(({ single }) => single !== true);
  return operations.flatMap((a, at) =>
    operations.slice(at).flatMap((b) => {
      const name = `${a.name} × ${b.name}`;
      const [first, second] = a.situation === undefined ? [b, a] : [a, b];
      const meet =
        first.situation !== undefined &&
        (second.situation === first.situation || second.alsoOn === first.situation);
      const one = { name: `${name}, one person`, a: first, b: second, onePerson: true };
      return [{ name, a, b, onePerson: false }, ...(meet ? [one] : [])];
    }),
  );
}

export const sharesTab = ({ a, b }: Pair): boolean => a.tabs.some((tab) => b.tabs.includes(tab));

/** An operation as one of several, with its people and what was arranged. */
export interface Role {
  readonly operation: Operation;
  readonly sample: SampleInfo;
  readonly arranged: unknown;
}

export interface Meeting {
  readonly checkpoint: string;
  readonly roles: readonly Role[];
  readonly before: State;
}

/** Arranges several operations on one state: those first whose arranging takes the most time, so that sessions last. */
export async function arrangeMeeting(
  control: ControlClient,
  checkpoint: string,
  operations: readonly Operation[],
  onePerson: boolean,
): Promise<Meeting> {
  const starts: number[] = [];
  for (const operation of operations) starts.push((await ready(control, operation)).before.now);
  const sample = await firstDay(control);
  const extras = extrasOf(await readState(control), sample);
  const taken = new Set<string>();
  const casts = operations.map((operation, at) => {
    const [first] = operations;
    const insider = sample.cases[first?.people[0] ?? ''];
    const cast =
      onePerson && at > 0 && insider
        ? castOnInsider(operation, sample, insider)
        : castFor(operation, sample, taken, extras);
    numbersOf(operation, cast).forEach((number) => taken.add(number));
    return cast;
  });
  const made = new Set<string>();
  const order = operations.map((_, at) => at);
  // Of two on one person the first makes her what she is.
  if (!onePerson) order.sort((one, other) => (starts[other] ?? 0) - (starts[one] ?? 0));
  const arranged: unknown[] = [];
  for (const at of order)
    arranged[at] = await operations[at]?.arrange(stageOf(control, { sample: casts[at] ?? sample, made }));
  await control.post('/api/checkpoint', { save: checkpoint });
  const roles = operations.map((operation, at) => ({
    operation,
    sample: casts[at] ?? sample,
    arranged: arranged[at],
  }));
  return { checkpoint, roles, before: await readState(control) };
}

/** Everything is where the meeting begins; each role with its own copy of what was arranged. */
export async function begin(control: ControlClient, { checkpoint, roles }: Meeting): Promise<Role[]> {
  await control.post('/api/checkpoint', { restore: checkpoint });
  return roles.map((role) => ({ ...role, arranged: structuredClone(role.arranged) }));
}

/** Does what a role does; `door` hears what its doors answer. */
export function act(control: ControlClient, role: Role, door: Called[]): Promise<boolean> {
  const stage = stageOf(control, { sample: role.sample, told: (called) => void door.push(called) });
  return role.operation.act(stage, role.arranged);
}

/** Lets everything come to rest, who was refused try again, and tells what does not hold. */
export async function judge(
  control: ControlClient,
  { before }: Meeting,
  roles: readonly Role[],
  done: readonly boolean[],
  door: readonly Called[],
): Promise<string[]> {
  const problems = door.flatMap(thrown);
  const acted: boolean[] = [];
  const stages: Stage[] = roles.map(({ sample }) => stageOf(control, { sample }));
  for (const [at, role] of roles.entries()) acted.push(done[at] || (await act(control, role, [])));
  for (const { operation } of roles) if (operation.later) await stages[0]?.advance(operation.later);
  await stages[0]?.advance(SETTLING);
  const after = await readState(control);
  const typed = new Map<string, Line | null>(
    roles.flatMap(({ operation, arranged }) => [...(operation.typed?.(arranged) ?? [])]),
  );
  const people = roles.flatMap(({ operation, sample }) => numbersOf(operation, sample));
  const heads = new Map(roles.flatMap(({ operation }) => [...(operation.heads ?? [])]));
  problems.push(...broken(headed(before, heads), after, { people, byHand: new Map([['台帳', typed]]) }));
  for (const [at, { operation, arranged }] of roles.entries()) {
    const stage = stages[at];
    const missing =
      acted[at] && stage
        ? await operation.missing(stage, arranged, typedAway(after, typed))
        : ['完了 is never answered'];
    problems.push(...missing.map((one) => `${operation.name}: ${one}`));
  }
  return problems;
}

/** A door that throws shows a text of Google's; one that was held beyond six minutes has none of ours. */
function thrown(called: Called): string[] {
  if (called.ok || called.error.message === 'Exceeded maximum execution time') return [];
  return [`a door threw ${called.error.name}: ${called.error.message}`];
}

/** A pair where it begins, with the calls of each when it comes first, and what may be missing in the end. */
export interface Started extends Meeting {
  readonly points: readonly [Point[], Point[]];
  /** What does not hold when one has come after the other, in either order: of one person's two wishes one may go. */
  readonly granted: ReadonlySet<string>;
}

/** Arranges a pair and plays it one after the other, both ways; throws when that alone does not hold. */
export async function startPair(control: ControlClient, pair: Pair): Promise<Started> {
  const meeting = await arrangeMeeting(control, pair.name, [pair.a, pair.b], pair.onePerson);
  const since = meeting.before.executions[meeting.before.executions.length - 1]?.id ?? 0;
  const granted = new Set<string>();
  const points: [Point[], Point[]] = [[], []];
  for (const first of [0, 1] as const) {
    const roles = await begin(control, meeting);
    const door: Called[] = [];
    const done: boolean[] = [];
    for (const at of [first, 1 - first]) {
      const role = roles[at];
      if (role) done[at] = await act(control, role, door);
      if (at === first)
        points[first] = pointsOf((await readState(control)).executions.filter(({ id }) => id > since));
    }
    for (const problem of await judge(control, meeting, roles, done, door)) granted.add(problem);
  }
  if (granted.size > 0 && !pair.onePerson)
    throw new Error(`${pair.name}, one after the other: ${[...granted].join('; ')}`);
  return { ...meeting, points, granted };
}
