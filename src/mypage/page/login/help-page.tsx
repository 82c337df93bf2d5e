import type { ComponentChildren } from 'preact';
import { Button } from '../../../ui/button';

/** A view of help before login: heading, content, and the way back. */
export function HelpPage({
  title,
  children,
  onBack,
}: {
  title: string;
  children: ComponentChildren;
  onBack: () => void;
}) {
  return (
    <div class="view login">
      <h1 tabIndex={-1}>{title}</h1>
      {children}
      <div>
        <Button onClick={onBack}>ログインの画面にもどる</Button>
      </div>
    </div>
  );
}
