/** What was typed for a renewal so far, and how it is checked before it is sent. */
import type { MypageView } from '../../../contract/mypage';
import type { RenewalLine, RenewalView } from '../../../contract/mypage-renewal';
import type { Description } from '../../../ui/description-list';
import type { Problem } from '../../../ui/error-summary';
import { FromTo } from '../parts/from-to';
import { sayField } from '../words';

type Place = RenewalView['form']['places'][number];

/** A renewal as it is typed; `receipt` names the 差戻し it mends. */
export interface RenewalDraft {
  receipt?: string;
  printedName: string;
  sendTo: string;
}

/** What one person is doing about the renewal. */
export interface RenewalWork {
  draft?: RenewalDraft;
  /** What has just been received. */
  received?: { receipt: string; at: string; mailed: boolean };
}

export const LABELS = { printedName: '記載氏名', sendTo: '送付先' } as const;

/** The id of a field on the page. */
export function renewalId(field: string): string {
  return `renewal-${field}`;
}

/** As 台帳 has it, or a 差戻し as it was sent; a place that has no address any more is not chosen. */
export function newDraft({ form }: RenewalView, line?: RenewalLine): RenewalDraft {
  const { printedName, sendTo } = line ?? form;
  return {
    ...(line && { receipt: line.receipt }),
    printedName,
    sendTo: placeOf({ form }, sendTo)?.sendTo ?? '',
  };
}

/** Where the certificate goes, if 台帳 has an address there. */
export function placeOf({ form }: Pick<RenewalView, 'form'>, sendTo: string): Place | undefined {
  return form.places.find((each) => each.usable && each.sendTo === sendTo);
}

/** Codes by field; empty when it may be confirmed. */
export function checkRenewal(renewal: RenewalView, draft: RenewalDraft): Record<string, string> {
  return {
    ...(draft.printedName.trim() === '' && { printedName: 'REQUIRED' }),
    ...(!placeOf(renewal, draft.sendTo) && { sendTo: 'NOT_A_CHOICE' }),
  };
}

/** The sentences for what is wrong. */
export function renewalProblems(codes: Readonly<Record<string, string>>): Problem[] {
  return (['printedName', 'sendTo'] as const).flatMap((field) => {
    const code = codes[field];
    return code === undefined ? [] : [{ id: renewalId(field), text: say(code, field) }];
  });
}

function say(code: string, field: keyof typeof LABELS): string {
  if (code === 'NO_ADDRESS')
    return 'この送付先の住所が、台帳にありません。別の送付先を選ぶか、「台帳」で住所を登録してください。';
  return sayField(code === 'NOT_ALLOWED' ? 'CONTROL_CHARACTERS' : code, LABELS[field]);
}

/** What is applied for, as it stands on the 確認画面 and the 控え. */
export function renewalItems(
  { renewal }: MypageView,
  { printedName, sendTo }: { printedName: string; sendTo: string },
): Description[] {
  const { start, end, fee, form } = renewal;
  const address = form.places.find((each) => each.sendTo === sendTo)?.address;
  return [
    { name: '更新する資格有効期間', value: <FromTo start={start} end={end} /> },
    {
      name: LABELS.printedName,
      value: <strong>{printedName}</strong>,
      ...(form.gaiji && { note: '特別な字は、事務局が台帳のとおりに記載します。' }),
    },
    { name: LABELS.sendTo, value: sendTo, ...(address && { note: address }) },
    ...(fee > 0 ? [{ name: '更新手数料', value: `${fee.toLocaleString('ja-JP')}円` }] : []),
  ];
}
