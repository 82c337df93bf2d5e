/** What an operation is played on. */
import type { ControlClient, SampleInfo } from '../../workspace/control/client';
import { officeDay, type Called, type OfficeDay } from '../support/office-day';

export interface Stage {
  readonly day: OfficeDay;
  /** Calls the secretariat's door as the first of the staff, with a client key where it writes. */
  office(method: string, args: unknown, key?: string): Promise<Called>;
  /** Moves time; due triggers run, in the way the case says. */
  advance(duration: string): Promise<void>;
  /** Makes something so once, though two operations on one person both arrange it. */
  once(what: string, make: () => Promise<void>): Promise<void>;
}

/** How triggers are delivered: those of the clock that come due, and the form's. */
export interface Delivery {
  readonly clock?: 'twice' | 'late' | 'never';
  readonly form?: 'twice' | 'never' | 'empty';
}

export interface Staging {
  readonly sample: SampleInfo;
  readonly delivery?: Delivery;
  /** Hears every answer of a door. */
  readonly told?: (called: Called) => void;
  /** What `once` has made so far. */
  readonly made?: Set<string>;
}

/** A stage on a Workspace; the people of `sample` play. */
export function stageOf(control: ControlClient, { sample, delivery = {}, told, made }: Staging): Stage {
  const plain = officeDay(control);
  const done = made ?? new Set<string>();
  const hear = async (called: Promise<Called>): Promise<Called> => {
    const answer = await called;
    told?.(answer);
    return answer;
  };
  const day: OfficeDay = {
    ...plain,
    sample: () => Promise.resolve(sample),
    person(name) {
      const person = sample.cases[name];
      return person ? Promise.resolve(person) : Promise.reject(new Error(`The sample has no case ${name}.`));
    },
    answer: (person, given, fire) => plain.answer(person, given, delivery.form ?? fire),
    mypage: (method, args, more) => hear(plain.mypage(method, args, more)),
  };
  return {
    day,
    office: (method, args, key) => {
      const call = { method, args, ...(key === undefined ? {} : { key }) };
      const body = { page: 'sidebar', user: sample.staff[0], function: 'office', args: [call] };
      return hear(control.post<Called>('/api/call', body));
    },
    async advance(advance) {
      await control.post('/api/clock', { advance, ...(delivery.clock ? { fire: delivery.clock } : {}) });
    },
    async once(what, make) {
      if (done.has(what)) return;
      done.add(what);
      await make();
    },
  };
}

/** How often a page sends a call again by itself or by the person's finger. */
const TRIES = 3;

/** The call with its retries: true once it is answered 完了. */
export async function persist(call: () => Promise<Called>): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) if (isDone(await call())) return true;
  return false;
}

/** Whether the person reads 完了. */
export function isDone(called: Called): boolean {
  return called.ok && called.value.ok;
}

/** What a person does to a tab: the body of an edit or rows call, with its tab. */
export async function byHand({ control, sample }: OfficeDay, body: Record<string, unknown>): Promise<void> {
  const { staff } = await sample();
  const { tab, ...rest } = body;
  const call = 'action' in rest ? 'rows' : 'edit';
  await control.post(`/api/sheets/${encodeURIComponent(String(tab))}/${call}`, { user: staff[0], ...rest });
}
