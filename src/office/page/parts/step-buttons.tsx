import { Button } from '../../../ui/button';

interface StepButtonsProps {
  /** Name of the button that does it. */
  press: string;
  stop?: string;
  busy: boolean;
  /** Not while it is being done; without it there is nothing to stop. */
  onStop?: (() => void) | undefined;
}

/** The end of a step: do it, or leave it. */
export function StepButtons({ press, stop = 'やめる', busy, onStop }: StepButtonsProps) {
  return (
    <div class="buttons">
      <Button type="submit" kind="primary" busy={busy}>
        {press}
      </Button>
      {onStop && <Button onClick={() => !busy && onStop()}>{stop}</Button>}
    </div>
  );
}
