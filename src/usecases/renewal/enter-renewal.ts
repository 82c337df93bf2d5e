/** A renewal from paper: 受付日 is its postmark or arrival. What is unmet is answered; the office sends it back or goes on as 特例. */
import { DomainError } from '../../domain/errors';
import { isDay } from '../../domain/fields/date';
import { dayOfInstant } from '../../domain/fields/instant';
import { now } from '../../platform/clock';
import { commit, update } from '../../sheets/commit';
import { COUNTER_ROW, notices, summaries } from '../../sheets/schema';
import { readSummary, resultOf, writeSummary } from '../../sheets/summary';
import { alone } from '../alone';
import { readBelonging } from '../summary/keyed-rows';
import { startNumbering } from '../summary/numbering';
import { findPlacesOf, requirePerson, wantedFor } from '../summary/people';
import { requireStaff } from '../desk/staff';
import { wakeSender } from '../sending/wake-sender';
import { judgeRenewal, spell } from './judge';
import { newRenewal } from './new-renewal';
import { RENEWAL_TABS, renewerOfRows } from './renewer-of-rows';
import { requirePrinted, type Printed } from './printed';

interface Entry extends Printed {
  number: string;
  receivedOn: string;
}
interface Entered {
  receipt: string;
  name: string;
  spelled: string[];
}

/** DomainError `NOT_STAFF`, `BUSY`, `INVALID` (number NOT_FOUND or what bars it; receivedOn, printedName, sendTo). */
export function enterRenewal(entry: Entry, clientKey: string): Entered {
  const { rules } = requireStaff();
  const today = dayOfInstant(now());
  if (!isDay(entry.receivedOn) || entry.receivedOn > today)
    throw new DomainError('INVALID', { receivedOn: isDay(entry.receivedOn) ? 'FUTURE' : 'NOT_A_DATE' });
  const { answer, mailed } = alone(() => {
    const place = findPlacesOf([entry.number]).get(entry.number);
    if (!place) throw new DomainError('INVALID', { number: 'NOT_FOUND' });
    const { found, rowsOf } = readBelonging(RENEWAL_TABS, place.number, [
      ...wantedFor([place]),
      { tab: notices },
    ]);
    const counters = found.row(summaries, COUNTER_ROW);
    const before = resultOf(counters.values.done, clientKey);
    if (before !== undefined) return { answer: before as Entered, mailed: false };
    const person = requirePerson(found, place);
    const summary = readSummary(person.summary.values.summary);
    const who = renewerOfRows(person.ledger.values, summary, rowsOf);
    const judged = judgeRenewal(who, entry.receivedOn, rules);
    const bar = judged ? judged.obstacles[0] : 'UNKNOWN';
    if (!judged || bar) throw new DomainError('INVALID', { number: bar ?? 'UNKNOWN' });
    const named = { sendTo: entry.sendTo, printedName: entry.printedName || who.ledger.name };
    const printed = requirePrinted(named, who.ledger);
    const numbering = startNumbering(counters, Number(today.slice(0, 4)));
    const { receivedOn } = entry;
    const made = newRenewal({ who, judged, printed, receivedOn }, summary, numbering, found);
    const answer = { receipt: made.result.receipt, name: who.ledger.name, spelled: spell(judged) };
    numbering.remember(clientKey, answer);
    const set = { ledgerRow: person.ledger.row, summary: writeSummary(made.summary) };
    commit({
      updates: [update(person.summary, set), numbering.toUpdate()],
      appends: made.appends,
    });
    return { answer, mailed: made.result.mailed };
  });
  if (mailed) wakeSender(now());
  return answer;
}
