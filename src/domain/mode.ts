import { isMailAddress, normalizeMail } from './fields/mail';

/** 動作モード */
export type OperatingMode = '準備' | '試行' | '本番';

/** What may happen in a mode (product.md, Settings; details.md, Setting up). */
export interface ModeRules {
  /** Form answers are recorded and judged. */
  recordAnswers: boolean;
  /** Jobs change rows; otherwise they only list what they would do. */
  jobsChange: boolean;
  /** Where mail goes. */
  mail: 'nowhere' | 'test' | 'person';
}

/** The rules of a mode. */
export function rulesOf(mode: OperatingMode): ModeRules {
  return {
    recordAnswers: mode !== '準備',
    jobsChange: mode === '本番',
    mail: mode === '準備' ? 'nowhere' : mode === '試行' ? 'test' : 'person',
  };
}

/** Where a mail for `to` really goes, undefined if nowhere: in 試行 to 試行宛先, if that is an address. */
export function recipientIn(mode: OperatingMode, to: string, testMail: string): string | undefined {
  const { mail } = rulesOf(mode);
  if (mail === 'nowhere') return undefined;
  const address = normalizeMail(mail === 'test' ? testMail : to);
  return isMailAddress(address) ? address : undefined;
}
