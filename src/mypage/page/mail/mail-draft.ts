import type { LedgerItem, MypageView } from '../../../contract/mypage';
import { typedCode } from '../../../domain/fields/code';
import { isMailAddress, normalizeMail } from '../../../domain/fields/mail';
import type { Problem } from '../../../ui/error-summary';
import type { ItemChange } from '../ledger/ledger-draft';
import { sayField } from '../words';

/** What was typed for a change of the mail address, but for the password. */
export interface MailDraft {
  mail: string;
  again: string;
  kind: string;
  code: string;
  /** The address the last code went to, `''` if none. */
  sent: string;
}

export const NO_MAIL: MailDraft = { mail: '', again: '', kind: '', code: '', sent: '' };

/** The fields as the contract names them (`again` is the page's own), with ids no other form has. */
export const FIELDS = {
  mail: { id: 'new-mail', label: '新しいメールアドレス' },
  again: { id: 'new-mail-again', label: '新しいメールアドレス（確認）' },
  kind: { id: 'mail-kind', label: 'メールアドレスの種類' },
  password: { id: 'mail-password', label: 'いまのパスワード' },
  code: { id: 'mail-code', label: '確認コード' },
};
type FieldName = keyof typeof FIELDS;

/** The address of 台帳 and its kind as items of the view. */
export function mailItems({ ledger }: MypageView): { mail?: LedgerItem; kind?: LedgerItem } {
  const mail = ledger.find(({ way }) => way === 'mail');
  const kind = ledger.find(({ item, way }) => item === 'メール区分' && way === 'now');
  return { ...(mail && { mail }), ...(kind && { kind }) };
}

/** What is wrong before anything is sent. */
export function problemsOfMail({ mail, again }: MailDraft, password: string): Problem[] {
  const problems: Problem[] = [];
  const add = (name: FieldName, code: string) => problems.push(problemWith(name, code));
  if (mail.trim() === '') add('mail', 'REQUIRED');
  else if (!isMailAddress(normalizeMail(mail))) add('mail', 'NOT_A_MAIL');
  if (again.trim() === '') add('again', 'REQUIRED');
  else if (normalizeMail(again) !== normalizeMail(mail))
    problems.push({
      id: FIELDS.again.id,
      text: '2つのメールアドレスが同じではありません。お確かめください。',
    });
  if (password === '') add('password', 'REQUIRED');
  return problems;
}

/** What is wrong with a code as it was typed. */
export function problemsOfCode({ code }: MailDraft): Problem[] {
  if (code.trim() === '') return [problemWith('code', 'REQUIRED')];
  return typedCode(code) === undefined ? [problemWith('code', 'NOT_A_CODE')] : [];
}

/** The problems a door told, those of other fields than ours left out. */
export function toldProblems(fields: Readonly<Record<string, string>> = {}): Problem[] {
  return Object.entries(fields).flatMap(([name, code]) =>
    name in FIELDS ? [problemWith(name as FieldName, code)] : [],
  );
}

function problemWith(name: FieldName, code: string): Problem {
  const { id, label } = FIELDS[name];
  return { id, text: sayField(code, label) };
}

/** What differs between two views of 台帳: the address, and its kind. */
export function mailChanges(before: MypageView, after: MypageView): ItemChange[] {
  return after.ledger.flatMap(({ item, label, text }) => {
    const old = before.ledger.find((each) => each.item === item);
    return old && old.text !== text ? [{ item, label, before: old.text, after: text }] : [];
  });
}
