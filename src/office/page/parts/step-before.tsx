import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Busy } from '../../../ui/busy';
import { Refusal, type Attempt } from './refusal';
import { StepButtons } from './step-buttons';

interface StepBeforeProps {
  title: string;
  /** The heading's rank: one below what it stands under. */
  rank: 'h3' | 'h4';
  press: string;
  /** Where the focus begins: where something is to be read or typed, on the title. */
  start: 'title' | 'button';
  busy: boolean;
  attempt: Attempt | undefined;
  onPress: () => void;
  onStop: () => void;
  children: ComponentChildren;
}

/** The frame of every step before a decision; Enter decides, Escape stops, nothing twice. */
export function StepBefore(props: StepBeforeProps) {
  const { title, rank: Title, press, start, busy, attempt, onPress, onStop, children } = props;
  const id = useId();
  const box = useRef<HTMLFormElement>(null);
  const first = start === 'title' ? Title : 'button';
  useLayoutEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.querySelector<HTMLElement>(first)?.focus();
  }, [first]);
  return (
    <form
      ref={box}
      class="step"
      aria-labelledby={`${id}-title`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault(); // Google's frame would send the form to another page
        if (!busy) onPress();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing && !busy) onStop();
      }}
    >
      <Title id={`${id}-title`} tabIndex={-1}>
        {title}
      </Title>
      <Refusal attempt={attempt} />
      {children}
      <StepButtons press={press} busy={busy} onStop={onStop} />
      <Busy when={busy} text="記録しています。" />
    </form>
  );
}
