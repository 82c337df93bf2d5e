/** What an operation is played on. */
import type { Called, OfficeDay } from '../support/office-day';

export interface Stage {
  readonly day: OfficeDay;
  /** Calls the secretariat's door as the first of the staff, with a client key. */
  office(method: string, args: unknown, key: string): Promise<Called>;
  /** Moves time; due triggers run, in the way the case says. */
  advance(duration: string): Promise<void>;
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
