/** The mails of a mail change: to the new address (code, or why there is none), and the receipts to both. */
import { isMailAddress, normalizeMail } from '../../domain/fields/mail';
import { writeInstant } from '../../domain/fields/instant';
import type { NoticeKind } from '../../notices/kinds';
import { append, type RowAppend } from '../../sheets/commit';
import type { Found } from '../../sheets/read';
import { notices } from '../../sheets/schema/index';
import type { NoticeContent } from '../sending/notice-rows';
import type { Numbering } from '../summary/numbering';
import type { Person } from '../summary/people';

interface Occasion {
  person: Person;
  numbering: Numbering;
  found: Found;
  at: number;
}

/**
 * To the address asked for: its code, or, where somebody else has it, that it takes a telephone call. It may be a
 * stranger's mailbox (a slip of the finger), so that neither names the person.
 */
export function codeNotice(
  occasion: Occasion,
  open: { id: string; mail: string; until: number },
  taken: boolean,
): RowAppend {
  if (taken) return notice(occasion, '登録できないアドレス', open.mail, { fields: {} });
  return notice(occasion, '確認コード', open.mail, {
    fields: { コードの期限: writeInstant(open.until) },
    code: { id: open.id, until: open.until },
  });
}

/** The receipt to the new address, and to the old one, if mail reaches it, that there is another now. */
export function receiptNotices(
  occasion: Occasion,
  { mail, receipt, items }: { mail: string; receipt: string; items: readonly string[] },
): { appends: RowAppend[]; toldOld: boolean } {
  const { name, mail: before, mailState } = occasion.person.ledger.values;
  const old = normalizeMail(before);
  const toldOld = isMailAddress(old) && old !== mail && mailState !== '不達';
  const changed = items.map((item) => `・${item}`).join('\n');
  const fields = { 氏名: name, 受付番号: receipt, 変更した項目: changed };
  const toNew = notice(occasion, '変更の受付', mail, { fields }, receipt);
  if (!toldOld) return { appends: [toNew], toldOld };
  const toOld = notice(occasion, 'メールアドレスの変更', old, { fields: { 氏名: name } }, receipt);
  return { appends: [toNew, toOld], toldOld };
}

function notice(
  { person, numbering, found, at }: Occasion,
  kind: NoticeKind,
  to: string,
  content: NoticeContent,
  about = '',
): RowAppend {
  return append(notices, found.headers(notices), {
    notice: numbering.notice(),
    number: person.ledger.values.number,
    kind,
    by: 'メール',
    to,
    about,
    fields: JSON.stringify(content),
    state: '送信待ち',
    dueAt: at,
    tries: 0,
  });
}
