import type { MypageView } from '../../../contract/mypage';
import type { PointReceipt } from '../../../contract/mypage-points';
import { writeDay } from '../../../domain/fields/date';
import { Button } from '../../../ui/button';
import { DescriptionList, type Description } from '../../../ui/description-list';
import { ReceiptNotice } from '../parts/receipt-notice';

/** What was received; `later`: 証明書類 follow by post. */
export interface ReceivedPoints extends PointReceipt {
  items: readonly Description[];
  later: boolean;
}

/** 受付番号, when, and what happens next; printed it goes along with 証明書類. */
export function PointsDone({
  received: { receipt, at, mailed, items, later },
  view: { name, number, numberLabel, office },
  onBack,
}: {
  received: ReceivedPoints;
  view: MypageView;
  onBack: () => void;
}) {
  return (
    <div class="view">
      <h1 tabIndex={-1}>講習・ポイントの申請を受け付けました</h1>
      <p class="print-only">
        {name} 様（{numberLabel} {number}）
      </p>
      <section class="card">
        <h2>受付番号</h2>
        <p class="until">{receipt}</p>
        <p>
          受付日時 {writeDay(at.slice(0, 10))} {at.slice(11, 16)}
        </p>
        {later && <p>証明書類に受付番号を書き添えて、郵送かFAXでお送りください。</p>}
      </section>
      <DescriptionList items={items} />
      <ReceiptNotice mailed={mailed} office={office}>
        <p>事務局で確認して、結果をお知らせします。</p>
        {later && <p>証明書類の送り先は、お電話でご案内します。</p>}
      </ReceiptNotice>
      <div class="buttons screen-only">
        <Button onClick={() => globalThis.print()}>印刷する</Button>
        <Button onClick={onBack}>ポイントにもどる</Button>
      </div>
    </div>
  );
}
