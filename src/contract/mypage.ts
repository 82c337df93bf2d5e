/** What crosses google.script.run between My Page and its door `mypage(call)`. */
import * as v from 'valibot';
import type { EditableItem, ItemCode } from '../domain/fields/item';
import type { NotificationCode, NotificationKind } from '../domain/fields/notification';
import type { PointCode } from '../domain/fields/point-application';
import { notificationArgs, type NotificationFacts } from './mypage-notifications';
import { renewalArgs, type RenewalReceipt, type RenewalView } from './mypage-renewal';
import { pointsArgs, type EvidenceCode, type PointReceipt, type PointsView } from './mypage-points';
import { clientKey, isoDate, text, typedItems } from './schema';

/** 3 MB as base64. */
const MOST_DATA = 4 * 1024 * 1024;

/** The arguments of each method; unknown keys are refused. */
export const mypageArgs = {
  /** Office hours and whether My Page is stopped; called once after the first paint. No token. */
  status: v.strictObject({}),
  /** No token. The number may be typed in any width, with 第…号. */
  login: v.strictObject({ number: text(100), password: text(200) }),
  /** Token of purpose `first`; `birthDate` is left out when the answer to login did not ask for it. Needs a key. */
  firstLogin: v.strictObject({ birthDate: v.optional(isoDate), password: text(200) }),
  /** The whole view again. */
  view: v.strictObject({}),
  /**
   * 変更の届出: items of 台帳 (by header) and what was typed for them; those that stay as they are may be left out. Needs a
   * token and a key: sent twice it gives one result.
   */
  changeLedger: v.strictObject({ changes: typedItems }),
  ...notificationArgs,
  ...pointsArgs,
  ...renewalArgs,
  /**
   * The mail address, first step: the own password, and a code goes to the new address. `kind` 個人/事業所 is left out to
   * stay. The same answer whether or not somebody else has the address. Needs a key; again (with a new key) sends again.
   */
  requestMailChange: v.strictObject({ mail: text(254), kind: v.optional(text(50)), password: text(200) }),
  /** Second step: the code of that mail, in any width. Needs a key. */
  confirmMailChange: v.strictObject({ code: text(100) }),
  /**
   * One file of 証明書類 as base64 (JPEG, PNG at most 1 MB, PDF at most 3 MB), ahead of the application that names its key. Needs a token
   * and a key of its own: sent twice it is kept once.
   */
  sendEvidence: v.strictObject({ data: text(MOST_DATA) }),
  /** Ends the sessions of every device (raises 世代). */
  logout: v.strictObject({}),
  /** No token. The same answer for known and unknown numbers. */
  requestPassword: v.strictObject({ number: text(100) }),
  /** No token. 登録番号がわからない方: the number goes by mail to the address on file. The same answer always. */
  requestNumber: v.strictObject({ mail: text(254), birthDate: isoDate }),
} as const;

export type MypageMethod = keyof typeof mypageArgs;
export type MypageArgs<M extends MypageMethod> = v.InferOutput<(typeof mypageArgs)[M]>;

/** The call as it arrives: sizes bounded, method known; the method's own schema checks `args`. */
export const mypageCall = v.strictObject({
  method: v.picklist(Object.keys(mypageArgs) as MypageMethod[]),
  token: v.optional(text(1000)),
  key: v.optional(clientKey),
  args: v.unknown(),
});

/** Whom to ask, shown on every page and error. */
export interface Office {
  name: string;
  person: string;
  phone: string;
  hours: string;
  mail: string;
}

export interface StatusView {
  office: Office;
  /** Sentence shown while 受付を止める is on, else null. */
  stopped: string | null;
  /** What a number is called here, e.g. 登録番号. */
  numberLabel: string;
}

/** How an item is changed: here and at once · with papers, at the office · the mail address, with a code · not at all. */
export type ItemWay = 'now' | 'proof' | 'mail' | 'no';

/** An item of 台帳: what it holds as it is edited in `value`, written out for the screen in `text` (`''` when empty). */
export interface LedgerItem extends EditableItem {
  /** 画面の名前 */
  label: string;
  text: string;
  /** 説明 of the item, `''` if none. */
  help: string;
  way: ItemWay;
  /** Its change needs 証明書類. */
  papers: boolean;
}

/** What 変更の届出 has come to. */
export interface LedgerReceipt {
  /** 受付番号; null when 台帳 already held all of it, so that nothing was received. */
  receipt: string | null;
  /** When it was received, ISO date-time. */
  at: string;
  /** 画面の名前 of the items that were changed. */
  items: string[];
  /** Whether a mail tells so to the address on file. */
  mailed: boolean;
}

/** One of the four states a validity can show. */
export type ValidityState = '有効' | '休止' | '失効' | '満了' | '不明';

export interface MypageView {
  number: string;
  name: string;
  /** ISO date-time of the login before this one, or null at the first. */
  lastLogin: string | null;
  validity: {
    state: ValidityState;
    /** Written out: 令和8年4月1日（2026年）; `''` when not known. */
    start: string;
    end: string;
    /** Days from today to the last day, 0 on the last day, negative after it; null when not known. */
    daysLeft: number | null;
  };
  /** The items 台帳項目 lets a registrant see, in its order. */
  ledger: LedgerItem[];
  points: PointsView;
  renewal: RenewalView;
  /** Mails to the address of 台帳 come back (メールの状態 不達). */
  mailFails: boolean;
  /** The kinds of 変更届 the person can file. */
  notificationKinds: NotificationKind[];
  /** 変更届 of the person, newest first. */
  notifications: NotificationFacts[];
  /** What was sent to the person lately, newest first: day written out, subject. */
  notices: { date: string; subject: string }[];
  office: Office;
  numberLabel: string;
}

/** What each method answers. A new token comes with every answer to a call with a token. */
export interface MypageValues {
  status: StatusView;
  login:
    | { next: 'first'; token: string; askBirthDate: boolean; passwordLength: number }
    | { next: 'home'; token: string; view: MypageView };
  firstLogin: { token: string; view: MypageView };
  view: { token: string; view: MypageView };
  changeLedger: LedgerReceipt & { token: string; view: MypageView };
  applyPoints: PointReceipt & { token: string; view: MypageView };
  withdrawPoints: { token: string; view: MypageView };
  applyRenewal: RenewalReceipt & { token: string; view: MypageView };
  withdrawRenewal: { token: string; view: MypageView };
  confirmCertificate: { token: string; view: MypageView };
  /** Where the code goes, and until when it works (ISO date-time). */
  requestMailChange: { mail: string; until: string; token: string };
  /** `toldOld`: whether the old address was told that there is another now. */
  confirmMailChange: LedgerReceipt & { toldOld: boolean; token: string; view: MypageView };
  sendEvidence: { token: string };
  /** `at`: when it was received, ISO date-time. */
  sendNotification: { receipt: string; at: string; mailed: boolean; token: string; view: MypageView };
  withdrawNotification: { token: string; view: MypageView };
  logout: Record<string, never>;
  requestPassword: Record<string, never>;
  requestNumber: Record<string, never>;
}

/**
 * LOGIN_FAILED number or password wrong (also unknown or stopped) · WAIT too many tries, with `until`
 * · SESSION_ENDED token old, ended or forged · FIRST_LOGIN_FAILED birth date does not fit
 * · INVALID with `fields` · STOPPED 受付を止めている · BUSY try again, input kept · OPEN_ALREADY a 変更届 of this 種類 still
 * waits · NOT_OPEN this one is decided or withdrawn · LEDGER_UNDER_REPAIR the office has to mend a tab or the person's
 * row first, input kept · TROUBLE ours
 */
export type MypageCode =
  | 'LOGIN_FAILED'
  | 'WAIT'
  | 'SESSION_ENDED'
  | 'FIRST_LOGIN_FAILED'
  | 'INVALID'
  | 'STOPPED'
  | 'OPEN_ALREADY'
  | 'NOT_OPEN'
  | 'BUSY'
  | 'LEDGER_UNDER_REPAIR'
  | 'TROUBLE';

/**
 * Codes in `fields`: password TOO_SHORT | TOO_LONG | TOO_COMMON | CONTAINS_OWN_DATA; birthDate NOT_A_DATE | FUTURE; items
 * of 台帳 by header those of `checkItem` and NOT_CHANGEABLE; of 変更届 also those of `checkNotification`; others REQUIRED. Of a mail change: password WRONG_PASSWORD
 * (with `until` when a wait begins); mail NOT_A_MAIL | SAME_MAIL | SHARED_MAIL | MAIL_TAKEN; kind NOT_A_CHOICE; code
 * NOT_A_CODE | CODE_WRONG | CODE_ENDED (too late, or too often wrong).
 * Evidence DAMAGED | NOT_ACCEPTED | TOO_LARGE | TOO_MANY | MISSING.
 */
export type MypageFieldCode =
  | ItemCode
  | PointCode
  | NotificationCode
  | EvidenceCode
  | 'DUPLICATE'
  | 'NOT_OPEN'
  | 'NOT_CHANGEABLE'
  | 'WRONG_PASSWORD'
  | 'SAME_MAIL'
  | 'SHARED_MAIL'
  | 'MAIL_TAKEN'
  | 'NOT_A_CODE'
  | 'CODE_WRONG'
  | 'CODE_ENDED'
  | 'TOO_SHORT'
  | 'TOO_LONG'
  | 'TOO_COMMON'
  | 'CONTAINS_OWN_DATA'
  | 'NOT_A_DATE'
  | 'FUTURE';
