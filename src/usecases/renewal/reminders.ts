/** Reminders before the end of validity: once per person, period and day of 督促, spread over mornings as the mail quota allows. */
import { writeDay, writeDeadline } from '../../domain/fields/date';
import { dayOfInstant } from '../../domain/fields/instant';
import { periodOn } from '../../domain/period';
import { reminderDue, type Reminder } from '../../domain/reminder';
import { openRenewal } from '../../domain/renewal';
import { sendingTime } from '../../domain/sending-time';
import { now } from '../../platform/clock';
import { commit, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import { readFound } from '../../sheets/read-found';
import { COUNTER_ROW, notices, summaries } from '../../sheets/schema';
import { publish } from '../../sheets/spreadsheet';
import { writeSummary } from '../../sheets/summary';
import { alone } from '../alone';
import { notify, type News } from '../sending/notify-person';
import { startNumbering } from '../summary/numbering';
import { findSummariesOf, knownPeople, type KnownPerson } from '../points/known-people';
import { wholeSummaries } from '../summary/whole-summaries';
import type { Rules } from '../installation/rules';
import type { Ending } from './ending';
import { judgeRenewal, renewerOf, type Judged } from './judge';

/** Who may have one due today, by 台帳 alone: the reminder's key → 登録番号. */
export function remindersDue(endings: readonly Ending[], { settings }: Rules): Map<string, Set<string>> {
  const today = dayOfInstant(now());
  const due = new Map<string, Set<string>>();
  const keys = new Map<string, string | undefined>();
  for (const { number, validTo, active } of endings) {
    if (!active || validTo === '') continue;
    if (!keys.has(validTo)) {
      const facts = { state: '', validTo, applied: false, met: false, sent: new Set<string>() };
      keys.set(validTo, reminderDue(facts, today, settings)?.key);
    }
    const key = keys.get(validTo);
    if (key !== undefined) due.set(key, (due.get(key) ?? new Set()).add(number));
  }
  return due;
}

/** Queues those of these people that are due and were not queued before, in one commit. Answers how many mails. */
export function queueReminders(numbers: readonly string[], key: string, rules: Rules): number {
  // What this execution committed before has to be found too.
  publish();
  return alone(() => {
    const summaryRows = findSummariesOf(numbers);
    // 対象 of the notice names person and reminder: by it a run that is repeated finds what it queued.
    const { found, rowsOf } = readFound(
      [{ tab: notices, texts: numbers.map((number) => aboutOf(number, key)) }],
      [{ tab: summaries, rows: [COUNTER_ROW, ...summaryRows] }],
    );
    const sent = new Set(rowsOf(notices).map(({ values }) => values.about));
    const numbering = startNumbering(
      found.row(summaries, COUNTER_ROW),
      Number(dayOfInstant(now()).slice(0, 4)),
    );
    const updates: RowUpdate[] = [];
    const appends: RowAppend[] = [];
    let mails = 0;
    const people = knownPeople(found, summaryRows);
    const whole = wholeSummaries([...people].map(([number, { summary }]) => [number, summary]));
    for (const person of numbers.flatMap((number) => people.get(number) ?? [])) {
      const about = aboutOf(person.ledger.number, key);
      const news = sent.has(about)
        ? undefined
        : newsOf(person.ledger, whole.get(person.ledger.number) ?? person.summary, rules);
      if (!news) continue;
      const told = notify(person.ledger, { ...news, about }, person.summary, numbering, found);
      if (told.told === 'nobody') continue;
      if (told.told === 'mail') mails += 1;
      appends.push(...told.appends);
      updates.push(update(person.row, { summary: writeSummary(told.summary) }));
    }
    if (appends.length > 0) commit({ updates: [...updates, numbering.toUpdate()], appends });
    return mails;
  });
}

function aboutOf(number: string, key: string): string {
  return `${number} ${key}`;
}

function newsOf(
  ledger: KnownPerson['ledger'],
  summary: KnownPerson['summary'],
  rules: Rules,
): Omit<News, 'about'> | undefined {
  const today = dayOfInstant(now());
  const who = renewerOf(summary, ledger);
  const judged = judgeRenewal(who, today, rules);
  if (!judged || judged.obstacles.includes('RENEWED')) return undefined;
  const end = periodOn(judged.periods, today)?.end ?? '';
  const facts = {
    ...{ state: ledger.state, validTo: end, met: judged.requirements.met, sent: new Set<string>() },
    applied: openRenewal(who.renewals) !== undefined,
  };
  const due = reminderDue(facts, today, rules.settings);
  return due && textOf(due, judged, end, rules);
}

function textOf(
  { kind }: Reminder,
  { requirements, window }: Judged,
  end: string,
  { settings, ...rules }: Rules,
) {
  const { course, magazine, points, lastSafeDay } = requirements;
  const missing = [
    ...(course.met ? [] : ['・当協会が開催する職業紹介責任者講習の受講']),
    ...(magazine.met ? [] : ['・メールマガジンの登録']),
    ...(points.met ? [] : [`・あと${String(points.missing)}ポイント`]),
  ];
  return {
    kind,
    fields: {
      満了日: writeDeadline(end),
      満了日の月日: monthAndDay(end),
      申請締切日: writeDeadline(window.closes),
      不足している要件: missing.join('\n'),
      安全な日: writeDeadline(lastSafeDay),
      確認日数: String(settings.reviewDays),
    },
    subject:
      kind === '要件不足'
        ? `資格有効期間は${writeDay(end, settings.dateOrder)}までです`
        : '更新の要件がそろっています。更新の申請をお願いします',
    dueAt: sendingTime(now(), { ...rules, settings }),
  };
}

function monthAndDay(day: string): string {
  return `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日`;
}
