/** A person's mail change while it waits for its code, and who else has an address. */
import { DomainError } from '../../domain/errors';
import { mailsIn } from '../../domain/fields/mail';
import { readList } from '../../domain/json';
import { NO_MAIL_CHANGE, type MailChange } from '../../domain/mail-change';
import { findMail } from '../../sheets/find';
import { readForDecision, type Found } from '../../sheets/read';
import { ledger, notices } from '../../sheets/schema/index';
import { publish } from '../../sheets/spreadsheet';
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

/** Rows may move between search and read; nobody moves them faster than this. */
const ATTEMPTS = 3;

/**
 * The person's rows, the counters, the headers of 変更履歴 and 通知, and whether somebody else has the address: the same
 * contacts whether or not. DomainError `BUSY` if rows kept moving.
 */
export function readWithMail(place: PersonPlace, mail: string): { found: Found; taken: boolean } {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) publish();
    const rows = findMail(ledger, mail);
    const found = readForDecision([...wantedFor([place], rows), { tab: notices }]);
    const holders = rows.map((row) => found.row(ledger, row));
    const stayed = holders.every(({ byHeader }) =>
      Object.values(byHeader).some((content) => mailsIn(String(content)).includes(mail)),
    );
    const others = holders.filter(({ values }) => values.number !== place.number);
    if (stayed) return { found, taken: others.some(({ values }) => mailsIn(values.mail).includes(mail)) };
  }
  throw new DomainError('BUSY', {});
}
