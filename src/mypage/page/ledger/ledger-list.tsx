import type { LedgerItem, MypageView } from '../../../contract/mypage';
import type { Description } from '../../../ui/description-list';
import { MailText } from '../../../ui/mail-text';

/** The items of 台帳 as names and what they say. */
export function ledgerList({ ledger }: MypageView): Description[] {
  return ledger.map((item) => ({ name: item.label, value: <ItemText {...item} /> }));
}

function ItemText({ text, kind }: LedgerItem) {
  if (text === '') return <span class="quiet">（登録がありません）</span>;
  return kind === 'メール' ? <MailText mail={text} /> : <>{text}</>;
}
