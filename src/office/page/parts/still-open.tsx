import { ErrorSummary } from '../../../ui/error-summary';

/** Why what was pressed is not decided; each answer is a new object. */
export interface Left {
  text: string;
}

/** The case stays as it was, and why. */
export function StillOpen({ left }: { left: Left | undefined }) {
  return left ? (
    <ErrorSummary title="まだ決めていません。" attempt={left}>
      <p>{left.text}</p>
    </ErrorSummary>
  ) : null;
}
