import { useRef, useState } from 'preact/hooks';
import type { OfficeValues } from '../../../contract/office';
import type { ProductionFigures } from '../../../contract/office-operation';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { createClientKeys } from '../../../ui/client-key';
import { Notice } from '../../../ui/notice';
import { CloseButton } from '../parts/close-button';
import { Refusal } from '../parts/refusal';
import { ask } from '../server';
import { ProductionConfirm } from './production-confirm';
import { useLook } from './use-look';

/** 本番にする: what would leave and what would change, then one explicit step. */
export function Production() {
  const { value: figures, attempt, setAttempt, busy, run, look } = useLook('production');
  const [done, setDone] = useState<OfficeValues['startProduction']>();
  const [asking, setAsking] = useState(false);
  const keys = useRef(createClientKeys()).current;

  const start = () =>
    run(async () => {
      const reply = await ask('startProduction', {}, keys.keyFor({}));
      setAttempt(reply.ok ? undefined : { code: reply.code });
      if (!reply.ok) return;
      keys.settled();
      setDone(reply.value);
    });

  return (
    <main class="panel dialog-page">
      <h1>{done ? '本番に切り替えました' : '本番にする前に'}</h1>
      <Refusal attempt={attempt} />
      {done ? (
        <Notice kind="good" title="本番になりました。" live>
          <p>これからの回答に、パスワードのメールが送られます。</p>
          {done.recordedBefore > 0 && (
            <p>これまでの回答{done.recordedBefore}件は、「開始前」として記録しました。メールは送りません。</p>
          )}
        </Notice>
      ) : (
        figures && <Figures figures={figures} />
      )}
      {figures && !done && asking && figures.mode !== '本番' && (
        <ProductionConfirm figures={figures} busy={busy} onStart={start} onStop={() => setAsking(false)} />
      )}
      <div>
        <div class="buttons">
          {figures && !done && !asking && figures.mode !== '本番' && (
            <Button kind="primary" onClick={() => setAsking(true)}>
              本番にする
            </Button>
          )}
          {!figures && (
            <Button busy={busy} onClick={look}>
              もう一度調べる
            </Button>
          )}
          {!asking || done ? <CloseButton /> : null}
        </div>
        <Busy when={busy} text={figures ? '切り替えています。' : '台帳と回答を調べています。'} />
      </div>
    </main>
  );
}

function Figures({ figures }: { figures: ProductionFigures }) {
  const mails = figures.mails.filter(({ count }) => count > 0);
  return (
    <>
      {figures.mode === '本番' ? (
        <Notice title="すでに本番です。" />
      ) : (
        <p>
          いまの動作モードは「{figures.mode}
          」です。本番にすると、メールが登録者に届くようになります。先に、次の数をお確かめください。
        </p>
      )}
      {figures.warnings.length > 0 && (
        <Notice kind="warning" title="先に直したほうがよいこと">
          <ul>
            {figures.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
      <FigureTable
        title="今日、出ていくメール"
        rows={
          mails.length > 0
            ? mails.map(({ kind, count }) => ({ name: kind, count, unit: '通' }))
            : [{ name: '出ていくメールはありません', count: 0, unit: '通' }]
        }
      />
      <FigureTable
        title="フォームの回答"
        rows={[
          { name: '「開始前」と記録するもの（送らない）', count: figures.answersBefore, unit: '件' },
          { name: '本番にすると、すぐに取り扱うもの', count: figures.answersToTreat, unit: '件' },
        ]}
      />
      <FigureTable
        title="資格有効期間の満了日"
        rows={[
          { name: '満了日を過ぎて「有効」のままの方', count: figures.wouldLapse, unit: '名' },
          { name: '満了日が空欄の方', count: figures.blankEnd, unit: '名' },
          { name: '満了日が日付として読めない方', count: figures.oddEnd, unit: '名' },
        ]}
      />
      <p class="quiet">本番にしても、すでに満了日を過ぎている方の資格が、自動で失効することはありません。</p>
    </>
  );
}

function FigureTable({
  title,
  rows,
}: {
  title: string;
  rows: readonly { name: string; count: number; unit: string }[];
}) {
  return (
    <section>
      <h2>{title}</h2>
      <table class="figures" aria-label={title}>
        <tbody>
          {rows.map(({ name, count, unit }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                {count.toLocaleString('ja-JP')} {unit}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
