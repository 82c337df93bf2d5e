/** 「更新」 between My Page and its door. The checklist's proof stands in `points.requirements` of the same view. */
import * as v from 'valibot';
import { text } from './schema';

export const renewalArgs = {
  /**
   * The application, or a 差戻し sent again (`receipt`: same 受付番号, first 受付日). 記載氏名 and 送付先 as confirmed on the page. Needs a
   * token and a key: sent twice it gives one result. INVALID with `printedName` REQUIRED | TOO_LONG | NOT_ALLOWED, `sendTo` NO_ADDRESS,
   * or `renewal` with a RenewalWhy (the first that bars it) or NOT_OPEN (it was decided or withdrawn meanwhile).
   */
  applyRenewal: v.strictObject({
    receipt: v.optional(text(20)),
    printedName: text(100),
    sendTo: v.picklist(['自宅', '事業所']),
  }),
  /** 取下げ of what waits. Needs a token and a key. INVALID with `renewal` NOT_OPEN. */
  withdrawRenewal: v.strictObject({ receipt: text(20) }),
  /** 「受け取りました」 of a posted 証書. Needs a token and a key. INVALID with `certificate` NOT_OPEN. */
  confirmCertificate: v.strictObject({ certificate: text(20) }),
} as const;

/**
 * Why no renewal can be applied for: UNKNOWN 満了日 is not known · STATE 休止, 失効, 登録抹消, 取消 · OPEN_APPLICATION one is under way ·
 * RENEWED the next period is there · COURSE · MAGAZINE · POINTS not met · TOO_EARLY · TOO_LATE
 */
export type RenewalWhy =
  | 'UNKNOWN'
  | 'STATE'
  | 'OPEN_APPLICATION'
  | 'RENEWED'
  | 'COURSE'
  | 'MAGAZINE'
  | 'POINTS'
  | 'TOO_EARLY'
  | 'TOO_LATE';

/** 処理中: somebody typed a state that is not decided yet. */
export type RenewalState = '申請中' | '差戻し' | '確認済' | '承認' | '不承認' | '取下げ' | '取消' | '処理中';

/** One step of the timeline; `date` written out, `''` while it has not happened. */
export interface RenewalStep {
  step: '受付' | '確認' | '決裁' | '発送' | '受領';
  done: boolean;
  /** The next one to happen. */
  current: boolean;
  date: string;
}

/** The application that waits, else the latest one for the period shown. */
export interface RenewalLine {
  receipt: string;
  state: RenewalState;
  /** 受付日, written out. */
  received: string;
  printedName: string;
  sendTo: string;
  /** 理由 and what to do, of 差戻し, 不承認, 取消. */
  reason: string;
  /** 補正期限 of a 差戻し with its weekday. */
  fixBy: string;
  /** 特例: granted although not everything was met. */
  exception: boolean;
  canWithdraw: boolean;
  /** 「修正して再申請」 */
  canMend: boolean;
  /** A withdrawal now would leave no day to apply again: said before it is done. */
  lastChance: boolean;
  /** 決裁 is left out where 決裁を使う is しない. */
  timeline: RenewalStep[];
}

export interface CertificateLine {
  /** 証書番号 */
  certificate: string;
  cause: string;
  printedName: string;
  /** As printed: 令和8年4月1日から令和13年3月31日まで */
  period: string;
  state: string;
  /** Written out, `''` if not. */
  posted: string;
  postedBy: string;
  /** お問い合わせ番号, `''` if none. */
  tracking: string;
  returned: string;
  returnReason: string;
  received: string;
  /** Posted and neither returned nor received: 「受け取りました」 may be pressed. */
  canConfirm: boolean;
}

export interface RenewalView {
  /** `「更新を申請する」` is offered. */
  canApply: boolean;
  /** Empty when it is offered; in the order to tell them. */
  why: RenewalWhy[];
  /** The period to be renewed, written out; `''` where not known. */
  start: string;
  end: string;
  /** First and last day to apply, with their weekdays; `''` where not known. */
  opens: string;
  closes: string;
  /** Days from today to the last day to apply (救済 included): 0 today, negative after it; null where not known. */
  daysToApply: number | null;
  /** 救済: the later last day with its weekday, because points applied for in time were approved late; else `''`. */
  rescuedUntil: string;
  /** Points applied for in time still wait with the office: the door stays open for 救済日数 after they are approved. */
  waitsInTime: boolean;
  rescueDays: number;
  /** What the form starts with. */
  form: {
    /** 記載氏名: 氏名 of 台帳. */
    printedName: string;
    /** Characters of the name have a note (外字): the office writes them as the register has them. */
    gaiji: boolean;
    sendTo: '自宅' | '事業所';
    /** Each with its address written out; unusable where 台帳 has none. */
    places: { sendTo: '自宅' | '事業所'; address: string; usable: boolean }[];
  };
  application: RenewalLine | null;
  /** The period that follows, after approval; written out. */
  next: { start: string; end: string } | null;
  /** Newest first. */
  periods: {
    term: number;
    start: string;
    end: string;
    basis: string;
    certificate: string;
    current: boolean;
  }[];
  /** Newest first. */
  certificates: CertificateLine[];
  /** 更新手数料 in yen, 0 = not shown. */
  fee: number;
  /** 制度の案内URL, `''` if none. */
  schemeUrl: string;
}

/** What an application has come to. */
export interface RenewalReceipt {
  receipt: string;
  /** ISO date-time */
  at: string;
  /** Whether a mail tells so. */
  mailed: boolean;
}
