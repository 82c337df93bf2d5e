/** 「変更届」 between My Page and its door. */
import * as v from 'valibot';
import { NOTIFICATION_KINDS } from '../domain/fields/notification';
import { text, typedItems } from './schema';

/** What is typed for a 変更届, here and in 事務局画面; checked by `checkNotification`. */
export const notificationForm = {
  kind: v.picklist(NOTIFICATION_KINDS),
  changes: typedItems,
  changedOn: text(50),
  note: text(1000),
} as const;

export const notificationArgs = {
  /**
   * 変更届 with what needs the office's confirmation; `receipt` names the 差戻し that is sent again. `evidence`: 証明書類 come
   * by post or fax, or there are none. Needs a token and a key.
   */
  sendNotification: v.strictObject({
    ...notificationForm,
    evidence: v.picklist(['', '郵送待ち', '不要']),
    receipt: v.optional(text(30)),
  }),
  /** 取り下げる: ends a 変更届 nobody has decided. Needs a token and a key. */
  withdrawNotification: v.strictObject({ receipt: text(30) }),
} as const;

/** What a 変更届 has come to; 処理中: somebody typed a status that counts as nothing yet. */
export type NotificationState = '申請中' | '差戻し' | '承認' | '不承認' | '取下げ' | '取消' | '処理中';

/** One item of a 変更届 as it was and as it shall be; days as `YYYY-MM-DD`, `''` when empty. */
export interface NotifiedChange {
  item: string;
  before: string;
  after: string;
}

/** What every view of a 変更届 tells; days as `YYYY-MM-DD`, `''` when there is none. */
export interface NotificationFacts {
  receipt: string;
  /** 種類; another word where somebody typed one. */
  kind: string;
  state: NotificationState;
  changes: NotifiedChange[];
  /** 理由 or 届出の内容; 内容 as it stands where it cannot be read. */
  note: string;
  changedOn: string;
  /** 届出日: the first one, whatever came back in between. */
  notifiedOn: string;
  /** 証明書類の状態 */
  evidence: string;
  /** Why it was sent back or refused, and what to do, line by line. */
  reason: string;
  /** 補正期限 */
  fixBy: string;
}
