/** 「変更届」 between the sidebar and its door. */
import * as v from 'valibot';
import type { NotificationKind } from '../domain/fields/notification';
import type { LedgerItem } from './mypage';
import { notificationForm, type NotificationFacts } from './mypage-notifications';
import { isoDate, text, whole } from './schema';

/** 受付番号 */
const receipt = v.pipe(text(30), v.minLength(1));
/** Where the queue saw the rows of a 変更届: looked at first, checked by their keys. */
const place = v.strictObject({ row: whole(0), summaryRow: whole(0), ledgerRow: whole(0) });
/** Words to the person; one line. */
const words = v.optional(text(500));

export const officeNotificationArgs = {
  /** 変更届 that wait, at most 50 of them. */
  notificationQueue: v.strictObject({}),
  /**
   * 承認, 差戻し (reason and fixBy needed) or 不承認 (reason needed) of one 変更届. Needs a key: sent twice it gives one
   * result.
   */
  decideNotification: v.strictObject({
    receipt,
    place,
    decision: v.picklist(['承認', '差戻し', '不承認']),
    reason: words,
    request: words,
    fixBy: v.optional(isoDate),
  }),
  /** 証明書類の状態 of a 変更届 that waits. Needs a key. */
  setNotificationEvidence: v.strictObject({ receipt, place, state: v.picklist(['郵送待ち', '受領済']) }),
  /** The person of a number, typed in any way, with what a 変更届 can change. */
  findNotifier: v.strictObject({ number: text(100) }),
  /** A 変更届 that came on paper; `number` as `findNotifier` gave it. Needs a key. */
  enterNotification: v.strictObject({
    ...notificationForm,
    evidence: v.picklist(['', '郵送待ち', '受領済', '不要']),
    number: text(100),
    notifiedOn: isoDate,
  }),
} as const;

export interface NotificationCase extends NotificationFacts {
  place: { row: number; summaryRow: number; ledgerRow: number };
  number: string;
  name: string;
  /** 登録元: 本人 or 事務局. */
  enteredBy: string;
  /** False where 内容 is not as it was written: `note` has it as it stands. */
  readable: boolean;
  /** A 差戻し whose 補正期限 has passed. */
  overdue: boolean;
  /** What 台帳 holds now, in the order of `changes`. */
  onFile: string[];
  /** 状態 of the person. */
  personState: string;
}

/**
 * Why a 変更届 was left as it is: DECIDED somebody decided it before · WITHDRAWN by the person · NOT_FOUND no such row ·
 * NO_PERSON the number stands nowhere in 台帳 · UNREADABLE 内容 is not as it was written · NO_EVIDENCE 証明書類 have not
 * come · STATE_DIFFERS the person's 状態 does not fit · NOT_CHANGEABLE 台帳項目 or 台帳 no longer has the item so ·
 * LEDGER_DIFFERS 台帳 holds neither old nor new · OPEN_ALREADY another of this 種類 still waits
 */
export type NotificationReason =
  | 'DECIDED'
  | 'WITHDRAWN'
  | 'NOT_FOUND'
  | 'NO_PERSON'
  | 'UNREADABLE'
  | 'NO_EVIDENCE'
  | 'STATE_DIFFERS'
  | 'NOT_CHANGEABLE'
  | 'LEDGER_DIFFERS'
  | 'OPEN_ALREADY';

/** Nothing was done; `about` names items, a state, or who decided when. */
export interface NotificationLeft {
  done: false;
  reason: NotificationReason;
  about: string;
}

export interface OfficeNotificationValues {
  /** `today` and the default of 補正期限 as `YYYY-MM-DD`; `reasons`: 理由文例 for 変更届. */
  notificationQueue: {
    cases: NotificationCase[];
    total: number;
    reasons: { reason: string; request: string }[];
    today: string;
    fixBy: string;
  };
  /** `sendAt`: from when on the notice may leave, ISO date-time. */
  decideNotification: { done: true; told: 'mail' | 'letter' | 'nobody'; sendAt: string } | NotificationLeft;
  setNotificationEvidence: { done: true } | NotificationLeft;
  findNotifier: {
    person: { number: string; name: string; items: LedgerItem[]; kinds: NotificationKind[] } | null;
  };
  enterNotification: { done: true; receipt: string; mailed: boolean } | NotificationLeft;
}
