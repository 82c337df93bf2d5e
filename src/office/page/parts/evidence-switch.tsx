import { Button } from '../../../ui/button';

/** Whether 証明書類 in this state are waited for, so that they can come in. */
export function isByPost(state: string): boolean {
  return state === '郵送待ち' || state === '受領済';
}

/** 証明書類の状態 and, of those that come by post, 受領 or back. */
export function EvidenceSwitch({
  state,
  busy,
  onSwitch,
}: {
  state: string;
  busy: boolean;
  onSwitch: (to: '郵送待ち' | '受領済') => void;
}) {
  const waits = state === '郵送待ち';
  return (
    <div class="evidence">
      <span>
        証明書類：<strong>{state || '（空欄）'}</strong>
      </span>
      {isByPost(state) && (
        <Button size="small" busy={busy} onClick={() => onSwitch(waits ? '受領済' : '郵送待ち')}>
          {waits ? '受領済にする' : '郵送待ちにもどす'}
        </Button>
      )}
    </div>
  );
}
