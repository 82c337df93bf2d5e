/** 「まもなく送信」 and 「郵送する通知」 between the secretariat's pages and their door. */
import * as v from 'valibot';
import { skip, some, text } from './schema';

export const officeNoticeArgs = {
  /** まもなく送信: notices that wait and can still be stopped. */
  waitingNotices: v.strictObject({}),
  /** 送信を止める: these notices become 取りやめ, those that have left are told. Needs a key. */
  stopNotices: v.strictObject({ notices: some(text(20), 200) }),
  /** 郵送する通知 (郵送待ち) as letters to print: text and address; 30 at once from `skip` on. */
  letters: v.strictObject({ skip }),
  /** 郵送待ち → 投函済. Needs a key. */
  postLetters: v.strictObject({ notices: some(text(100), 300) }),
} as const;

export interface WaitingNotice {
  notice: string;
  number: string;
  name: string;
  kind: string;
  /** 受付番号 it is about. */
  about: string;
  /** Written out. */
  leavesAt: string;
}

export interface Letter {
  notice: string;
  number: string;
  name: string;
  kind: string;
  subject: string;
  body: string;
  label: { postalCode: string; lines: string[]; name: string };
  /** It cannot be written (文面 names an unknown field): said instead of the body. */
  problem: string;
}

export interface OfficeNoticeValues {
  waitingNotices: { notices: WaitingNotice[] };
  stopNotices: { stopped: number; gone: number };
  letters: { total: number; letters: Letter[]; sender: string[] };
  postLetters: { posted: number };
}
