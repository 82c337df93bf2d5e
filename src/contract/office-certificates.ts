/** 「証書」 between the sidebar and its door. */
import * as v from 'valibot';
import { isoDate, skip, some, text } from './schema';

export const officeCertificateArgs = {
  /** 証書 in this state in the order of 証書番号, 60 at once from `skip` on. List, certificate, label and 差込データ all print these. */
  certificateQueue: v.strictObject({
    show: v.picklist(['作成待ち', '作成済', '発送済', '返戻']),
    skip,
    /** These only, in whatever state. */
    certificates: v.optional(some(text(100), 300)),
  }),
  /** Rows of 証書 besides those approvals make. Needs a key. Numbers nobody has are answered. */
  addCertificates: v.strictObject({
    cause: v.picklist(['新規', '書換', '再交付']),
    numbers: some(text(100), 100),
    /** 交付日; default today. */
    issuedOn: v.optional(isoDate),
  }),
  /** 作成済 (宛名 as 台帳 has it now is kept with the row) or back to 作成待ち (宛名 is emptied). Needs a key. */
  markCertificates: v.strictObject({
    to: v.picklist(['作成済', '作成待ち']),
    certificates: some(text(100), 300),
  }),
  /** 発送 with お問い合わせ番号, as pasted beside the list; of a 返戻 it is 再発送. Queues the notice. Needs a key. */
  postCertificates: v.strictObject({
    postedOn: isoDate,
    /** 発送方法: 簡易書留, 特定記録 … */
    postedBy: text(50),
    lines: some(v.strictObject({ certificate: text(20), tracking: text(50) }), 300),
  }),
  /** 返戻 with its reason; asks the person for the address by mail or letter-less call list. Needs a key. */
  returnCertificate: v.strictObject({
    certificate: text(20),
    returnedOn: isoDate,
    reason: v.picklist(['あて所に尋ねあたらず', '転居先不明', '保管期間経過', '受取拒否', 'その他']),
  }),
  /** 受領 told by phone or post. Needs a key. */
  receiveCertificates: v.strictObject({ certificates: some(text(100), 100), receivedOn: isoDate }),
} as const;

export interface CertificateCase {
  certificate: string;
  /** The same on list, certificate, label and 差込データ: the number of 証書番号. */
  serial: number;
  row: number;
  number: string;
  name: string;
  printedName: string;
  /** 外字メモ, `''` if none: to be marked on the prints. */
  gaiji: string;
  cause: string;
  state: string;
  /** As printed on the certificate. */
  period: string;
  periodStart: string;
  periodEnd: string;
  issued: string;
  /** The label: frozen at 作成済, else as 台帳 has it now. */
  label: { postalCode: string; lines: string[]; name: string };
  /** 台帳 has another address than the label. */
  addressChanged: boolean;
  /** Label as 台帳 has it now, when it changed. */
  newLabel: string;
  /** The registration has ended: neither printed nor posted. */
  ended: boolean;
  /** No address in 台帳. */
  noAddress: boolean;
  posted: string;
  postedBy: string;
  tracking: string;
  returned: string;
  returnReason: string;
  /** What to do next with a 返戻, a sentence; `''` otherwise. */
  nextStep: string;
  phone: string;
}

export interface OfficeCertificateValues {
  certificateQueue: {
    total: number;
    cases: CertificateCase[];
    today: string;
    /** 宛名ラベルの用紙 and offsets (mm). */
    sheet: { faces: '12面' | '24面'; x: number; y: number };
    association: string;
  };
  /** `ended`: numbers of those whose registration has ended. */
  addCertificates: { added: number; unknown: string[]; ended: string[] };
  markCertificates: { marked: number; skipped: string[]; ended: string[] };
  /** `ended`: those of `skipped` whose people's registration has ended. */
  postCertificates: { posted: number; skipped: string[]; ended: string[]; notices: number; leavesAt: string };
  returnCertificate: { nextStep: string };
  receiveCertificates: { received: number };
}
