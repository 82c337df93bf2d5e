import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/button';

interface ReceptionConfirmProps {
  /** What registrants will read; null: My Page opens again. */
  sentence: string | null;
  busy: boolean;
  onYes: () => void;
  onStop: () => void;
}

/** The question before My Page is stopped or opened. */
export function ReceptionConfirm({ sentence, busy, onYes, onStop }: ReceptionConfirmProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="case">
      <h2 tabIndex={-1} ref={heading}>
        {sentence === null ? '受付を再開してよろしいですか' : '受付を止めてよろしいですか'}
      </h2>
      {sentence === null ? (
        <p>登録者が、すぐにマイページを使えるようになります。</p>
      ) : (
        <>
          <p>使っている途中の方も、次の操作から使えなくなります。登録者の画面には、次の文が出ます。</p>
          <p class="remark">{sentence}</p>
        </>
      )}
      <div class="buttons">
        <Button kind="primary" busy={busy} onClick={onYes}>
          {sentence === null ? 'はい、再開する' : 'はい、止める'}
        </Button>
        <Button onClick={onStop}>やめる</Button>
      </div>
    </section>
  );
}
