import { ErrorSummary } from '../../../ui/error-summary';
import type { OfficeRefusal } from '../server';
import { sayRefusal } from '../words';

/** One attempt that failed; each attempt is a new object. */
export interface Attempt {
  code: OfficeRefusal;
}

/** Why the last attempt failed and what to do. */
export function Refusal({ attempt }: { attempt: Attempt | undefined }) {
  if (!attempt) return null;
  const { title, lines } = sayRefusal(attempt.code);
  return (
    <ErrorSummary title={title} attempt={attempt}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </ErrorSummary>
  );
}
