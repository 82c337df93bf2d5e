/** 「台帳の点検」, 「変更の一覧」 and 「元に戻した入力」 between the sidebar and its door. */
import * as v from 'valibot';
import { some, text, whole } from './schema';

const findingId = text(400);

export const officeLedgerArgs = {
  /** 台帳の点検: what a person must mend, looked at anew. */
  findings: v.strictObject({}),
  /** Puts the cursor where a finding stands now; of several rows on the one of this turn (0 on). */
  showFinding: v.strictObject({ id: findingId, turn: whole(0) }),
  /** Mends a finding in the way it offers. Needs a key. */
  mendFinding: v.strictObject({
    id: findingId,
    way: v.picklist(['restore', 'headers', 'tab', 'value', 'accept']),
  }),
  /** 変更の一覧: lines of 変更履歴, newest first, those above row `before`; without `all` only those not 確認済. */
  changes: v.strictObject({
    before: v.optional(whole(2)),
    all: v.optional(v.boolean()),
  }),
  /** 確認済にする. Needs a key: sent twice it gives one result. */
  markSeen: v.strictObject({
    lines: some(v.strictObject({ row: whole(2), change: text(40) }), 100),
  }),
  /** 元に戻した入力 of the last seven days, the latest first. */
  putBackEdits: v.strictObject({}),
} as const;

/**
 * tab gone or renamed · header missing or twice · twice: a number in several rows · gone: a person without a row ·
 * renumbered: a person's row with another number · noNumber · number: none, or like another's · other: somebody else's
 * content · unfit: not what the column holds · choice: a word the column does not know · formula
 */
export type FindingKind =
  | 'tab'
  | 'header'
  | 'twice'
  | 'gone'
  | 'renumbered'
  | 'noNumber'
  | 'number'
  | 'other'
  | 'unfit'
  | 'choice'
  | 'formula';

export interface OfficeFinding {
  id: string;
  kind: FindingKind;
  tab: string;
  /** Number, or key of the row; `''` if it has none. */
  key: string;
  /** 氏名 as known, `''` if not. */
  name: string;
  /** Header of the column, `''` if it is about the whole row. */
  item: string;
  /** What stands there now: content of the cell, another number, another name, another title. */
  content: string;
  /** Rows where it stands now (1-based); none where there is nothing to show. */
  rows: number[];
  /** Headers that are missing, and that stand twice. */
  missing: string[];
  twice: string[];
  ways: readonly MendWay[];
}

/**
 * restore 控えから戻す · headers 見出しを元に戻す · tab シートの名前を元に戻す · value 式を値にする · accept この値でよい
 */
export type MendWay = v.InferOutput<typeof officeLedgerArgs.mendFinding>['way'];

/**
 * DONE · OVER written over the copy in `row` · ADDED below the last row · WAIT the owner's job does it within a minute ·
 * RIGHT it was right already · BY_HAND nothing tells what is right
 */
export type MendResult = 'DONE' | 'OVER' | 'ADDED' | 'WAIT' | 'RIGHT' | 'BY_HAND';

/** One line of 変更履歴. */
export interface ChangeLine {
  row: number;
  change: string;
  /** Written out: 11月20日 10:02 */
  at: string;
  number: string;
  name: string;
  item: string;
  before: string;
  after: string;
  by: string;
  route: string;
  receipt: string;
  isSeen: boolean;
}

export interface OfficeLedgerValues {
  findings: {
    findings: OfficeFinding[];
    /** How many more there are: they are shown when these are mended. */
    more: number;
    /** Changes by hand wait for the five-minute job: more may be found. */
    isWaiting: boolean;
  };
  showFinding: { isShown: boolean };
  mendFinding: { result: MendResult; row: number };
  /** `next`: row to go on above; null at the beginning of the tab. */
  changes: { lines: ChangeLine[]; next: number | null };
  markSeen: { marked: number };
  /** `at` written out; `target`: what it was about; `text`: what was typed, and why it did not stay. */
  putBackEdits: { edits: { at: string; by: string; target: string; text: string }[] };
}
