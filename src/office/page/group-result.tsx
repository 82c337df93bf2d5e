import { useEffect, useRef } from 'preact/hooks';
import type { OperatingMode, PasswordCase, PasswordDecisions } from '../../contract/office';
import { sayDone, saySkip, type Decision } from './decision-words';

/** What became of a group; each is a new object. */
export interface Outcome {
  decision: Decision;
  group: readonly PasswordCase[];
  value: PasswordDecisions;
}

/** How many were decided, and which were left, with what to do. */
export function GroupResult({ outcome, mode }: { outcome: Outcome; mode: OperatingMode | undefined }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [outcome]);
  const { decided, skipped } = outcome.value;
  return (
    <div class={`notice ${decided > 0 ? 'good' : 'warning'}`} role="status" tabIndex={-1} ref={box}>
      <p class="notice-title">
        {decided > 0 ? sayDone(outcome.decision, mode, decided) : 'どの回答も、そのまま残しました。'}
      </p>
      {skipped.length > 0 && (
        <>
          <p>残した回答（{skipped.length}件）</p>
          <ul class="plain skipped">
            {skipped.map(({ responseId, reason }) => (
              <li key={responseId}>
                <strong>{nameOf(responseId, outcome.group)}</strong>
                <br />
                {saySkip(reason)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function nameOf(responseId: string, group: readonly PasswordCase[]): string {
  const found = group.find((each) => each.responseId === responseId);
  return found ? `${found.name}（${found.number}）` : responseId;
}
