import { isMailAddress, normalizeMail } from './fields/mail';
import type { Registrant } from './registrant';

/** How a person is told of a decision. */
export type Reach = { by: 'メール'; to: string } | { by: '郵送' };

type Facts = Pick<Registrant, 'mail' | 'mailState' | 'noticeBy' | 'state' | 'stateReason'>;

/** States that end the registration: nothing is sent any more. */
const ENDED: readonly string[] = ['登録抹消', '取消'];

/** By mail, by letter where the person wants that or no mail arrives; undefined where the registration has ended. */
export function reachOf({ mail, mailState, noticeBy, state, stateReason }: Facts): Reach | undefined {
  if (ENDED.includes(state) || stateReason === '死亡') return undefined;
  const to = normalizeMail(mail);
  const arrives = noticeBy !== '郵送' && mailState !== '不達' && isMailAddress(to);
  return arrives ? { by: 'メール', to } : { by: '郵送' };
}
