import { ErrorSummary } from '../../../ui/error-summary';
import { PhoneText } from '../../../ui/phone-text';
import type { Failure } from './use-form';

/** The failure of the last attempt above its form. */
export function FormFailure({ failure }: { failure: Failure | undefined }) {
  if (!failure) return null;
  return (
    <ErrorSummary title={failure.title} problems={failure.problems} attempt={failure.attempt ?? failure}>
      <Lines lines={failure.lines} />
    </ErrorSummary>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  const [first] = lines;
  if (first === undefined) return null;
  if (lines.length === 1)
    return (
      <p>
        <PhoneText text={first} />
      </p>
    );
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>
          <PhoneText text={line} />
        </li>
      ))}
    </ul>
  );
}
