import type { PasswordDecisions } from '../../../contract/office-passwords';
import type { Decision } from '../parts/decision-words';
import { usePress } from '../parts/use-press';

/** Takes one decision at a time; pressed again after no answer, it is the same decision. */
export function useDecision() {
  const { busy, attempt, press } = usePress();

  /** `onTaken` is called once the server has answered what it did. */
  const decide = (
    decision: Decision,
    responseIds: string[],
    memo: string,
    onTaken: (value: PasswordDecisions) => void,
  ) =>
    press(
      'decidePasswords',
      { decision, responseIds, ...(memo.trim() !== '' && { memo: memo.trim() }) },
      onTaken,
    );

  return { busy, attempt, decide };
}
