/** The installable triggers of the project: whose, on what, calling which function. */
import type { Clock, Json, Random, Stored } from '../engine/service';
import { makeRule, nextDue } from './triggers-clock';
import type { ClockRule, ClockSpec } from './triggers-clock';

/** What a trigger waits for. */
export type TriggerEvent = 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';
export type TriggerSource = 'CLOCK' | 'SPREADSHEETS' | 'FORMS';

/** A trigger. */
export interface TriggerRecord {
  uid: string;
  handler: string;
  /** The account that made it, as which it runs. */
  owner: string;
  source: TriggerSource;
  /** Id of the form or spreadsheet; null for the clock. */
  sourceId: string | null;
  event: TriggerEvent;
  created: number;
  rule: ClockRule | null;
  /** When it runs next, ms; null: never (again), or not by the clock. */
  next: number | null;
}

/** What makes a trigger. */
export interface NewTrigger {
  handler: string;
  owner: string;
  source: TriggerSource;
  sourceId: string | null;
  event: TriggerEvent;
  clock: ClockSpec | null;
}

/** All triggers. */
export interface TriggerStore extends Stored {
  all(): readonly TriggerRecord[];
  /** Triggers on a form or spreadsheet, in the order they were made. */
  on(source: TriggerSource, event: TriggerEvent, sourceId: string): TriggerRecord[];
  add(trigger: NewTrigger): TriggerRecord;
  remove(uid: string): void;
  /** Moves the next time of a clock-driven trigger past `after`. */
  advance(trigger: TriggerRecord, after: number): void;
  clear(): void;
}

/** No triggers yet. `timeZone`: the script's. */
export function createTriggerStore(clock: Clock, random: Random, timeZone: string): TriggerStore {
  let triggers: TriggerRecord[] = [];
  return {
    all: () => triggers,
    on: (source, event, sourceId) =>
      triggers.filter(
        (trigger) => trigger.source === source && trigger.event === event && trigger.sourceId === sourceId,
      ),
    add({ clock: spec, ...rest }) {
      const created = clock.now();
      const rule = spec === null ? null : makeRule(spec, created, timeZone, random);
      // A time that is already past is due at once.
      const first = rule?.kind === 'once' ? Math.max(rule.at, created + 1) : undefined;
      const next = rule === null ? null : (first ?? nextDue(rule, created, created) ?? null);
      const uid = String(Math.floor(random.next() * 1e15) + 1e15);
      const trigger: TriggerRecord = { ...rest, uid, created, rule, next };
      triggers.push(trigger);
      return trigger;
    },
    remove(uid) {
      triggers = triggers.filter((trigger) => trigger.uid !== uid);
    },
    advance(trigger, after) {
      if (trigger.rule !== null) trigger.next = nextDue(trigger.rule, trigger.created, after) ?? null;
    },
    clear() {
      triggers = [];
    },
    save: () => structuredClone(triggers) as unknown as Json,
    load(saved) {
      triggers = structuredClone(saved) as unknown as TriggerRecord[];
    },
  };
}
