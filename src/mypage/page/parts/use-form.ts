import { useEffect, useState } from 'preact/hooks';
import { useBusy } from '../../../ui/busy';
import type { Problem } from '../../../ui/error-summary';
import type { Saying } from '../words';

/** What went wrong with one attempt at a form. */
export interface Failure extends Saying {
  problems: readonly Problem[];
  /** The attempt this is left from: only a new one brings the focus back. */
  attempt?: unknown;
}

/** One form: its last failure, and sending that happens once at a time. */
export interface Form {
  busy: boolean;
  failure: Failure | undefined;
  /** Runs the work; what it answers is shown as the failure of this attempt. */
  send: (work: () => Promise<Failure | undefined>) => void;
  /** Forgets what was wrong with these fields: they are being mended. */
  forget: (...fields: string[]) => void;
}

/** State of one form; what failed is left behind when its view is opened anew. */
export function useForm(opened = 0): Form {
  const [busy, run] = useBusy();
  const [failure, setFailure] = useState<Failure>();
  useEffect(() => setFailure(undefined), [opened]);
  const send = (work: () => Promise<Failure | undefined>) => run(async () => setFailure(await work()));
  const forget = (...fields: string[]) => setFailure((last) => mended(last, fields));
  return { busy, failure, send, forget };
}

/** A failure made of fields to mend. */
export function mend(problems: readonly Problem[]): Failure {
  return { title: '入力の内容をお確かめください。', lines: [], problems };
}

/** What is left of a failure once something was done about these fields; nothing after the last of them. */
export function mended(last: Failure | undefined, fields: readonly string[]): Failure | undefined {
  const left = last?.problems.filter(({ id }) => !fields.includes(id)) ?? [];
  if (!last || left.length === last.problems.length) return last;
  return left.length === 0 ? undefined : { ...last, problems: left, attempt: last.attempt ?? last };
}
