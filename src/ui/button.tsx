import type { ComponentChildren, Ref } from 'preact';

interface ButtonProps {
  children: ComponentChildren;
  kind?: 'primary' | 'secondary';
  type?: 'button' | 'submit';
  size?: 'wide' | 'small';
  /** Shows that work is under way; the button keeps its name and its focus and does nothing. */
  busy?: boolean;
  /** For bringing the focus back to it. */
  buttonRef?: Ref<HTMLButtonElement>;
  onClick?: () => void;
}

/** A button at least 44 px high. It is never `disabled`: what is missing is said when it is pressed. */
export function Button({
  children,
  kind = 'secondary',
  type = 'button',
  size,
  busy = false,
  buttonRef,
  onClick,
}: ButtonProps) {
  const press = (event: Event) => {
    if (busy) event.preventDefault();
    else onClick?.();
  };
  const names = ['button', kind, size].filter(Boolean).join(' ');
  return (
    <button
      ref={buttonRef ?? null}
      type={type}
      class={names}
      aria-disabled={busy ? 'true' : undefined}
      onClick={press}
    >
      {children}
    </button>
  );
}
