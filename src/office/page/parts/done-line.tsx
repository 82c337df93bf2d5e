import { useLayoutEffect, useRef } from 'preact/hooks';

/** Stands where a case stood; takes over the focus if the case had it, so that Tab goes on to the next case. */
export function DoneLine({ text, focused }: { text: string; focused: boolean }) {
  const line = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (focused) line.current?.focus();
  }, [focused]);
  return (
    <p class="done-line" role="status" tabIndex={-1} ref={line}>
      {text}
    </p>
  );
}
