/** The cases of one operation: where in its executions what goes wrong. A case is found again by its id. */
import type { Execution } from '../support/office-day';
import { handEdits, type HandEdit } from './hand-edit';

export const CLASSES = ['kill', 'edit', 'throw', 'limits', 'clock', 'beside'] as const;
export type FaultClass = (typeof CLASSES)[number];

/** How triggers come due while the operation goes on. */
export type Delivery = 'once' | 'twice' | 'late' | 'never';

/** An execution with its service calls in their order. */
export interface Traced extends Execution {
  readonly sequence: readonly string[];
}

export interface FaultCase {
  /** `class:what:function:k:when`, no blanks. */
  readonly id: string;
  readonly kind: FaultClass;
  /** Body of POST /api/faults; of an edit without what the person does. */
  readonly fault?: Record<string, unknown>;
  readonly edit?: HandEdit;
  readonly delivery?: Delivery;
  /** Another person's form answer arrives while this execution stands still. */
  readonly beside?: boolean;
  /** The call may fail without an answer: the platform is gone, nobody is left to say a sentence. */
  readonly silent?: boolean;
}

/** Calls that neither leave the isolate nor change anything: trouble there is the trouble of the next call. */
const QUIET =
  /^(?:SpreadsheetApp\.getActive.*|Spreadsheet\.getSheetByName|Sheet\.getRange(?:A1)?|Sheet\.getMax.*|Utilities\.getUuid|Session\..*)$/u;

/** Calls that look at cells or write some: between two of them a person's edit is the same whenever it comes. */
const CELLS = /^(?:Range|TextFinder|Sheets)\.|^SpreadsheetApp\.flush$/u;

/** Texts of trouble as Google words it, with the error's name in front (platform.md 7, 14). */
const TEXTS = [
  'Exception: Service Spreadsheets timed out while accessing document with id 1aBcD.',
  'Exception: ID 1aBcD のドキュメントへのアクセス中に、サービス「スプレッドシート」がタイムアウトしました。',
  "Exception: We're sorry, a server error occurred. Please wait a bit and try again.",
  'Exception: サーバー エラーが発生しました。しばらくしてからもう一度試してください。',
  'Exception: Too many simultaneous invocations: Spreadsheets',
] as const;
const TOO_MANY =
  "GoogleJsonResponseException: API call to sheets.spreadsheets failed with error: Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:1'.";

interface Point {
  function: string;
  k: number;
  call: string;
  /** The call before it; undefined for the first. */
  previous: string | undefined;
  last: boolean;
}

/**
 * Every service call of the executions. Of executions of the same function a fault meets the first that has a k-th
 * call, so that later ones are met where they are longer than all before.
 */
function pointsOf(executions: readonly Traced[]): Point[] {
  const reached = new Map<string, number>();
  return executions.flatMap(({ function: name, sequence }) => {
    const from = reached.get(name) ?? 0;
    reached.set(name, Math.max(from, sequence.length));
    return sequence.slice(from).map((call, at) => ({
      function: name,
      k: from + at + 1,
      call,
      previous: sequence[from + at - 1],
      last: from + at + 1 === sequence.length,
    }));
  });
}

/** Every case of an operation whose undisturbed executions were these. */
export function casesOf(executions: readonly Traced[]): FaultCase[] {
  const points = pointsOf(executions);
  const awake = points.filter(({ call }) => !QUIET.test(call));
  const edits = points.filter(({ previous }) => previous === undefined || CELLS.test(previous));
  const functions = [...new Set(points.map((point) => point.function))];
  return [
    ...points.flatMap(kills),
    ...edits.flatMap((point) => handEdits.map((edit) => editCase(point, edit))),
    ...awake.flatMap(throws),
    ...points.flatMap(limits),
    ...functions.flatMap(lostAnswers),
    { id: 'limits:quota', kind: 'limits', fault: { kind: 'quota' } },
    ...clockCases(functions),
    ...awake.map(besideCase),
  ];
}

/** The moment after a call is the moment before the next one; only the last has one of its own. */
function kills({ function: name, k, last }: Point): FaultCase[] {
  return (last ? (['before', 'after'] as const) : (['before'] as const)).map((when) => ({
    id: `kill:${name}:${k}:${when}`,
    kind: 'kill',
    fault: { kind: 'kill', at: { function: name, k, when } },
    silent: true,
  }));
}

function editCase({ function: name, k }: Point, edit: HandEdit): FaultCase {
  return {
    id: `edit:${edit.name}:${name}:${k}`,
    kind: 'edit',
    fault: { kind: 'edit', at: { function: name, k, when: 'before' } },
    edit,
  };
}

/** Before: nothing was done. After: it was done, and the script hears that it was not. */
function throws({ function: name, k, call }: Point): FaultCase[] {
  return (['before', 'after'] as const).map((when, at) => ({
    id: `throw:${name}:${k}:${when}`,
    kind: 'throw',
    fault: { kind: 'throw', at: { function: name, k, when }, error: textFor(call, k + at) },
  }));
}

function textFor(call: string, turn: number): string {
  const text = TEXTS[turn % TEXTS.length] ?? TEXTS[0];
  return call.startsWith('Sheets.') && turn % 2 === 0 ? TOO_MANY : text;
}

function limits({ function: name, k, call }: Point): FaultCase[] {
  const at = { function: name, k, when: 'before' };
  const cases: FaultCase[] = [];
  if (call === 'Lock.tryLock')
    cases.push({ id: `limits:lock:${name}:${k}`, kind: 'limits', fault: { kind: 'lockTimeout', at } });
  if (call.startsWith('Cache.'))
    cases.push({ id: `limits:cache:${name}:${k}`, kind: 'limits', fault: { kind: 'cacheGone', at } });
  if (/^(?:GmailApp|MailApp|Properties|Form|FormApp)\./u.test(call))
    cases.push({ id: `limits:day:${name}:${k}`, kind: 'limits', fault: { kind: 'quota', at } });
  if (call.startsWith('GmailApp.search'))
    cases.push({ id: `limits:search:${name}:${k}`, kind: 'limits', fault: { kind: 'searchEmpty', at } });
  return cases;
}

function lostAnswers(name: string): FaultCase[] {
  return name === 'mypage' || name === 'office'
    ? [
        {
          id: `limits:answer:${name}`,
          kind: 'limits',
          fault: { kind: 'lostAnswer', at: { function: name } },
          silent: true,
        },
      ]
    : [];
}

function clockCases(functions: readonly string[]): FaultCase[] {
  if (!functions.some((name) => name.startsWith('runEvery'))) return [];
  return (['twice', 'late', 'never'] as const).map((delivery) => ({
    id: `clock:${delivery}`,
    kind: 'clock',
    delivery,
  }));
}

function besideCase({ function: name, k }: Point): FaultCase {
  return {
    id: `beside:${name}:${k}`,
    kind: 'beside',
    fault: { kind: 'delay', at: { function: name, k, when: 'before' }, ms: 5_000 },
    beside: true,
  };
}
