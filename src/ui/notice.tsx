import type { ComponentChildren } from 'preact';

interface NoticeProps {
  kind?: 'plain' | 'good' | 'warning';
  title?: string;
  children?: ComponentChildren;
  /** Read out when it appears. */
  live?: boolean;
}

/** A banner that tells something; colour is never the only sign. */
export function Notice({ kind = 'plain', title, children, live = false }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={live ? 'status' : undefined}>
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  );
}
