import { ErrorSummary } from '../../../ui/error-summary';

/** Why some of a group stay as they are, a line each; each answer is a new object. */
export interface Stayed {
  lines: readonly string[];
}

/** What stays of a group that was decided; nothing if all of it went. */
export function StayList({ stayed, say }: { stayed: Stayed | undefined; say: (count: number) => string }) {
  if (!stayed || stayed.lines.length === 0) return null;
  return (
    <ErrorSummary title={say(stayed.lines.length)} attempt={stayed}>
      {stayed.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </ErrorSummary>
  );
}
