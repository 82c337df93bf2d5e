/** A 変更届 that came on paper is entered by a secretary, with the day it was filed; and papers that arrive are noted. */
import { DomainError } from '../../domain/errors';
import { dayOfInstant } from '../../domain/fields/instant';
import { kindsFor, type NotificationForm } from '../../domain/fields/notification';
import { isOpen } from '../../domain/notification';
import { now } from '../../platform/clock';
import { commit, update } from '../../sheets/commit';
import { readForDecision } from '../../sheets/read';
import { COUNTER_ROW, notices, notifications, summaries } from '../../sheets/schema/index';
import { readSummary, resultOf, withResult, writeSummary } from '../../sheets/summary';
import { alone } from '../alone';
import { left, type Left } from './decide-notification';
import { fileNotification, itemsNow } from './file-notification';
import { readOfficeCase, type SeenPlace } from './notification-row';
import { startNumbering } from '../summary/numbering';
import { findPerson, findPlacesOf, wantedFor, type Person } from '../summary/people';
import { updatePersonRow } from '../summary/person-rows';
import { readBelonging } from '../summary/keyed-rows';
import { requireStaff } from '../desk/staff';
import { wakeSender } from '../sending/wake-sender';

/** What came of an entry. */
type Entered = { done: true; receipt: string; mailed: boolean } | Left;

/** The person a typed number means, with the items of 台帳 and the kinds to file; null for none. DomainError `NOT_STAFF`. */
export function findNotifier({ number }: { number: string }) {
  const { rules } = requireStaff();
  const person = readPerson(number);
  if (!person) return { person: null };
  const items = itemsNow(person.ledger, rules);
  const { number: own, name, state } = person.ledger.values;
  return { person: { number: own, name, items, kinds: kindsFor(items, state) } };
}

/** DomainError `NOT_STAFF`, `BUSY`, `INVALID` without a key or with a 届出日 to come. */
export function enterNotification(
  { number, notifiedOn, ...form }: NotificationForm & { number: string; notifiedOn: string },
  clientKey: string,
): Entered {
  const { rules } = requireStaff();
  if (notifiedOn > dayOfInstant(now())) throw new DomainError('INVALID', {});
  const entered = alone((): Entered => {
    const place = findPlacesOf([number]).get(number);
    if (!place) return left('NO_PERSON');
    const own = readBelonging([notifications], place.number, [...wantedFor([place]), { tab: notices }]);
    const person = findPerson(own.found, place);
    if (!person) return left('NO_PERSON');
    const before = resultOf(person.summary.values.done, clientKey);
    if (before !== undefined) return before as Entered;
    const ground = { person, rows: own.rowsOf(notifications), found: own.found };
    if (ground.rows.some(({ values }) => values.kind === form.kind && isOpen(values)))
      return left('OPEN_ALREADY');
    const year = Number(dayOfInstant(now()).slice(0, 4));
    const filed = fileNotification(
      ground,
      { form, enteredBy: '事務局', notifiedOn },
      rules,
      startNumbering(own.found.row(summaries, COUNTER_ROW), year),
      clientKey,
      (receipt, mailed): Entered => ({ done: true, receipt, mailed }),
    );
    commit({ updates: filed.updates, appends: filed.appends });
    return filed.result;
  });
  if (entered.done && entered.mailed) wakeSender(now());
  return entered;
}

/** 証明書類の状態 of a 変更届 that waits. DomainError `NOT_STAFF`, `BUSY`, `INVALID` without a key. */
export function setNotificationEvidence(
  { receipt, place, state }: { receipt: string; place: SeenPlace; state: '郵送待ち' | '受領済' },
  clientKey: string,
): { done: true } | Left {
  requireStaff();
  return alone((): { done: true } | Left => {
    const { found, row, person } = readOfficeCase(receipt, place);
    const before = person && resultOf(person.summary.values.done, clientKey);
    if (before !== undefined) return before as { done: true };
    if (!row) return left('NOT_FOUND');
    if (!isOpen(row.values)) return left('DECIDED');
    if (!person) return left('NO_PERSON');
    const outcome = { done: true as const };
    const written = updatePersonRow(readSummary(person.summary.values.summary), row, {
      evidenceState: state,
    });
    const set = {
      done: withResult(person.summary.values.done, clientKey, outcome),
      summary: writeSummary(written.summary),
    };
    const counters = update(found.row(summaries, COUNTER_ROW), {});
    commit({ updates: [written.update, update(person.summary, set), counters], appends: [] });
    return outcome;
  });
}

function readPerson(number: string): Person | undefined {
  const place = findPlacesOf([number]).get(number);
  return place && findPerson(readForDecision(wantedFor([place])), place);
}
