/** 変更届 that wait: those the office has to look at first, each beside what 台帳 holds now. */
import { dayOfInstant } from '../../domain/fields/instant';
import { isOpen, standingOf } from '../../domain/notification';
import { daysAfter } from '../../domain/period';
import { now } from '../../platform/clock';
import { findAny } from '../../sheets/find';
import { readForDecision } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { notifications, reasons, summaries } from '../../sheets/schema/index';
import { publish } from '../../sheets/spreadsheet';
import { readLastSeen, type LastSeen } from '../../sheets/summary';
import { ledgerTexts } from '../ledger/ledger-texts';
import { notificationFacts } from './notification-facts';
import { findPlacesOf, type PersonPlace } from '../summary/people';
import { requireStaff } from '../desk/staff';
import type { Rules } from '../installation/rules';

/** Rows read at once; the rest is counted. */
const SHOWN = 50;

type NotificationRow = ReadRow<typeof notifications>;

/** 申請中 and 差戻し past 補正期限 first, oldest first; then 差戻し that wait for the person. DomainError `NOT_STAFF`. */
export function notificationQueue() {
  const { rules } = requireStaff();
  publish();
  const today = dayOfInstant(now());
  const rows = findAny(notifications, ['申請中', '差戻し']);
  const shown = rows.slice(0, SHOWN);
  const found = readForDecision([
    { tab: notifications, rows: shown },
    { tab: reasons, whole: true },
  ]);
  const waiting = shown.map((row) => found.row(notifications, row)).filter(({ values }) => isOpen(values));
  const rank = (row: NotificationRow) => Number(waitsForPerson(row, today));
  const age = ({ values }: NotificationRow) => `${values.notifiedOn} ${values.receipt}`;
  const ordered = waiting.sort((a, b) => rank(a) - rank(b) || (age(a) < age(b) ? -1 : 1));
  const places = findPlacesOf(ordered.map(({ values }) => values.number));
  const people = readForDecision([
    { tab: summaries, rows: [...places.values()].map(({ summaryRow }) => summaryRow) },
  ]);
  return {
    total: rows.length,
    cases: ordered.map((row) => {
      const place = places.get(row.values.number);
      const seen = place && readLastSeen(people.row(summaries, place.summaryRow).values.lastSeen);
      return toCase(row, place, seen, today, rules);
    }),
    reasons: found
      .rows(reasons)
      .filter(({ values }) => values.target === '変更届' && values.reason !== '')
      .map(({ values: { reason, request } }) => ({ reason, request })),
    today,
    fixBy: daysAfter(today, rules.settings.correctionDays),
  };
}

function waitsForPerson({ values }: NotificationRow, today: string): boolean {
  return standingOf(values) === '差戻し' && (values.fixBy === '' || values.fixBy >= today);
}

function toCase(
  row: NotificationRow,
  place: PersonPlace | undefined,
  seen: LastSeen | undefined,
  today: string,
  rules: Rules,
) {
  const { values } = row;
  const { facts, readable } = notificationFacts(values);
  const held = seen ? ledgerTexts(seen, rules.items) : {};
  return {
    ...facts,
    readable,
    place: { row: row.row, summaryRow: place?.summaryRow ?? 0, ledgerRow: place?.ledgerRow ?? 0 },
    number: values.number,
    name: values.name,
    enteredBy: values.enteredBy,
    overdue: facts.state === '差戻し' && !waitsForPerson(row, today),
    onFile: facts.changes.map(({ item }) => held[item] ?? ''),
    personState: held['状態'] ?? '',
  };
}
