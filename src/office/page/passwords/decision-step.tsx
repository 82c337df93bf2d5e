import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { TextField } from '../../../ui/text-field';
import type { Attempt } from '../parts/refusal';
import { StepBefore } from '../parts/step-before';

interface DecisionStepProps {
  title: string;
  /** The heading's rank: one below what it stands under. */
  rank: 'h3' | 'h4';
  /** Name of the button that decides. */
  press: string;
  busy: boolean;
  attempt: Attempt | undefined;
  /** What will happen, to which addresses. */
  children: ComponentChildren;
  onPress: (memo: string) => void;
  onStop: () => void;
}

/** The step before a decision about a password: what will happen, and メモ. */
export function DecisionStep({ children, onPress, ...step }: DecisionStepProps) {
  const id = useId();
  const [memo, setMemo] = useState('');
  return (
    <StepBefore {...step} start="title" onPress={() => onPress(memo)}>
      {children}
      <TextField
        id={`${id}-memo`}
        label="メモ"
        optional
        support="例：電話で確認"
        value={memo}
        maxLength={500}
        onInput={setMemo}
      />
    </StepBefore>
  );
}
