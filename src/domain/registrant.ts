import { isDay, serialOfDay } from './fields/date';

/** A row of 台帳. All text (`''` when blank); days are `YYYY-MM-DD`, `''` when blank or not readable as a day. */
export interface Registrant {
  number: string;
  name: string;
  kana: string;
  birthDate: string;
  postalCode: string;
  address: string;
  building: string;
  phone: string;
  mobile: string;
  mail: string;
  mailKind: string;
  mailState: string;
  company: string;
  department: string;
  companyPostalCode: string;
  companyAddress: string;
  companyPhone: string;
  sendTo: string;
  noticeBy: string;
  magazine: string;
  certifiedOn: string;
  certifiedRound: string;
  validFrom: string;
  validTo: string;
  state: string;
  stateReason: string;
  stateOn: string;
  mypage: string;
  gaijiMemo: string;
  remarks: string;
  updatedAt: string;
}

/** 状態 of a person (product.md, Rules). */
export const STATES = ['有効', '休止', '失効', '登録抹消', '取消'] as const;
/** マイページ of a person. */
export const MYPAGE_STATES = ['未案内', '案内済', '送付済', '利用中', '紙で手続', '停止'] as const;
/** メールの状態 of a person. */
export const MAIL_STATES = ['未確認', '確認済', '不達'] as const;

/** States in which My Page stays readable: lapse deletes nothing; a blank one is an old table that had no such column. */
const READABLE: readonly string[] = ['', '有効', '休止', '失効'];

/**
 * Whether the person may log in and be sent a password. 登録抹消 and 取消, マイページ 停止 and the reason 死亡 end it;
 * a word in 状態 that is none of ours (somebody typed 「逝去」) ends it too until a person has looked.
 */
export function mayLogIn(registrant: Pick<Registrant, 'state' | 'stateReason' | 'mypage'>): boolean {
  return (
    READABLE.includes(registrant.state) && registrant.stateReason !== '死亡' && registrant.mypage !== '停止'
  );
}

/** What a validity shows; 満了 = the last day has passed and nobody has confirmed the lapse yet. */
export type ValidityState = '有効' | '休止' | '失効' | '満了' | '不明';

/** State and days left of a validity on a day: 0 on the last day, negative after it, null when the end is not known. */
export function validityOn(
  validity: { start: string; end: string; state: string },
  day: string,
): { state: ValidityState; daysLeft: number | null } {
  const left = isDay(validity.end) ? serialOfDay(validity.end) - serialOfDay(day) : null;
  return { state: stateOn(validity, day, left), daysLeft: left };
}

function stateOn(
  validity: { start: string; state: string },
  day: string,
  left: number | null,
): ValidityState {
  if (validity.state === '休止') return '休止';
  if (validity.state !== '' && validity.state !== '有効') return '失効';
  if (left === null || (isDay(validity.start) && day < validity.start)) return '不明';
  return left < 0 ? '満了' : '有効';
}
