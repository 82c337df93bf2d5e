import type { MypageView } from '../../../contract/mypage';
import type { RenewalLine } from '../../../contract/mypage-renewal';
import { Button } from '../../../ui/button';
import { DescriptionList } from '../../../ui/description-list';
import { receivedAt } from '../ledger/ledger-done';
import { ReceiptNotice } from '../parts/receipt-notice';
import { renewalItems, type RenewalWork } from './renewal-draft';

interface RenewalSlipProps {
  view: MypageView;
  line: RenewalLine;
  /** Left out where it was not received just now. */
  received: RenewalWork['received'];
  onBack: () => void;
}

/** 受付番号 and what was applied for: the answer to 「この内容で申請する」, and the 控え at any later time. */
export function RenewalSlip({ view, line, received, onBack }: RenewalSlipProps) {
  const { name, number, numberLabel, office } = view;
  return (
    <div class="view">
      <h1 tabIndex={-1}>{received ? '更新の申請を受け付けました' : '更新の申請の控え'}</h1>
      <p class="print-only">更新の申請（控え）</p>
      <section class="card">
        <h2>受付番号</h2>
        <p class="until">{line.receipt}</p>
        <p>{received ? `受付日時 ${receivedAt(received.at)}` : `受付日 ${line.received}`}</p>
      </section>
      <DescriptionList
        items={[
          { name: 'お名前', value: `${name} 様` },
          { name: numberLabel, value: number },
          ...renewalItems(view, line),
        ]}
      />
      {received && (
        <ReceiptNotice mailed={received.mailed} office={office}>
          <p>
            事務局で確認し、協会で更新の可否を決めて、お知らせします。どこまで進んだかは「更新」に出ます。
          </p>
        </ReceiptNotice>
      )}
      <div class="buttons screen-only">
        <Button onClick={() => globalThis.print()}>控えを印刷する</Button>
        <Button onClick={onBack}>更新にもどる</Button>
      </div>
    </div>
  );
}
