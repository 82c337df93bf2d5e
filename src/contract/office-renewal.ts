/** 「更新」 and 「証書」 between the sidebar and its door. */
import * as v from 'valibot';
import { isoDate, skip, some, text, whole } from './schema';

export const officeRenewalArgs = {
  /** Applications in this state (with typed wishes), the oldest 受付日 first, 30 at once from `skip` on. */
  renewalQueue: v.strictObject({ show: v.picklist(['申請中', '確認済', '差戻し']), skip }),
  /** One application in whatever state, by 受付番号. */
  renewalCase: v.strictObject({ receipt: text(20) }),
  /**
   * Decides up to 300 at once, in one commit. 承認 and 不承認 need `resolvedOn` (決裁日; without 決裁を使う today is taken); 差戻し, 不承認, 取消
   * need `reason`; `fixBy` is 補正期限 (default: 補正日数 from today). What is unmet is left (UNMET) unless `exception` says why it goes
   * on as 特例. 申請中 takes a 確認済 back, and opens a 取消 again. Needs a key.
   */
  decideRenewals: v.strictObject({
    decision: v.picklist(['確認済', '承認', '不承認', '差戻し', '取消', '申請中']),
    receipts: some(text(100), 300),
    /** Rows the applications were last seen in, by 受付番号: spares a search. */
    rows: v.optional(v.record(text(20), whole(2))),
    resolvedOn: v.optional(isoDate),
    /** 決裁番号 */
    resolution: v.optional(text(50)),
    reason: v.optional(text(500)),
    request: v.optional(text(500)),
    fixBy: v.optional(isoDate),
    /** 特例 of every one of them; its 決裁番号 is `resolution`. */
    exception: v.optional(
      v.strictObject({
        kind: v.picklist(['要件不足', '期限後']),
        reason: v.pipe(text(500), v.minLength(1)),
      }),
    ),
  }),
  /**
   * Entry from paper: `number` as typed, 受付日 = postmark or arrival; 記載氏名 `''` = as 台帳. Accepted with things unmet (they are
   * answered), not with an obstacle. Needs a key. INVALID with number NOT_FOUND | STATE | OPEN_APPLICATION | RENEWED | UNKNOWN,
   * receivedOn FUTURE | NOT_A_DATE, printedName, sendTo as applyRenewal.
   */
  enterRenewal: v.strictObject({
    number: text(100),
    receivedOn: isoDate,
    printedName: text(100),
    sendTo: v.picklist(['自宅', '事業所']),
  }),
  /** 決裁一覧, for the print (A4 landscape): every 確認済, in the order of 受付番号, at most 300. */
  resolutionList: v.strictObject({}),
  /** 失効予定: whose validity has ended and nothing keeps; 60 at once from `skip` on. */
  lapseList: v.strictObject({ skip }),
  /** 「失効を確定する（n名）」, judged again one by one. At most 100 at once: the page sends the list in parts. Needs a key. */
  confirmLapse: v.strictObject({ numbers: some(text(100), 100) }),
  /** 更新の見通し: days on which validities end, with how many; no people. */
  outlookEnds: v.strictObject({}),
  /** 更新の見通し of one 満了日: its people with how they stand, 60 at once from `skip` on (the page adds the parts up). */
  renewalOutlook: v.strictObject({ end: isoDate, skip }),
  /** Whose number it is, typed in any way: shown before something is done in this person's name. */
  findRegistrant: v.strictObject({ number: text(100) }),
  /**
   * 復帰 (a new period from `on`, or from the day after the last; from 休止 none while the last one runs) · 失効の取消 (有効 again, no new period) · 休止 · 抹消 (ends all that
   * waits) · 取消 of a registration. Needs a key. INVALID with number NOT_FOUND | STATE, on NOT_A_DATE.
   */
  changePersonState: v.strictObject({
    number: text(100),
    action: v.picklist(['復帰', '失効の取消', '休止', '抹消', '登録の取消']),
    /** 状態の事由 */
    reason: v.pipe(text(100), v.minLength(1)),
    on: isoDate,
    /** 状態 as it was shown; another one by now is refused with STATE. */
    seen: v.optional(text(100)),
  }),
} as const;

/** What the sidebar may turn an application into. */
export type RenewalDecision = v.InferOutput<typeof officeRenewalArgs.decideRenewals>['decision'];

/** What a renewal lacks; with one of these only as 特例. LAPSED: it has been lapsed meanwhile, approval restores 有効. */
export type RenewalUnmet = 'COURSE' | 'MAGAZINE' | 'POINTS' | 'TOO_EARLY' | 'TOO_LATE' | 'LAPSED';
/** What bars it in any case. */
export type RenewalObstacle = 'STATE' | 'OPEN_APPLICATION' | 'RENEWED' | 'UNKNOWN';

export interface RenewalCase {
  receipt: string;
  /** Row of 更新申請 (1-based) as last read. */
  row: number;
  number: string;
  name: string;
  /** In force, and what the office may turn it into, in the order to offer it. */
  state: string;
  mayBecome: RenewalDecision[];
  /** Written out. */
  validTo: string;
  received: string;
  /** Requirements now, each with the record that proves it. */
  course: { met: boolean; proof: string; pending: string };
  magazine: boolean;
  points: { have: number; needed: number; pending: number };
  /** Records that count, one line each: 「2026年5月1日 〇〇セミナー 2ポイント（P26-…）」. */
  proofs: string[];
  unmet: RenewalUnmet[];
  obstacles: RenewalObstacle[];
  /** The same as sentences for the dialog of 特例. */
  spelled: string[];
  printedName: string;
  /** 記載氏名 is not 氏名 of 台帳; 外字メモ, `''` if none. */
  nameDiffers: boolean;
  gaiji: string;
  sendTo: string;
  /** Address as the label would have it. */
  address: string;
  /** The period approval would append, written out; `''` with an obstacle. */
  next: string;
  exception: string;
  exceptionReason: string;
  /** Typed into 状態 without being decided yet, `''` if nothing. */
  wish: string;
  /** 補正期限 of a 差戻し, written out; whether it has passed. */
  fixBy: string;
  overdue: boolean;
  reason: string;
  /** 確認者 */
  decidedBy: string;
  /** 不承認 or 取下げ now leaves no day to apply again: said before it is pressed. */
  lastChance: boolean;
}

/**
 * Why an application was left as it is: NOT_FOUND · DECIDED its state does not allow it (somebody was faster; `state`) · NO_PERSON ·
 * UNMET (`unmet` spelled out) · BARRED (`unmet` tells the obstacle) · NO_REASON
 */
export type RenewalSkip = 'NOT_FOUND' | 'DECIDED' | 'NO_PERSON' | 'UNMET' | 'BARRED' | 'NO_REASON';

export interface RenewalDecisions {
  decided: number;
  skipped: { receipt: string; name: string; reason: RenewalSkip; state: string; spelled: string[] }[];
  /** Mails that now wait, letters to be posted, and when the first mail leaves (written out; `''` if none). */
  notices: number;
  letters: number;
  leavesAt: string;
  /** 証書 rows made. */
  certificates: number;
}

export interface ResolutionLine {
  serial: number;
  receipt: string;
  number: string;
  name: string;
  validTo: string;
  course: string;
  magazine: string;
  total: number | null;
  exception: string;
  exceptionReason: string;
  received: string;
  confirmedBy: string;
}

export interface LapseLine {
  number: string;
  name: string;
  /** 満了日, written out. */
  end: string;
  phone: string;
  /** How they can be reached: メール or 郵送. */
  by: string;
}

/** How somebody stands who ends on that day. */
export type OutlookGroup =
  'そろった' | '申請中' | '更新済' | '講習だけ未' | 'メールマガジンだけ未' | 'ポイント不足' | '休止など';

export interface OutlookLine {
  number: string;
  name: string;
  group: OutlookGroup;
  points: number;
  /** Mails to them come back or they have none. */
  unreachable: boolean;
  mail: string;
  phone: string;
}

/** A person as 台帳 has her; days written out, `''` where it says nothing. */
export interface Registrant {
  number: string;
  name: string;
  kana: string;
  company: string;
  birthDate: string;
  state: string;
  /** 資格有効期間 */
  period: string;
  /** What may be made of this 状態. */
  actions: v.InferOutput<typeof officeRenewalArgs.changePersonState>['action'][];
}

export interface OfficeRenewalValues {
  renewalQueue: {
    total: number;
    cases: RenewalCase[];
    reasons: { code: string; reason: string; request: string }[];
    /** Default 補正期限 and today, `YYYY-MM-DD`. */
    fixBy: string;
    today: string;
    /** 決裁を使う */
    useDecision: boolean;
  };
  renewalCase: { found: RenewalCase | null };
  decideRenewals: RenewalDecisions;
  enterRenewal: { receipt: string; name: string; spelled: string[] };
  resolutionList: { today: string; office: string; lines: ResolutionLine[] };
  lapseList: { total: number; people: LapseLine[] };
  confirmLapse: { lapsed: number; left: number };
  outlookEnds: { ends: { end: string; written: string; people: number }[] };
  renewalOutlook: { total: number; people: OutlookLine[] };
  findRegistrant: { person: Registrant | null };
  changePersonState: { name: string; state: string; period: string };
}
