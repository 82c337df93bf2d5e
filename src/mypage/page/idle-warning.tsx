import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

interface IdleWarningProps {
  busy: boolean;
  onContinue: () => void;
  onLogout: () => void;
}

/** Asks after 25 quiet minutes whether to go on. */
export function IdleWarning({ busy, onContinue, onLogout }: IdleWarningProps) {
  return (
    <Dialog title="まもなくログアウトします" onCancel={onContinue}>
      <p>しばらく操作がありませんでした。5分後に、安全のためログアウトします。</p>
      <div class="buttons">
        <Button kind="primary" busy={busy} onClick={onContinue}>
          続ける
        </Button>
        <Button onClick={onLogout}>ログアウトする</Button>
      </div>
    </Dialog>
  );
}
