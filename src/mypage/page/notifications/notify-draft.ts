/** What was typed for a 変更届 so far, and what of it is shown again. */
import type { MypageView } from '../../../contract/mypage';
import type { NotificationFacts } from '../../../contract/mypage-notifications';
import { dayOfInstant } from '../../../domain/fields/instant';
import {
  hasOnlyNote,
  type NotificationForm,
  type NotificationKind,
} from '../../../domain/fields/notification';
import { written } from '../../../ui/notification-words';
import type { ItemChange } from '../ledger/ledger-draft';

/** A 変更届 as it is typed; `receipt` names the 差戻し it mends. */
export interface NotifyDraft extends NotificationForm {
  receipt?: string;
}

/** What one person is doing about 変更届. */
export interface NotifyWork {
  draft?: NotifyDraft;
  /** The 控え that is looked at; `mailed` once it has just been received. */
  slip?: { receipt: string; mailed?: boolean };
}

/** Today as this device has it. */
export function today(): string {
  return dayOfInstant(Date.now());
}

/** An empty one; 登録辞退 and 休止 mostly begin today. */
export function newDraft(kind: NotificationKind): NotifyDraft {
  const changedOn = hasOnlyNote(kind) ? today() : '';
  return { kind, changes: {}, changedOn: typed(changedOn), note: '', evidence: '郵送待ち' };
}

/** A 差戻し as it was filed, to be mended. */
export function draftOf({
  receipt,
  kind,
  changes,
  changedOn,
  note,
  evidence,
}: NotificationFacts): NotifyDraft {
  return {
    kind: kind as NotificationKind,
    changes: Object.fromEntries(changes.map(({ item, after }) => [item, after])),
    changedOn: typed(changedOn),
    note,
    evidence: evidence === '不要' ? '不要' : '郵送待ち',
    receipt,
  };
}

/** A day as people type it. */
function typed(day: string): string {
  return day.replace(/-/g, '/');
}

/** Whether it still waits, for the office or for the person. */
export function isOpen({ state }: NotificationFacts): boolean {
  return state === '申請中' || state === '差戻し' || state === '処理中';
}

/** The items of a 変更届 by the names of the page. */
export function changesIn({ ledger }: MypageView, changes: NotificationFacts['changes']): ItemChange[] {
  return changes.map(({ item, before, after }) => ({
    item,
    label: ledger.find((each) => each.item === item)?.label ?? item,
    before: written(before, ''),
    after: written(after, ''),
  }));
}
