/**
 * Changing the mail address: a code goes to the new address, and whoever types it has read that mailbox. The state of a
 * person's change is a value; times are epoch ms.
 */
import { DomainError } from './errors';
import { CODE_DIGITS } from './fields/code';

/** An address that waits for its code. The code itself is nowhere: it derives from the id, the number and the address. */
interface OpenChange {
  id: string;
  mail: string;
  /** メール区分 chosen with it, `''` to leave it. */
  kind: string;
  until: number;
  tries: number;
}

/** Of one person: the change that waits, and when codes went out lately. */
export interface MailChange {
  open?: OpenChange;
  sent: number[];
}

export const NO_MAIL_CHANGE: MailChange = { sent: [] };

/** Long enough for a mail that takes its time and a person who looks for it; ASVS 6.5.5 would have ten minutes for a login. */
const VALID_MS = 30 * 60_000;
/** Wrong codes before another one has to be asked for: five guesses among a million. */
const MOST_TRIES = 5;
/** So many codes within so long: nobody shall fill a mailbox, or use up the day's mail, in our name. */
const MOST_SENT = 5;
const SENT_WITHIN_MS = 3 * 3_600_000;

/** The code is asked for: the new state, or until when to wait. Sent again to the same address it stays the same code. */
export function askCode(
  change: MailChange,
  wish: { id: string; mail: string; kind: string },
  now: number,
): { change: MailChange; open: OpenChange } | { wait: number } {
  const lately = change.sent.filter((at) => now - at < SENT_WITHIN_MS);
  if (lately.length >= MOST_SENT) return { wait: Math.min(...lately) + SENT_WITHIN_MS };
  const before = change.open;
  const again = before?.mail === wish.mail && isOpen(before, now) ? before : undefined;
  const open = { ...wish, tries: 0, ...again, kind: wish.kind, until: now + VALID_MS };
  return { change: { open, sent: [...lately, now] }, open };
}

/** Whether a code may be tried. */
export function isOpen(open: OpenChange | undefined, now: number): open is OpenChange {
  return open !== undefined && now < open.until && open.tries < MOST_TRIES;
}

/** The state after a wrong code. */
export function wrongCode(change: MailChange): MailChange {
  return change.open ? { ...change, open: { ...change.open, tries: change.open.tries + 1 } } : change;
}

/** The state after the right one: it works once. */
export function settled({ sent }: MailChange): MailChange {
  return { sent };
}

/**
 * The six digits of an HMAC (bytes 0–255). Bytes of 250 and more are left out, so that each digit is equally likely.
 * DomainError TOO_FEW_BYTES if they do not suffice.
 */
export function confirmationCode(bytes: readonly number[]): string {
  const usable = bytes.filter((byte) => byte < 250);
  if (usable.length < CODE_DIGITS) throw new DomainError('TOO_FEW_BYTES', { usable: usable.length });
  return usable
    .slice(0, CODE_DIGITS)
    .map((byte) => String(byte % 10))
    .join('');
}
