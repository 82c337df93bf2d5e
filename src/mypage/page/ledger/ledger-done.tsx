import type { LedgerReceipt, MypageView } from '../../../contract/mypage';
import { writeDay } from '../../../domain/fields/date';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { CallLine } from '../parts/call-line';
import { ChangeList } from './ledger-confirm';
import type { ItemChange } from './ledger-draft';

/** What was received, and what was sent for it. */
export interface Received extends LedgerReceipt {
  changes: readonly ItemChange[];
  /** Of a change of the mail address: whether the old one was told. */
  toldOld?: boolean;
}

interface LedgerDoneProps {
  received: Received;
  view: MypageView;
  onPrint: () => void;
  onBack: () => void;
}

/** 受付番号, when, and what happens next. */
export function LedgerDone({ received, view: { office }, onPrint, onBack }: LedgerDoneProps) {
  const { receipt, at, changes } = received;
  return (
    <div class="view">
      <h1 tabIndex={-1}>{receipt === null ? '変更はありませんでした' : '変更の届出を受け付けました'}</h1>
      {receipt === null ? (
        <p>台帳は、すでにこの内容になっています。あらためて届け出ていただく必要はありません。</p>
      ) : (
        <>
          <section class="card">
            <h2>受付番号</h2>
            <p class="until">{receipt}</p>
            <p>受付日時 {receivedAt(at)}</p>
          </section>
          <ChangeList changes={changes} />
          <Notice title="このあとのこと">
            <p>台帳には、もう反映されています。お手続きはこれで終わりです。</p>
            <p>{sayMailed(received)}</p>
            <CallLine office={office} before="お問い合わせのときは、受付番号をお知らせください。お電話：" />
          </Notice>
        </>
      )}
      <div class="buttons screen-only">
        {receipt !== null && <Button onClick={onPrint}>控えを印刷する</Button>}
        <Button onClick={onBack}>台帳にもどる</Button>
      </div>
    </div>
  );
}

/** 令和8年11月22日（2026年） 09:05 */
export function receivedAt(iso: string): string {
  return `${writeDay(iso.slice(0, 10))} ${iso.slice(11, 16)}`;
}

function sayMailed({ mailed, toldOld }: Received): string {
  if (!mailed) return '受付のお知らせのメールはお送りしません。受付番号をお控えください。';
  if (toldOld === undefined) return '受付のお知らせを、登録されているメールアドレスへお送りします。';
  const toNew = '受付のお知らせを、新しいメールアドレスへお送りします。';
  return toldOld ? `${toNew}前のアドレスにも、変更があったことをお知らせします。` : toNew;
}
