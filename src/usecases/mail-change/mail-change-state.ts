/** A person's mail change while it waits for its code, and who else has an address. */
import { DomainError } from '../../domain/errors';
import { mailsIn } from '../../domain/fields/mail';
import { readList } from '../../domain/json';
import { NO_MAIL_CHANGE, type MailChange } from '../../domain/mail-change';
import type { Found } from '../../sheets/read';
import { readFound } from '../../sheets/read-found';
import { ledger, notices } from '../../sheets/schema/index';
import { resultOf, withResult } from '../../sheets/summary';
import { wantedFor, type PersonPlace } from '../summary/people';

/** Beside the results in 処理済; too short to be a client key. */
const KEY = 'mail-change';

/** The state kept in 処理済. */
export function readMailChange(done: string): MailChange {
  return { ...NO_MAIL_CHANGE, ...(resultOf(done, KEY) as Partial<MailChange> | undefined) };
}

/** 処理済 with this state in place of the last one. */
export function withMailChange(done: string, change: MailChange): string {
  const results = readList(done).filter((entry) => (entry as [string])[0] !== KEY);
  return withResult(JSON.stringify(results), KEY, change);
}

/**
 * The person's rows, the counters, the headers of 変更履歴 and 通知, and whether somebody else has the address: the same
 * contacts whether or not. DomainError `BUSY` if rows kept moving.
 */
export function readWithMail(place: PersonPlace, mail: string): { found: Found; taken: boolean } {
  const wanted = [...wantedFor([place]), { tab: notices }];
  const { found, rowsOf, isWhole } = readFound([{ tab: ledger, texts: [mail], as: 'mail' }], wanted);
  if (!isWhole) throw new DomainError('BUSY', {});
  const others = rowsOf(ledger).filter(({ values }) => values.number !== place.number);
  return { found, taken: others.some(({ values }) => mailsIn(values.mail).includes(mail)) };
}
