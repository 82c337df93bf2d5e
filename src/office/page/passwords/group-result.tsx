import { Fragment } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { OperatingMode } from '../../../contract/office-operation';
import type { PasswordCase, PasswordDecisions, PasswordSkip } from '../../../contract/office-passwords';
import { sayDone, saySkip, type Decision } from '../parts/decision-words';

/** What became of a group; each is a new object. */
export interface Outcome {
  decision: Decision;
  group: readonly PasswordCase[];
  value: PasswordDecisions;
}

/** How many were decided, and which were left, reason by reason, with what to do. */
export function GroupResult({ outcome, mode }: { outcome: Outcome; mode: OperatingMode | undefined }) {
  const title = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => title.current?.focus(), [outcome]);
  const { decided, skipped } = outcome.value;
  const reasons = [...new Set(skipped.map(({ reason }) => reason))];
  return (
    <div class={`notice ${decided > 0 ? 'good' : 'warning'}`} role="status">
      <p class="notice-title" tabIndex={-1} ref={title}>
        {decided > 0 ? sayDone(outcome.decision, mode, decided) : 'どの回答も、そのまま残しました。'}
      </p>
      {decided > 0 && skipped.length > 0 && <p>{skipped.length}件は残しました。</p>}
      {reasons.length > 0 && (
        <ul class="plain skipped">
          {reasons.map((reason) => (
            <li key={reason}>
              <p>{saySkip(reason)}</p>
              <p class="names">
                {namesOf(reason, outcome).map((name) => (
                  <Fragment key={name}>
                    <span class="nowrap">{name}</span>{' '}
                  </Fragment>
                ))}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function namesOf(reason: PasswordSkip, { group, value }: Outcome): string[] {
  const left = new Set(value.skipped.filter((skip) => skip.reason === reason).map((skip) => skip.responseId));
  return group
    .filter(({ responseId }) => left.has(responseId))
    .map(({ name, number }) => `${name}（${number}）`);
}
