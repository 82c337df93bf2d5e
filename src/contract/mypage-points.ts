/** 「ポイント」 between My Page and its door. */
import * as v from 'valibot';
import type { PointChoice } from '../domain/fields/point-application';
import { clientKey, isoDate, some, text } from './schema';

const dayOrNone = v.union([isoDate, v.literal('')]);

/** 証明書類 of an application: at most five files, sent before under these keys · later by post or FAX · none is asked for. */
export const evidenceArgs = v.variant('kind', [
  v.strictObject({
    kind: v.literal('files'),
    /** Keys of `sendEvidence`. */
    files: some(clientKey, 5),
  }),
  v.strictObject({ kind: v.literal('later') }),
  v.strictObject({ kind: v.literal('none') }),
  /** Of a 差戻し that is sent again: what was sent before stays. */
  v.strictObject({ kind: v.literal('kept') }),
]);

/** What is typed for an application, here and in 事務局画面; checked by `checkPointForm`. */
export const pointForm = {
  eventCode: text(50),
  category: text(100),
  role: text(50),
  title: text(500),
  host: text(20),
  attendedOn: dayOrNone,
  endedOn: dayOrNone,
  hours: text(20),
} as const;

export const pointsArgs = {
  /**
   * An application, or a 差戻し sent again (`receipt`). Needs a token and a key: sent twice it gives one result. INVALID with
   * fields of PointForm (PointCode), `evidence` (EvidenceCode) or `activity` DUPLICATE | NOT_OPEN.
   */
  applyPoints: v.strictObject({
    receipt: v.optional(text(20)),
    form: v.strictObject(pointForm),
    evidence: evidenceArgs,
  }),
  /** 取下げ of what waits. Needs a token and a key. INVALID with `activity` NOT_OPEN when it was decided meanwhile. */
  withdrawPoints: v.strictObject({ receipt: text(20) }),
} as const;

export type EvidenceArgs = v.InferOutput<typeof evidenceArgs>;

/**
 * What is wrong with 証明書類: REQUIRED · NOT_ACCEPTED neither JPEG, PNG nor PDF · DAMAGED · TOO_LARGE · TOO_MANY a day ·
 * MISSING it has not arrived, or too long ago.
 */
export type EvidenceCode = 'REQUIRED' | 'NOT_ACCEPTED' | 'DAMAGED' | 'TOO_LARGE' | 'TOO_MANY' | 'MISSING';

/** A requirement's record: what, when (written out), 受付番号. */
export interface Proof {
  title: string;
  date: string;
  receipt: string;
}

export interface EventLine {
  title: string;
  date: string;
  /** 会場, オンライン, 録画配信 */
  form: string;
  /** https only, `''` if none. */
  url: string;
}

/** 処理中: somebody typed a state that is not decided yet. */
export type PointState = '申請中' | '差戻し' | '確認済' | '承認' | '不承認' | '取下げ' | '取消' | '処理中';

/** Why a record gives nothing, or less than was granted (domain/points). */
export type PointWhy = 'PENDING' | 'RETURNED' | 'ENDED' | 'OUTSIDE' | 'OTHER_HOST' | 'REPEATED' | 'CAPPED';

export interface PointLine {
  receipt: string;
  category: string;
  role: string;
  eventCode: string;
  title: string;
  host: string;
  attendedOn: string;
  endedOn: string;
  hours: number | null;
  /** Days of the activity, written out. */
  date: string;
  /** 受付日, written out. */
  received: string;
  state: PointState;
  /** Granted, else claimed; null where the office says how many. */
  points: number | null;
  /** What it brings in its period. */
  counted: number;
  /** It is the 講習 that meets the requirement. */
  course: boolean;
  why: PointWhy | null;
  evidenceState: string;
  /** 理由 and what to do, of 差戻し, 不承認, 取消. */
  reason: string;
  /** 補正期限 of a 差戻し with its weekday. */
  fixBy: string;
  byOffice: boolean;
  canWithdraw: boolean;
  canMend: boolean;
}

/** An activity to begin an application from; `attended`: the office has it in 受講履歴. */
export interface OfferedActivity {
  attended: boolean;
  eventCode: string;
  title: string;
  category: string;
  host: string;
  attendedOn: string;
  endedOn: string;
  hours: number | null;
  /** ポイント of the 行事 itself; null: as the 区分 says. */
  points: number | null;
  date: string;
}

export interface PointsView {
  /** The period the requirements belong to, written out; `''` where not known. */
  start: string;
  end: string;
  /** The same as `YYYY-MM-DD`. */
  from: string;
  to: string;
  today: string;
  requirements: {
    met: boolean;
    course: { met: boolean; proof: Proof | null; pending: Proof | null };
    magazine: { met: boolean };
    points: { met: boolean; have: number; needed: number; missing: number; pending: number };
    /** 最終の安全日 with its weekday. */
    lastSafeDay: string;
  } | null;
  /** 行事 in time that would bring what is missing. */
  filling: (EventLine & { course: boolean; points: number | null })[];
  /** The association's next 講習. */
  courses: EventLine[];
  /** Newest first. */
  records: PointLine[];
  offered: OfferedActivity[];
  categories: (PointChoice & {
    help: string;
    /** 証明書類 asked for, `''` if none. */
    evidence: string;
    worth: { role: string; points: number; counting: '1回' | '1時間' | '事務局' }[];
  })[];
  /** Older records are not shown for room. */
  trimmed: boolean;
}

/** What an application has come to. */
export interface PointReceipt {
  receipt: string;
  /** ISO date-time */
  at: string;
  /** Whether a mail tells so. */
  mailed: boolean;
}
