import { useState } from 'preact/hooks';
import type { MypageView } from '../../../contract/mypage';
import type { NotificationFacts } from '../../../contract/mypage-notifications';
import { writeDay } from '../../../domain/fields/date';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { FormFailure } from '../parts/form-failure';
import { ReceiptNotice } from '../parts/receipt-notice';
import type { Failure } from '../parts/use-form';
import { isOpen } from './notify-draft';
import { NotifiedFacts, StateLines } from './notify-facts';

interface NotifySlipProps {
  view: MypageView;
  facts: NotificationFacts;
  /** Whether a mail tells so; left out where it was not received just now. */
  mailed: boolean | undefined;
  busy: boolean;
  failure: Failure | undefined;
  onMend: () => void;
  onWithdraw: () => void;
  onBack: () => void;
}

/** One 変更届 with its 受付番号: the answer to 「この内容で届け出る」, what became of it, and the 控え for the papers. */
export function NotifySlip(props: NotifySlipProps) {
  const { view, facts, mailed, busy, failure, onMend, onWithdraw, onBack } = props;
  const { name, number, numberLabel, office } = view;
  const [ending, setEnding] = useState(false);
  const posted = isOpen(facts) && facts.evidence === '郵送待ち';
  const end = () => {
    setEnding(false);
    onWithdraw();
  };
  return (
    <div class="view">
      <h1 tabIndex={-1}>{mailed === undefined ? '変更の届出' : '変更の届出を受け付けました'}</h1>
      <FormFailure failure={failure} />
      <p class="print-only">
        変更の届出（控え）　{name} 様（{numberLabel} {number}）
      </p>
      <section class="card">
        <h2>受付番号</h2>
        <p class="until">{facts.receipt}</p>
        <p>届出日 {writeDay(facts.notifiedOn)}</p>
      </section>
      {mailed === undefined && <StateLines facts={facts} />}
      <NotifiedFacts view={view} facts={facts} />
      {posted && (
        <p>
          証明書類を、{office.name}
          へお送りください。この画面を印刷して同封するか、受付番号を書き添えてください。
        </p>
      )}
      {mailed !== undefined && (
        <ReceiptNotice mailed={mailed} office={office}>
          <p>
            事務局で確認してから、台帳に反映します。結果は、お知らせとマイページの「台帳」でお伝えします。
          </p>
        </ReceiptNotice>
      )}
      <div class="buttons screen-only">
        {facts.state === '差戻し' && (
          <Button kind="primary" onClick={onMend}>
            修正して再申請
          </Button>
        )}
        <Button onClick={() => globalThis.print()}>印刷する</Button>
        {isOpen(facts) && (
          <Button busy={busy} onClick={() => setEnding(true)}>
            取り下げる
          </Button>
        )}
        <Button onClick={onBack}>台帳にもどる</Button>
      </div>
      {ending && (
        <Dialog title="この届出を取り下げますか" onCancel={() => setEnding(false)}>
          <p>取り下げたあとも、新しく届け出ることができます。</p>
          <div class="buttons">
            <Button kind="primary" onClick={end}>
              取り下げる
            </Button>
            <Button onClick={() => setEnding(false)}>やめる</Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
