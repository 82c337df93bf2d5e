/** The cases of one operation: where in its executions what goes wrong. A case is found again by its id. */
import { handEditsOf, type HandEdit } from './hand-edit';
import { COMMIT, pointsOf, type Point } from './points';
import type { Delivery } from './stage';
import type { Traced } from './state';
import { textFor, TOO_MANY } from './texts';

export const CLASSES = ['kill', 'throw', 'limits', 'triggers', 'edit', 'repair'] as const;
export type FaultClass = (typeof CLASSES)[number];

export interface FaultCase {
  /** `class:what:function:k:when`, no blanks. */
  readonly id: string;
  readonly kind: FaultClass;
  /** Bodies of POST /api/faults. */
  readonly faults?: readonly Record<string, unknown>[];
  /** What a person does before this call; the fault itself is made when the rows are known. */
  readonly edit?: { readonly by: HandEdit; readonly at: Record<string, unknown> };
  readonly delivery?: Delivery;
  /** The call may fail without an answer: the platform is gone, nobody is left to say a sentence. */
  readonly silent?: boolean;
  /** So often in a row a call meets the limit of 60 a minute, that the page has to say BUSY. */
  readonly busy?: boolean;
}

/** Calls that neither leave the isolate nor change anything: trouble there is the trouble of the next call. */
const QUIET =
  /^(?:SpreadsheetApp\.getActive.*|Spreadsheet\.getSheetByName|Sheet\.getRange(?:A1)?|Sheet\.getMax.*|Utilities\.getUuid|Session\..*)$/u;

/** Calls that look at cells or write some: between two of them a person's edit is the same whenever it comes. */
const CELLS = /^(?:Range|TextFinder|Sheets)\.|^SpreadsheetApp\.flush$/u;

/**
 * Every case of an operation whose undisturbed executions were these; `tabs`: those a person edits meanwhile; `ofHeads`:
 * it writes row 1, which no journal remembers once the execution is dead: a header put over another one is a finding.
 */
export function casesOf(
  executions: readonly Traced[],
  tabs: readonly string[],
  ofHeads = false,
): FaultCase[] {
  const points = pointsOf(executions);
  const awake = points.filter(({ call }) => !QUIET.test(call));
  const edits = tabs.flatMap(handEditsOf);
  const looks = points.filter(({ previous }) => previous === undefined || CELLS.test(previous));
  const functions = [...new Set(points.map((point) => point.function))];
  return [
    ...points.flatMap(kills),
    ...awake.flatMap(throws),
    ...points.flatMap(limits),
    ...tooManyCalls(points),
    ...functions.flatMap(lostAnswers),
    { id: 'limits:quota', kind: 'limits', faults: [{ kind: 'quota' }] },
    ...deliveries(functions),
    ...looks.flatMap((point) => edits.map((edit) => editCase(point, edit))),
    ...points
      .filter(({ call }) => call === COMMIT)
      .flatMap((point) =>
        repairs(
          point,
          edits.filter(({ name }) => !(ofHeads && name.endsWith('-column'))),
        ),
      ),
  ];
}

/** The moment after a call is the moment before the next one; only the last has one of its own. */
function kills({ function: name, k, last }: Point): FaultCase[] {
  return (last ? (['before', 'after'] as const) : (['before'] as const)).map((when) => ({
    id: `kill:${name}:${k}:${when}`,
    kind: 'kill',
    faults: [{ kind: 'kill', at: { function: name, k, when } }],
    silent: true,
  }));
}

/** Before: nothing was done. After: it was done, and the script hears that it was not. */
function throws({ function: name, k, call }: Point): FaultCase[] {
  return (['before', 'after'] as const).map((when, at) => ({
    id: `throw:${name}:${k}:${when}`,
    kind: 'throw',
    faults: [{ kind: 'throw', at: { function: name, k, when }, error: textFor(call, k + at) }],
  }));
}

function limits({ function: name, k, call }: Point): FaultCase[] {
  const at = { function: name, k, when: 'before' };
  const one = (what: string, kind: string): FaultCase => ({
    id: `limits:${what}:${name}:${k}`,
    kind: 'limits',
    faults: [{ kind, at }],
  });
  return [
    ...(call === 'Lock.tryLock' ? [one('lock', 'lockTimeout')] : []),
    ...(call.startsWith('Cache.') ? [one('cache', 'cacheGone')] : []),
    ...(/^(?:GmailApp|MailApp|Properties|Form|FormApp)\./u.test(call) ? [one('day', 'quota')] : []),
    ...(call.startsWith('GmailApp.search') ? [one('search', 'searchEmpty')] : []),
  ];
}

/** 429 three times in a row, which is waited out, and six times, after which the page says BUSY. */
function tooManyCalls(points: readonly Point[]): FaultCase[] {
  const calls = new Map(
    points
      .filter(({ call }) => call.startsWith('Sheets.'))
      .map((point) => [`${point.function}:${point.call}`, point] as const),
  );
  return [...calls].flatMap(([id, { function: name, call }]) =>
    [3, 6].map((times): FaultCase => ({
      id: `limits:429x${times}:${id}`,
      kind: 'limits',
      faults: [{ kind: 'throw', at: { function: name, call }, error: TOO_MANY, times }],
      busy: times > 5 && isDoor(name),
    })),
  );
}

const isDoor = (name: string): boolean => name === 'mypage' || name === 'office';

function lostAnswers(name: string): FaultCase[] {
  if (!isDoor(name)) return [];
  const fault = { kind: 'lostAnswer', at: { function: name } };
  return [{ id: `limits:answer:${name}`, kind: 'limits', faults: [fault], silent: true }];
}

function deliveries(functions: readonly string[]): FaultCase[] {
  const one = (delivery: Delivery, id: string): FaultCase => ({
    id: `triggers:${id}`,
    kind: 'triggers',
    delivery,
  });
  return [
    ...(functions.some((name) => name.startsWith('runEvery'))
      ? (['twice', 'late', 'never'] as const).map((clock) => one({ clock }, `clock:${clock}`))
      : []),
    ...(functions.includes('onFormSubmitted')
      ? (['twice', 'never', 'empty'] as const).map((form) => one({ form }, `form:${form}`))
      : []),
  ];
}

function editCase({ function: name, k }: Point, by: HandEdit): FaultCase {
  const edit = { by, at: { function: name, k, when: 'before' } };
  return { id: `edit:${by.name}:${name}:${k}`, kind: 'edit', edit };
}

/** Tabs whose overwritten cells no journal remembers once the execution is dead (docs/decisions/0010). */
const UNREMEMBERED = /^(?:パスワード送付|通知|行事)\./u;

/** Rows move just before a commit, which then is misplaced, and the execution dies before it can put that right. */
function repairs({ function: name, k }: Point, edits: readonly HandEdit[]): FaultCase[] {
  return edits
    .filter(({ moves, name: edit }) => moves && !UNREMEMBERED.test(edit))
    .map((by) => ({
      id: `repair:${by.name}:${name}:${k}`,
      kind: 'repair',
      edit: { by, at: { function: name, k, when: 'before' } },
      faults: [{ kind: 'kill', at: { function: name, k, when: 'after' } }],
      silent: true,
    }));
}
