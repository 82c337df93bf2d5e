/** Trouble the Workspace can be told to make, at an exact service call of an exact execution. */
import type { Json } from './service';

const KINDS = [
  'kill',
  'throw',
  'delay',
  'hold',
  'quota',
  'cacheGone',
  'lockTimeout',
  'edit',
  'lostAnswer',
  'searchEmpty',
  'visitorKnown',
] as const;

/** What can go wrong. */
export type FaultKind = (typeof KINDS)[number];

/** Where: the k-th service call (of this name, if given) of an execution (of this function, if given). */
export interface FaultPoint {
  function?: string;
  /** Name of a service call, e.g. `GmailApp.sendEmail`. */
  call?: string;
  /** 1-based; counted among the calls of that name if `call` is given, else among all; default: every one. */
  k?: number;
  when?: 'before' | 'after';
  /** Only in executions with an id above this one. */
  since?: number;
}

/** A fault as `POST /api/faults` describes it. */
export interface Fault {
  kind: FaultKind;
  at?: FaultPoint;
  /** `throw`: the text, optionally with the error's name in front (`GoogleJsonResponseException: API call …`). */
  error?: string;
  /** `delay`: ms of workspace time. */
  ms?: number;
  /** `edit`: the body of an edit or rows call of the control API, with its tab. */
  edit?: Json;
  /** How often it happens; default 1. `quota` without `at` and `visitorKnown` hold until cleared. */
  times?: number;
}

/** A fault that is armed. */
export interface ArmedFault extends Fault {
  readonly id: number;
  /** How often it will still happen. */
  left: number;
}

/** A moment at which faults are asked for. */
export interface FaultMoment {
  execution: number;
  functionName: string;
  /** undefined: the end of the execution. */
  call?: string;
  /** Number of this call in its execution, 1-based. */
  index: number;
  /** Number of this call among those of its name, 1-based. */
  indexOfName: number;
  when: 'before' | 'after';
}

/** The faults of a Workspace. */
export interface Faults {
  /** Arms a fault and returns its id; throws a TypeError when it is not understood. */
  arm(fault: Fault): number;
  /** Faults that may still happen. */
  list(): ArmedFault[];
  /** Disarms this fault and ends its hold, or all. */
  clear(id?: number): void;
  /** The execution this fault has happened to first, as soon as it has; undefined when it never will. */
  happened(id: number): Promise<number | undefined>;
  /** A fault of this kind that holds until cleared (`quota` without `at`, `visitorKnown`) is armed. */
  standing(kind: string): boolean;
  /** The faults that happen at this moment; each is used up once. */
  take(moment: FaultMoment): ArmedFault[];
  /** Plays the `edit` of a fault; set by the control API. */
  person: (edit: Json) => void;
  /** Ends the holds of this fault, or all; set by the engine. */
  letGo: (id?: number) => void;
}

/** Calls a kind is about when the fault does not say where; other kinds happen at any call. */
const CALLS_OF_KIND: Partial<Record<FaultKind, RegExp>> = {
  cacheGone: /^Cache\./u,
  lockTimeout: /^Lock\.(?:tryLock|waitLock)$/u,
  searchEmpty: /^GmailApp\.search/u,
};

function isStanding({ kind, at }: Fault): boolean {
  return kind === 'visitorKnown' || (kind === 'quota' && at === undefined);
}

function happensAt({ kind, at = {} }: Fault, moment: FaultMoment): boolean {
  if (at.since !== undefined && moment.execution <= at.since) return false;
  if (at.function !== undefined && at.function !== moment.functionName) return false;
  if (kind === 'lostAnswer') return moment.call === undefined;
  if (moment.call === undefined || (at.when ?? 'before') !== moment.when) return false;
  if (at.call !== undefined && at.call !== moment.call) return false;
  if (at.k !== undefined && at.k !== (at.call === undefined ? moment.index : moment.indexOfName))
    return false;
  const located = at.call !== undefined || at.k !== undefined;
  const calls = CALLS_OF_KIND[kind];
  return calls === undefined || (located && kind === 'cacheGone') || calls.test(moment.call);
}

function checkFault(fault: Fault): void {
  if (!KINDS.includes(fault.kind)) throw new TypeError(`Unknown kind of fault: ${fault.kind}`);
  if (fault.at?.when !== undefined && !['before', 'after'].includes(fault.at.when)) {
    throw new TypeError(`A fault happens "before" or "after" a call, not "${fault.at.when}".`);
  }
  if (fault.kind === 'edit' && fault.edit === undefined)
    throw new TypeError('A fault "edit" needs its edit.');
}

/** No faults yet. */
export function createFaults(): Faults {
  let faults: ArmedFault[] = [];
  let lastId = 0;
  const happened = new Map<number, number>();
  let waiting: { id: number; end: (execution: number | undefined) => void }[] = [];

  const tell = (): void => {
    const over = waiting.filter(({ id }) => happened.has(id) || !faults.some((fault) => fault.id === id));
    waiting = waiting.filter((each) => !over.includes(each));
    over.forEach(({ id, end }) => end(happened.get(id)));
  };

  const self: Faults = {
    arm(fault) {
      checkFault(fault);
      lastId += 1;
      faults.push({ ...fault, id: lastId, left: fault.times ?? 1 });
      return lastId;
    },
    list: () => faults.map((fault) => ({ ...fault })),
    clear(id) {
      faults = id === undefined ? [] : faults.filter((fault) => fault.id !== id);
      self.letGo(id);
      tell();
    },
    happened: (id) =>
      new Promise((end) => {
        waiting.push({ id, end });
        tell();
      }),
    standing: (kind) => faults.some((fault) => isStanding(fault) && fault.kind === kind),
    take(moment) {
      const happening = faults.filter((fault) => !isStanding(fault) && happensAt(fault, moment));
      if (happening.length === 0) return [];
      happening.forEach((fault) => {
        fault.left -= 1;
        if (!happened.has(fault.id)) happened.set(fault.id, moment.execution);
      });
      faults = faults.filter(({ left }) => left > 0);
      tell();
      return happening;
    },
    person() {
      throw new Error('Nobody is there to play the edit of a fault.');
    },
    letGo: () => undefined,
  };
  return self;
}
