import type { MypageView } from '../../../contract/mypage';
import type { RenewalLine } from '../../../contract/mypage-renewal';
import { Button } from '../../../ui/button';
import { STATES, STEPS } from './renewal-words';

interface ApplicationCardProps {
  view: MypageView;
  line: RenewalLine;
  onMend: () => void;
  onWithdraw: () => void;
  onPrint: () => void;
}

/** The application: what has become of it, what is to be done, and how far it is. */
export function ApplicationCard({ view, line, onMend, onWithdraw, onPrint }: ApplicationCardProps) {
  const { state, reason, fixBy } = line;
  const ended = state === '不承認' || state === '取下げ' || state === '取消';
  return (
    <section class="card">
      <h2>更新の申請</h2>
      <p class="quiet">
        受付番号 <span class="nowrap">{line.receipt}</span>
        <br />
        受付日 {line.received}
      </p>
      <p>
        <span class={state === '承認' ? 'tag' : ended || state === '差戻し' ? 'tag ended' : 'tag unknown'}>
          {state === '確認済' ? '決裁待ち' : state}
        </span>{' '}
        {STATES[state]}
      </p>
      {line.exception && <p>特例による取り扱いです。</p>}
      {reason !== '' && reason.split('\n').map((text) => <p key={text}>{text}</p>)}
      {line.canMend && fixBy !== '' && (
        <p>
          <strong class="nowrap">{fixBy}</strong>
          までに直していただければ、{line.received}の申請として扱います。
        </p>
      )}
      {line.canMend && (
        <div>
          <Button kind="primary" onClick={onMend}>
            修正して再申請
          </Button>
        </div>
      )}
      {!ended && (
        <>
          <Timeline line={line} tracking={trackingOf(view)} />
          <div class="buttons">
            <Button size="small" onClick={onPrint}>
              控えを見る・印刷する
            </Button>
            {line.canWithdraw && (
              <Button size="small" onClick={onWithdraw}>
                取り下げる
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

/** お問い合わせ番号 of the certificate for the next period; once that has begun, for the running one. */
function trackingOf({ renewal: { next, start: running, periods, certificates } }: MypageView): string {
  const number = periods.find(({ start }) => start === (next?.start ?? running))?.certificate;
  return certificates.find(({ certificate }) => certificate === number)?.tracking ?? '';
}

function Timeline({ line, tracking }: { line: RenewalLine; tracking: string }) {
  const waits = line.canMend ? 'お直しをお待ちしています' : 'お待ちください';
  return (
    <ol class="plain stack">
      {line.timeline.map(({ step, done, current, date }) => (
        <li key={step} class={done ? 'check met' : 'check'}>
          <span class={done ? 'mark' : ''} aria-hidden="true">
            {done ? '✓' : current ? '●' : '○'}
          </span>
          <div>
            {current ? <strong>{STEPS[step]}</strong> : STEPS[step]}
            <div class="support">{done ? date || '済みました' : current ? waits : 'これからです'}</div>
            {step === '発送' && done && tracking !== '' && (
              <div class="support">お問い合わせ番号 {tracking}</div>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
