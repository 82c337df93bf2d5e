/** 「パスワード」 between the sidebar and its door. */
import * as v from 'valibot';
import { some, text } from './schema';

export const officePasswordArgs = {
  /** Responses of パスワード送付 in this state (default 要確認), oldest first, at most 200 of them. */
  passwordQueue: v.strictObject({ state: v.optional(v.picklist(['要確認', '開始前'])) }),
  /**
   * Decides responses of パスワード送付 that are 要確認 or 開始前: 送付する queues the password mail, 送付しない ends it.
   * Needs a key: sent twice it gives one result.
   */
  decidePasswords: v.strictObject({
    decision: v.picklist(['送付する', '送付しない']),
    responseIds: some(v.pipe(v.string(), v.minLength(1), v.maxLength(200)), 200),
    memo: v.optional(text(500)),
  }),
} as const;

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

export interface OfficePasswordValues {
  passwordQueue: { cases: PasswordCase[]; total: number };
  decidePasswords: PasswordDecisions;
}
