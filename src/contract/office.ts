/** What crosses google.script.run between the secretariat's pages (sidebar, dialogs) and their door `office(call)`. */
import * as v from 'valibot';
import { officeImportArgs, type OfficeImportValues } from './office-import';
import { officeRenewalArgs, type OfficeRenewalValues } from './office-renewal';
import { officePointsArgs, type OfficePointsValues } from './office-points';
import type { NotificationKind } from '../domain/fields/notification';
import { notificationForm, type LedgerItem, type NotificationFacts } from './mypage';

/** 受付番号 */
const receipt = v.pipe(v.string(), v.minLength(1), v.maxLength(30));
/** A day as `YYYY-MM-DD`. */
const isoDate = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const rowNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Where the queue saw the rows of a 変更届: looked at first, checked by their keys. */
const place = v.strictObject({ row: rowNumber, summaryRow: rowNumber, ledgerRow: rowNumber });
/** Words to the person; one line. */
const words = v.optional(v.pipe(v.string(), v.maxLength(500)));

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const findingId = text(400);

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
  ...officeRenewalArgs,
  ...officeImportArgs,
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
  findNotifier: v.strictObject({ number: v.pipe(v.string(), v.maxLength(100)) }),
  /** A 変更届 that came on paper; `number` as `findNotifier` gave it. Needs a key. */
  enterNotification: v.strictObject({
    ...notificationForm,
    evidence: v.picklist(['', '郵送待ち', '受領済', '不要']),
    number: v.pipe(v.string(), v.maxLength(100)),
    notifiedOn: isoDate,
  }),
  /** 台帳の点検: what a person must mend, looked at anew. */
  findings: v.strictObject({}),
  /** Puts the cursor where a finding stands now; of several rows on the one of this turn (0 on). */
  showFinding: v.strictObject({ id: findingId, turn: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  /** Mends a finding in the way it offers. Needs a key. */
  mendFinding: v.strictObject({
    id: findingId,
    way: v.picklist(['restore', 'headers', 'tab', 'value', 'accept']),
  }),
  /** 変更の一覧: lines of 変更履歴, newest first, those above row `before`; without `all` only those not 確認済. */
  changes: v.strictObject({
    before: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2))),
    all: v.optional(v.boolean()),
  }),
  /** 確認済にする. Needs a key: sent twice it gives one result. */
  markSeen: v.strictObject({
    lines: v.pipe(
      v.array(v.strictObject({ row: v.pipe(v.number(), v.integer(), v.minValue(2)), change: text(40) })),
      v.minLength(1),
      v.maxLength(100),
    ),
  }),
  /** Puts the cursor on a row of a tab. */
  showRow: v.strictObject({
    tab: v.pipe(v.string(), v.maxLength(50)),
    row: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
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

export type OfficeMethod = keyof typeof officeArgs;
export type OfficeArgs<M extends OfficeMethod> = v.InferOutput<(typeof officeArgs)[M]>;

export const officeCall = v.strictObject({
  method: v.picklist(Object.keys(officeArgs) as OfficeMethod[]),
  key: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{16,64}$/))),
  args: v.unknown(),
});

export type OperatingMode = '準備' | '試行' | '本番';

/** ポイント (申請中, 差戻し) · 更新 · 証書 · 失効予定 · まもなく送信 · 元に戻した入力 */
export type OfficeHomeView =
  'points' | 'returned' | 'renewals' | 'certificates' | 'lapse' | 'notices' | 'putBack';

export interface OfficeHome {
  mode: OperatingMode;
  /** Each line of ホーム: what waits, how many, where its rows are, and the view of the sidebar that shows them. */
  waiting: { label: string; count: number; tab: string; view?: OfficeHomeView }[];
  /** Sentences about health: owner's heartbeat, quota, findings; empty when all is well. */
  findings: string[];
  /** How many findings 台帳の点検 has. */
  ledgerFindings: number;
}

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
export type MendWay = OfficeArgs<'mendFinding'>['way'];

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

export interface OfficeValues extends OfficePointsValues, OfficeRenewalValues, OfficeImportValues {
  home: OfficeHome;
  passwordQueue: { cases: PasswordCase[]; total: number };
  decidePasswords: PasswordDecisions;
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
  showRow: Record<string, never>;
  production: ProductionFigures;
  startProduction: { mode: OperatingMode; recordedBefore: number };
  check: OfficeCheck;
  rebuildSummaries: Record<string, never>;
  reception: Reception;
  setReception: Reception;
}

/**
 * CHANGED something is no longer as the dry run showed it · NOT_STAFF not in 担当者 · NOT_OWNER · NOT_SET_UP 初期設定 not
 * run · INVALID · BUSY · LEDGER_UNDER_REPAIR a tab is broken · TROUBLE
 */
export type OfficeCode =
  | 'CHANGED'
  | 'NOT_STAFF'
  | 'NOT_OWNER'
  | 'NOT_SET_UP'
  | 'INVALID'
  | 'BUSY'
  | 'LEDGER_UNDER_REPAIR'
  | 'TROUBLE';
