import type { LedgerReceipt, MypageView } from '../../contract/mypage';
import { writeDay } from '../../domain/fields/date';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { PhoneText } from '../../ui/phone-text';
import { ChangeList } from './ledger-confirm';
import type { ItemChange } from './ledger-draft';
import { phoneLine } from './words';

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
          <Notice title="このあとのこと">
            <p>台帳には、もう反映されています。お手続きはこれで終わりです。</p>
            <p>
              {mailed
                ? '受付のお知らせを、登録されているメールアドレスへお送りします。'
                : '受付のお知らせのメールはお送りしません。受付番号をお控えください。'}
            </p>
            {phoneLine(office, 'お問い合わせのときは、受付番号をお知らせください。お電話：').map((line) => (
              <p key={line}>
                <PhoneText text={line} />
              </p>
            ))}
          </Notice>
        </>
      )}
      <div class="buttons screen-only">
        {receipt !== null && <Button onClick={() => globalThis.print()}>印刷する</Button>}
        <Button onClick={onBack}>台帳にもどる</Button>
      </div>
    </div>
  );
}
