import { useEffect, useRef } from 'preact/hooks';
import type { ProductionFigures } from '../../../contract/office-operation';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';

interface ProductionConfirmProps {
  figures: ProductionFigures;
  busy: boolean;
  onStart: () => void;
  onStop: () => void;
}

/** The last question before mails reach registrants. */
export function ProductionConfirm({ figures, busy, onStart, onStop }: ProductionConfirmProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    heading.current?.focus();
    // The question comes below the figures: its buttons must be seen too.
    box.current?.scrollIntoView({ block: 'end' });
  }, []);
  const mails = figures.mails.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="case" ref={box}>
      <h2 tabIndex={-1} ref={heading}>
        本番にしてよろしいですか
      </h2>
      <p>
        {mails > 0
          ? `今日、${mails.toLocaleString('ja-JP')}通のメールが登録者に届きます。送ったメールは取り消せません。`
          : '今日すぐに出るメールはありません。これからの回答には、メールが送られます。'}
      </p>
      {figures.warnings.length > 0 && (
        <Notice kind="warning">
          <p>「先に直したほうがよいこと」が{figures.warnings.length}件残っています。</p>
        </Notice>
      )}
      <div class="buttons">
        <Button kind="primary" busy={busy} onClick={onStart}>
          はい、本番にする
        </Button>
        <Button onClick={onStop}>やめる</Button>
      </div>
    </section>
  );
}
