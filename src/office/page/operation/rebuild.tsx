import { useState } from 'preact/hooks';
import type { OfficeCheck } from '../../../contract/office-operation';
import { Busy, useBusy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { Refusal, type Attempt } from '../parts/refusal';
import { ask } from '../server';

/** 要約を作り直す: asked for by the owner, done by the jobs while My Page goes on. */
export function Rebuild({ rebuild, onAsked }: { rebuild: OfficeCheck['rebuild']; onAsked: () => void }) {
  const [attempt, setAttempt] = useState<Attempt>();
  const [busy, run] = useBusy();
  const { progress, last, mayAsk } = rebuild;

  const start = () =>
    run(async () => {
      const reply = await ask('rebuildSummaries', {});
      setAttempt(reply.ok ? undefined : { code: reply.code });
      if (reply.ok) onAsked();
    });

  return (
    <section class="stack">
      <h2>要約の作り直し</h2>
      <p class="quiet">
        マイページの表示のもとになる隠しシート「_要約」を、ほかのシートから作り直します。マイページの表示が台帳やポイントのシートと違うときに行います。そのあいだも、マイページは使えます。
      </p>
      {last !== '' && !progress && <p>前回は、{last}に終わりました。</p>}
      <Refusal attempt={attempt} />
      {progress ? (
        <Notice title={`作り直しています（${String(progress.of)}行のうち${String(progress.done)}行）。`} live>
          <p>5分ごとに続きを行います。この画面は、閉じてもかまいません。</p>
        </Notice>
      ) : (
        mayAsk && (
          <div>
            <Button size="small" busy={busy} onClick={start}>
              要約を作り直す
            </Button>
            <Busy when={busy} text="受け付けています。" />
          </div>
        )
      )}
      {!mayAsk && !progress && <p>管理者のアカウントで、この画面を開くと行えます。</p>}
    </section>
  );
}
