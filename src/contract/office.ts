/** What crosses google.script.run between the secretariat's pages (sidebar, dialogs) and their door `office(call)`. */
import * as v from 'valibot';
import { officeImportArgs, type OfficeImportValues } from './office-import';
import { officePointsArgs, type OfficePointsValues } from './office-points';

export const officeArgs = {
  /** Counts of what waits, mode, health. */
  home: v.strictObject({}),
  /** Responses of パスワード送付 in this state (default 要確認), oldest first, at most 200 of them. */
  passwordQueue: v.strictObject({ state: v.optional(v.picklist(['要確認', '開始前'])) }),
  /**
   * Decides responses of パスワード送付 that are 要確認 or 開始前: 送付する queues the password mail, 送付しない ends it.
   * Needs a key: sent twice it gives one result.
   */
  decidePasswords: v.strictObject({
    decision: v.picklist(['送付する', '送付しない']),
    responseIds: v.pipe(
      v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
      v.minLength(1),
      v.maxLength(200),
    ),
    memo: v.optional(v.pipe(v.string(), v.maxLength(500))),
  }),
  ...officePointsArgs,
  ...officeImportArgs,
  /** Puts the cursor on a row of a tab. */
  showRow: v.strictObject({
    tab: v.pipe(v.string(), v.maxLength(50)),
    row: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  /** What 本番 would send and change; owner only. */
  production: v.strictObject({}),
  /** Turns 動作モード to 本番; owner only. `treatBefore`: ISO date-time, answers before it are 開始前. */
  startProduction: v.strictObject({}),
} as const;

export type OfficeMethod = keyof typeof officeArgs;
export type OfficeArgs<M extends OfficeMethod> = v.InferOutput<(typeof officeArgs)[M]>;

export const officeCall = v.strictObject({
  method: v.picklist(Object.keys(officeArgs) as OfficeMethod[]),
  key: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{16,64}$/))),
  args: v.unknown(),
});

export type OperatingMode = '準備' | '試行' | '本番';

export interface OfficeHome {
  mode: OperatingMode;
  /** Each line of ホーム: what waits, how many, where its rows are. */
  waiting: { label: string; count: number; tab: string }[];
  /** Sentences about health: owner's heartbeat, quota, findings; empty when all is well. */
  findings: string[];
}

export interface PasswordCase {
  /** Row of パスワード送付 (1-based) as last read. */
  row: number;
  responseId: string;
  /** Written out: 11月20日 10:02 */
  received: string;
  number: string;
  name: string;
  /** Address given in the form; address on file (`''` if none). */
  newMail: string;
  oldMail: string;
  /** 照合結果 */
  reason: string;
  /** メモ: what the matching noticed, `''` if nothing. */
  memo: string;
  /** What the form said against what the ledger holds, line by line, where they differ. */
  differences: { label: string; given: string; onFile: string }[];
}

/**
 * Why a response was left as it is: DECIDED somebody decided it before · NOT_FOUND no such response · NO_PERSON its
 * number stands nowhere in 台帳 · STOPPED 登録抹消・停止 · NO_BIRTH_DATE 台帳 has no 生年月日, which the first login asks
 * · NOT_A_MAIL the address cannot be written to · SAME_PERSON another response of the same person was taken just now
 */
export type PasswordSkip =
  'SAME_PERSON' | 'DECIDED' | 'NOT_FOUND' | 'NO_PERSON' | 'STOPPED' | 'NO_BIRTH_DATE' | 'NOT_A_MAIL';

export interface PasswordDecisions {
  /** Responses the decision was taken for. */
  decided: number;
  skipped: { responseId: string; reason: PasswordSkip }[];
}

export interface ProductionFigures {
  mode: OperatingMode;
  /** Mails that would leave today, by kind. */
  mails: { kind: string; count: number }[];
  /** Form answers that would be recorded as 開始前 / treated. */
  answersBefore: number;
  answersToTreat: number;
  /** People whose validity has ended and whose state is still 有効. */
  wouldLapse: number;
  /** 満了日 blank / not readable as a date. */
  blankEnd: number;
  oddEnd: number;
  /** Sentences naming what a person should mend first. */
  warnings: string[];
}

export interface OfficeValues extends OfficePointsValues, OfficeImportValues {
  home: OfficeHome;
  passwordQueue: { cases: PasswordCase[]; total: number };
  decidePasswords: PasswordDecisions;
  showRow: Record<string, never>;
  production: ProductionFigures;
  startProduction: { mode: OperatingMode; recordedBefore: number };
}

/** CHANGED something is no longer as the dry run showed it · NOT_STAFF not in 担当者 · NOT_OWNER · NOT_SET_UP 初期設定 not run · INVALID · BUSY · TROUBLE */
export type OfficeCode =
  'CHANGED' | 'NOT_STAFF' | 'NOT_OWNER' | 'NOT_SET_UP' | 'INVALID' | 'BUSY' | 'TROUBLE';
