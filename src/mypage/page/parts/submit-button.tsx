import type { ComponentChildren } from 'preact';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';

interface SubmitButtonProps {
  busy: boolean;
  /** What is being done: 送っています。 */
  busyText: string;
  children: ComponentChildren;
}

/** The one button that sends a form, and what it says meanwhile. */
export function SubmitButton({ busy, busyText, children }: SubmitButtonProps) {
  return (
    <>
      <Button type="submit" kind="primary" size="wide" busy={busy}>
        {children}
      </Button>
      <Busy when={busy} text={`${busyText}このままお待ちください。`} />
    </>
  );
}
