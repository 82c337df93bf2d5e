/** What My Page shows of one person: from 控え and 要約 of `_要約`, in one read. */
import { dayOfInstant, instantOfIso } from '../../domain/fields/instant';
import { isDay, writeDay } from '../../domain/fields/date';
import { kindsFor } from '../../domain/fields/notification';
import { shownItems } from '../../domain/ledger-items';
import { validityOn } from '../../domain/registrant';
import { now } from '../../platform/clock';
import type { ReadRow } from '../../sheets/row';
import { ledger, notifications, periods, type summaries } from '../../sheets/schema/index';
import { readLastSeen, readSummary, type LastSeen, type Summary } from '../../sheets/summary';
import { PROPERTY, type Installation } from '../installation/installation';
import { dayIn, ledgerTexts } from '../ledger/ledger-texts';
import { notificationFacts } from '../notification/notification-facts';
import { knownRows } from '../summary/person-rows';
import { pointsView } from '../points/points-view';
import { renewalView } from '../renewal/renewal-view';
import { rebuildIfOld } from '../summary/rebuild-state';
import { wholeSummary } from '../summary/whole-summaries';
import type { Rules } from '../installation/rules';

/** Office data on every page. */
export function officeOf({ settings }: Rules) {
  return {
    name: settings.officeName,
    person: settings.officePerson,
    phone: settings.officePhone,
    hours: settings.officeHours,
    mail: settings.officeMail,
  };
}

/** The whole view; days written out in the order of 設定. */
export function myView(row: ReadRow<typeof summaries>, installation: Installation, rules: Rules) {
  rebuildIfOld(row.values, installation);
  const seen = readLastSeen(row.values.lastSeen);
  const summary = wholeSummary(row.values.number, readSummary(row.values.summary));
  const order = rules.settings.dateOrder;
  const { start, end } = validityIn(seen, summary, dayOfInstant(now()));
  const state = String(seen[ledger.columns.state.header] ?? '');
  const validity = validityOn({ start, end, state }, dayOfInstant(now()));
  const items = shownItems(rules.items, ledgerTexts(seen, rules.items), order);
  return {
    number: row.values.number,
    name: String(seen[ledger.columns.name.header] ?? ''),
    lastLogin: lastLoginOf(row.values.number, summary.lastLogin, installation),
    validity: {
      state: validity.state,
      start: isDay(start) ? writeDay(start, order) : '',
      end: isDay(end) ? writeDay(end, order) : '',
      daysLeft: validity.daysLeft,
    },
    ledger: items,
    points: pointsView(summary, seen, rules),
    renewal: renewalView(summary, seen, rules),
    notificationKinds: kindsFor(items, state),
    notifications: notificationsOf(summary),
    notices: summary.notices
      .filter(({ at }) => (instantOfIso(at) ?? 0) <= now())
      .map(({ at, subject }) => ({ date: writeDay(at.slice(0, 10), order), subject })),
    mailFails: seen[ledger.columns.mailState.header] === '不達',
    office: officeOf(rules),
    numberLabel: rules.settings.numberLabel,
  };
}

/** What 台帳 shows; from its first day on the next period, which the morning's job has yet to write there. */
function validityIn(seen: LastSeen, summary: Summary, today: string) {
  const shown = {
    start: dayIn(seen[ledger.columns.validFrom.header]),
    end: dayIn(seen[ledger.columns.validTo.header]),
  };
  return knownRows(summary, periods).find(({ start }) => start > shown.end && start <= today) ?? shown;
}

/** 変更届 of the person, newest first: 受付番号 count up. */
function notificationsOf(summary: Summary) {
  return knownRows(summary, notifications)
    .map((row) => notificationFacts(row).facts)
    .sort((a, b) => (a.receipt < b.receipt ? 1 : -1));
}

/** The login before this one: of 要約, or one that still waits in the properties. */
function lastLoginOf(number: string, kept: string | null, installation: Installation): string | null {
  const waiting = Object.entries(installation.properties)
    .filter(([name]) => name.startsWith(PROPERTY.login))
    .map(([, text]) => JSON.parse(text) as { number: string; at: string })
    .filter((login) => login.number === number)
    .map(({ at }) => at);
  const latest = [...waiting, ...(kept === null ? [] : [kept])].sort(
    (a, b) => (instantOfIso(a) ?? 0) - (instantOfIso(b) ?? 0),
  );
  return latest[latest.length - 1] ?? null;
}
