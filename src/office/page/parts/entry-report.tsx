import type { Problem } from '../../../ui/error-summary';
import { Refusal, type Attempt } from './refusal';
import { Said } from './said';
import { WrongFields } from './wrong-fields';

interface EntryReportProps {
  attempt: Attempt | undefined;
  wrong: readonly Problem[];
  /** What was entered last, `''` if nothing. */
  done?: string;
}

/** Above what is typed: why it did not go, what is wrong with it, or what it became. */
export function EntryReport({ attempt, wrong, done = '' }: EntryReportProps) {
  return (
    <>
      <Refusal attempt={attempt} />
      <WrongFields problems={wrong} />
      <Said text={done} />
    </>
  );
}
