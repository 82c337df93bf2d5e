import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useId, useRef, useState } from 'preact/hooks';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { TextField } from '../../../ui/text-field';
import { Refusal, type Attempt } from '../parts/refusal';

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

/** The step before a decision: what will happen, メモ, yes or 「やめる」 (also Escape). */
export function DecisionStep(props: DecisionStepProps) {
  const { title, rank: Title, press, busy, attempt, children, onPress, onStop } = props;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [memo, setMemo] = useState('');
  useLayoutEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
    heading.current?.focus();
  }, []);
  const submit = (event: Event) => {
    event.preventDefault(); // Google's frame would send the form to another page
    if (!busy) onPress(memo);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing && !busy) onStop();
  };
  return (
    <form ref={form} class="step" aria-labelledby={`${id}-title`} onSubmit={submit} onKeyDown={onKey}>
      <Title id={`${id}-title`} tabIndex={-1} ref={heading}>
        {title}
      </Title>
      <Refusal attempt={attempt} />
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
      <div class="buttons">
        <Button type="submit" kind="primary" busy={busy}>
          {press}
        </Button>
        <Button onClick={() => !busy && onStop()}>やめる</Button>
      </div>
      <Busy when={busy} text="記録しています。" />
    </form>
  );
}
