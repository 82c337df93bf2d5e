/** 本番への切り替え, 設定の点検 and 受付を止める between their dialogs and their door. */
import * as v from 'valibot';

export const officeOperationArgs = {
  /** What 本番 would send and change; owner only. */
  production: v.strictObject({}),
  /** Turns 動作モード to 本番; owner only. `treatBefore`: ISO date-time, answers before it are 開始前. */
  startProduction: v.strictObject({}),
  /** 設定を点検する: everything that can be looked at without changing it. */
  check: v.strictObject({}),
  /** Has 要約 rebuilt by the jobs, some people a commit; owner only. */
  rebuildSummaries: v.strictObject({}),
  /** Whether My Page takes anything in. */
  reception: v.strictObject({}),
  /** 受付を止める with the sentence registrants read, or 再開する (null). Needs a key. */
  setReception: v.strictObject({
    text: v.nullable(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))),
  }),
} as const;

export type OperatingMode = '準備' | '試行' | '本番';

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

export interface OfficeCheck {
  sections: {
    title: string;
    /** `ok` as it should be · `warn` something to do · `note` cannot be told here. */
    lines: { state: 'ok' | 'warn' | 'note'; text: string }[];
  }[];
  /** Rebuilding 要約: whether this account may ask for it, and how far it is (rows of 台帳), null while nothing is to do. */
  rebuild: { mayAsk: boolean; progress: { done: number; of: number } | null; last: string };
}

export interface Reception {
  /** The sentence registrants read; null while My Page is open. */
  stopped: string | null;
}

export interface OfficeOperationValues {
  production: ProductionFigures;
  startProduction: { mode: OperatingMode; recordedBefore: number };
  check: OfficeCheck;
  rebuildSummaries: Record<string, never>;
  reception: Reception;
  setReception: Reception;
}
