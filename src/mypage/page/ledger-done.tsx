import type { LedgerReceipt, MypageView } from '../../contract/mypage';
import { writeDay } from '../../domain/fields/date';
import { Button } from '../../ui/button';
import { ChangeList } from './ledger-confirm';
import type { ItemChange } from './ledger-draft';
import { ReceiptNotice } from './receipt-notice';

/** What was received, and what was sent for it. */
export interface Received extends LedgerReceipt {
  changes: readonly ItemChange[];
}

/** 受付番号, when, and what happens next; to be printed. */
export function LedgerDone({
  received: { receipt, at, changes, mailed },
  view: { name, number, numberLabel, office },
  onBack,
}: {
  received: Received;
  view: MypageView;
  onBack: () => void;
}) {
  return (
    <div class="view">
      <h1 tabIndex={-1}>{receipt === null ? '変更はありませんでした' : '変更の届出を受け付けました'}</h1>
      {receipt === null ? (
        <p>台帳は、すでにこの内容になっています。あらためて届け出ていただく必要はありません。</p>
      ) : (
        <>
          <p class="print-only">
            {name} 様（{numberLabel} {number}）
          </p>
          <section class="card">
            <h2>受付番号</h2>
            <p class="until">{receipt}</p>
            <p>
              受付日時 {writeDay(at.slice(0, 10))} {at.slice(11, 16)}
            </p>
          </section>
          <ChangeList changes={changes} />
          <ReceiptNotice mailed={mailed} office={office}>
            <p>台帳には、もう反映されています。お手続きはこれで終わりです。</p>
          </ReceiptNotice>
        </>
      )}
      <div class="buttons screen-only">
        {receipt !== null && <Button onClick={() => globalThis.print()}>印刷する</Button>}
        <Button onClick={onBack}>台帳にもどる</Button>
      </div>
    </div>
  );
}
