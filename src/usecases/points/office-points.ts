/** What the office does to applications besides deciding: entering them from paper, noting that papers came, choices for the form. */
import { standingOf } from '../../domain/application-state';
import { DomainError } from '../../domain/errors';
import { isDay, writeDay } from '../../domain/fields/date';
import { dayOfInstant } from '../../domain/fields/instant';
import type { PointForm } from '../../domain/fields/point-application';
import { reachOf } from '../../domain/reach';
import { now } from '../../platform/clock';
import { commit, update, type RowUpdate } from '../../sheets/commit';
import { readForDecision } from '../../sheets/read';
import { COUNTER_ROW, points, summaries, type RowOf } from '../../sheets/schema';
import { resultOf, writeSummary } from '../../sheets/summary';
import { alone } from '../alone';
import { readBelonging, readKeyed } from '../summary/keyed-rows';
import { startNumbering, yearOf } from '../summary/numbering';
import { findPlacesOf, requirePerson, toRegistrant, wantedFor } from '../summary/people';
import { updatePersonRow } from '../summary/person-rows';
import { requireStaff } from '../desk/staff';
import { inForce } from './in-force';
import { findSummariesOf, knownPeople } from './known-people';
import { newPointRow } from './new-point-row';
import { choicesOn } from './person-points';

/** Events offered for the proxy entry, the latest. */
const OFFERED = 60;

interface Entry {
  number: string;
  receivedOn: string;
  form: PointForm;
  evidenceState: '郵送待ち' | '受領済' | '不要';
}

/** Proxy entry from paper. DomainError `NOT_STAFF`, `BUSY`, `INVALID` (fields; number NOT_FOUND, ENDED; receivedOn FUTURE). */
export function enterPoints(entry: Entry, clientKey: string): { receipt: string; name: string } {
  const { rules } = requireStaff();
  const today = dayOfInstant(now());
  if (!isDay(entry.receivedOn) || entry.receivedOn > today)
    throw new DomainError('INVALID', { receivedOn: isDay(entry.receivedOn) ? 'FUTURE' : 'NOT_A_DATE' });
  return alone(() => {
    const place = findPlacesOf([entry.number]).get(entry.number);
    if (!place) throw new DomainError('INVALID', { number: 'NOT_FOUND' });
    const { found, rowsOf } = readBelonging([points], place.number, wantedFor([place]));
    const counters = found.row(summaries, COUNTER_ROW);
    const before = resultOf(counters.values.done, clientKey);
    if (before !== undefined) return before as { receipt: string; name: string };
    const person = requirePerson(found, place);
    if (!reachOf(toRegistrant(person.ledger))) throw new DomainError('INVALID', { number: 'ENDED' });
    const numbering = startNumbering(counters, yearOf(now()));
    const written = newPointRow(
      { form: entry.form, receivedOn: entry.receivedOn, enteredBy: '事務局' },
      { evidence: '', evidenceState: entry.evidenceState },
      { person, rows: rowsOf(points), found },
      rules,
      numbering,
    );
    const result = { receipt: written.receipt, name: person.ledger.values.name };
    numbering.remember(clientKey, result);
    commit({
      updates: [
        update(person.summary, { ledgerRow: person.ledger.row, summary: writeSummary(written.summary) }),
        numbering.toUpdate(),
      ],
      appends: [written.append],
    });
    return result;
  });
}

/** 証明書類の状態 of applications that wait. DomainError `NOT_STAFF`, `BUSY`. */
export function setPointEvidence(
  { receipts, state }: { receipts: readonly string[]; state: '郵送待ち' | '受領済' | '不要' },
  clientKey: string,
): { changed: number } {
  requireStaff();
  return alone(() => {
    const { found: first, rows: asked } = readKeyed(points, receipts, [
      { tab: summaries, rows: [COUNTER_ROW] },
    ]);
    const counters = first.row(summaries, COUNTER_ROW);
    const stored = resultOf(counters.values.done, clientKey);
    if (stored !== undefined) return stored as { changed: number };
    const summaryRows = findSummariesOf(asked.map(({ values }) => values.number));
    const people = knownPeople(readForDecision([{ tab: summaries, rows: summaryRows }]), summaryRows);
    const updates: RowUpdate[] = [];
    let changed = 0;
    for (const [number, { row, summary: before }] of people) {
      let summary = before;
      const waiting = asked.filter(
        (one) => one.values.number === number && isOpen(inForce(one, before).values),
      );
      for (const own of waiting) {
        const written = updatePersonRow(summary, own, { evidenceState: state });
        summary = written.summary;
        updates.push(written.update);
        changed += 1;
      }
      updates.push(update(row, { summary: writeSummary(summary) }));
    }
    const numbering = startNumbering(counters, yearOf(now()));
    const result = { changed };
    numbering.remember(clientKey, result);
    commit({ updates: [...updates, numbering.toUpdate()], appends: [] });
    return result;
  });
}

function isOpen(values: RowOf<typeof points>): boolean {
  return ['申請中', '差戻し'].includes(standingOf(values).state);
}

/** What one can apply for, for the form of the proxy entry. */
export function pointChoices() {
  const { rules } = requireStaff();
  const today = dayOfInstant(now());
  return {
    today,
    categories: choicesOn(rules, today).map(({ rows: _, ...choice }) => choice),
    events: rules.events
      .filter(({ startsOn, eventCode }) => startsOn <= today && eventCode !== '')
      .slice(-OFFERED)
      .reverse()
      .map(({ eventCode, title, category, host, startsOn, endsOn }) => ({
        ...{ eventCode, title, category, host, attendedOn: startsOn },
        endedOn: endsOn === startsOn ? '' : endsOn,
        date: writeDay(startsOn),
      })),
  };
}
