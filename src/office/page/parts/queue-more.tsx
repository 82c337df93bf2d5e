import { Button } from '../../../ui/button';

interface QueueMoreProps {
  /** Shown and not decided; in the tab. */
  open: number;
  total: number;
  /** How many come next if these are passed over. */
  next?: number;
  onMore: () => void;
  onNext?: () => void;
}

/** Below a queue: what waits beyond it, once all shown are decided or without deciding them. */
export function QueueMore({ open, total, next = 0, onMore, onNext }: QueueMoreProps) {
  return (
    <>
      {open === 0 && total > 0 && (
        <div>
          <Button onClick={onMore}>続きを表示する</Button>
        </div>
      )}
      {open > 0 && next > 0 && (
        <div>
          <Button size="small" onClick={() => onNext?.()}>
            決めずに、次の{next}件を見る
          </Button>
        </div>
      )}
    </>
  );
}
