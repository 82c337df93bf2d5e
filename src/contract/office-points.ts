/** 「ポイント」 between the sidebar and its door. */
import * as v from 'valibot';
import { pointForm } from './mypage-points';
import { isoDate, skip, some, text } from './schema';

/** 照合結果 (domain/match-attendance). */
const MATCHES = [
  '一致',
  '日付違い',
  '氏名のみ一致',
  '期間外',
  '重複の疑い',
  '対象外の主催',
  '記録なし',
] as const;
const receipts = some(text(20), 200);

export const officePointsArgs = {
  /** Applications that wait: 申請中 (with typed wishes), the oldest 受付日 first, or 差戻し, the earliest 補正期限 first; 20 at once from `skip` on. */
  pointsQueue: v.strictObject({ show: v.picklist(['申請中', '差戻し']), skip }),
  /** One application in whatever state, by 受付番号. */
  pointCase: v.strictObject({ receipt: text(20) }),
  /**
   * Decides up to 200 at once. 差戻し, 不承認 and 取消 need `reason`; `fixBy` is 補正期限 (default: 補正日数 from today);
   * `granted` where the office says how many, or otherwise than the rules. 申請中 opens a 取消 again. Needs a key.
   */
  decidePoints: v.strictObject({
    decision: v.picklist(['承認', '差戻し', '不承認', '取消', '申請中']),
    receipts,
    /** 登録番号 by 受付番号, as last seen: spares a search. */
    numbers: v.optional(v.record(text(20), text(30))),
    /** 照合結果 by 受付番号, as seen: kept with the decision. */
    matches: v.optional(v.record(text(20), v.picklist(MATCHES))),
    granted: v.optional(v.record(text(20), v.pipe(v.number(), v.minValue(0), v.maxValue(100)))),
    reason: v.optional(text(500)),
    request: v.optional(text(500)),
    fixBy: v.optional(isoDate),
  }),
  /**
   * Proxy entry from paper: `number` as typed, 受付日 = postmark or arrival. Needs a key. INVALID with fields as applyPoints,
   * `number` NOT_FOUND | ENDED, `receivedOn` FUTURE.
   */
  enterPoints: v.strictObject({
    number: text(100),
    receivedOn: isoDate,
    form: v.strictObject({ ...pointForm, attendedOn: isoDate }),
    evidenceState: v.picklist(['郵送待ち', '受領済', '不要']),
  }),
  /** 証明書類の状態 of waiting applications, as papers come in. Needs a key. */
  setPointEvidence: v.strictObject({ receipts, state: v.picklist(['郵送待ち', '受領済', '不要']) }),
  /** What one can apply for (for the proxy entry): 区分 and 行事. */
  pointChoices: v.strictObject({}),
} as const;

export type PointMatch = (typeof MATCHES)[number];

export interface PointCase {
  receipt: string;
  /** Row of ポイント (1-based) as last read. */
  row: number;
  number: string;
  name: string;
  category: string;
  role: string;
  title: string;
  host: string;
  /** Written out. */
  date: string;
  received: string;
  hours: number | null;
  claimed: number | null;
  /** What the rules would grant now; null: the office says how many. */
  worth: number | null;
  /** It would be the 講習 that meets the requirement. */
  course: boolean;
  evidence: { state: string; links: string[] };
  match: PointMatch;
  /** What explains the match, in sentences. */
  explained: string[];
  state: string;
  /** Typed into 状態 without being decided yet, `''` if nothing. */
  wish: string;
  /** When and by whom it was decided, `''` if it was not. */
  decided: string;
  /** 補正期限 of a 差戻し, written out; whether it has passed. */
  fixBy: string;
  overdue: boolean;
  reason: string;
  enteredBy: string;
  /** 満了日 of the period in force, written out, and what the person has: `3 / 5ポイント`. */
  validTo: string;
  standing: string;
}

/**
 * Why an application was left as it is: NOT_FOUND · DECIDED its state does not allow it (somebody was faster; `state`) ·
 * NO_PERSON not in 台帳 · NO_POINTS the office must say how many · NO_EVIDENCE 証明書類 have not come · NO_REASON
 */
export type PointSkip = 'NOT_FOUND' | 'DECIDED' | 'NO_PERSON' | 'NO_POINTS' | 'NO_EVIDENCE' | 'NO_REASON';

export interface PointDecisions {
  decided: number;
  skipped: { receipt: string; reason: PointSkip; state: string }[];
  /** Mails that now wait, and when the first leaves (written out; `''` if none). */
  notices: number;
  leavesAt: string;
  /** Letters to be posted. */
  letters: number;
}

export interface OfficePointsValues {
  pointsQueue: {
    total: number;
    cases: PointCase[];
    reasons: { code: string; reason: string; request: string }[];
    /** `YYYY-MM-DD`; `fixBy`: default of 補正期限. */
    today: string;
    fixBy: string;
  };
  pointCase: { found: PointCase | null };
  decidePoints: PointDecisions;
  enterPoints: { receipt: string; name: string };
  setPointEvidence: { changed: number };
  pointChoices: {
    today: string;
    categories: { category: string; roles: string[]; course: boolean; byHours: boolean; oursOnly: boolean }[];
    events: {
      eventCode: string;
      title: string;
      category: string;
      host: string;
      attendedOn: string;
      endedOn: string;
      date: string;
    }[];
  };
}
