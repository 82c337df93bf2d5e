/** What crosses google.script.run between My Page and its door `mypage(call)`. */
import * as v from 'valibot';

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
/** A day as `YYYY-MM-DD`. */
const isoDate = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

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
  key: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{16,64}$/))),
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

/** How a ledger item's text is to be shown. */
export type ItemKind = '文字' | 'カナ' | '郵便番号' | '電話' | 'メール' | '日付' | '選択肢';

export interface LedgerItem {
  /** 画面の名前 */
  label: string;
  /** Already written out for the screen (dates in 和暦 and 西暦); `''` when empty. */
  text: string;
  kind: ItemKind;
  /** 説明 of the item, `''` if none. */
  help: string;
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
  logout: Record<string, never>;
  requestPassword: Record<string, never>;
  requestNumber: Record<string, never>;
}

/**
 * LOGIN_FAILED number or password wrong (also unknown or stopped) · WAIT too many tries, with `until`
 * · SESSION_ENDED token old, ended or forged · FIRST_LOGIN_FAILED birth date does not fit
 * · INVALID with `fields` · STOPPED 受付を止めている · BUSY try again, input kept · TROUBLE ours
 */
export type MypageCode =
  | 'LOGIN_FAILED'
  | 'WAIT'
  | 'SESSION_ENDED'
  | 'FIRST_LOGIN_FAILED'
  | 'INVALID'
  | 'STOPPED'
  | 'BUSY'
  | 'TROUBLE';

/** Codes in `fields`: password TOO_SHORT | TOO_LONG | TOO_COMMON | CONTAINS_OWN_DATA; birthDate NOT_A_DATE | FUTURE; others REQUIRED. */
export type MypageFieldCode =
  'REQUIRED' | 'TOO_SHORT' | 'TOO_LONG' | 'TOO_COMMON' | 'CONTAINS_OWN_DATA' | 'NOT_A_DATE' | 'FUTURE';
