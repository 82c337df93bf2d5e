import type { ComponentChildren } from 'preact';
import { Busy } from '../../../ui/busy';
import { StepButtons } from './step-buttons';

interface StepFormProps {
  press: string;
  stop?: string;
  busy: boolean;
  onPress: () => void;
  onStop?: () => void;
  children: ComponentChildren;
}

/** What is typed to be recorded; Enter sends it. */
export function StepForm({ press, stop, busy, onPress, onStop, children }: StepFormProps) {
  return (
    <form
      class="step"
      noValidate
      onSubmit={(event) => {
        event.preventDefault(); // Google's frame would send the form to another page
        onPress();
      }}
    >
      {children}
      <StepButtons press={press} {...(stop !== undefined && { stop })} busy={busy} onStop={onStop} />
      <Busy when={busy} text="記録しています。" />
    </form>
  );
}
