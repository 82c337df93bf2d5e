/**
 * The morning's part of renewal: 台帳 shows periods that have begun, whose validity has ended is proposed for 失効, reminders are
 * queued. In 本番 only; killed anywhere, the next morning does what is left.
 */
import { rulesOf } from '../../domain/mode';
import { remainingQuota } from '../../notices/gmail';
import { now } from '../../platform/clock';
import { deleteProperty, writeProperties } from '../../platform/properties';
import { findExact } from '../../sheets/find';
import { notices } from '../../sheets/schema';
import { alone } from '../alone';
import { PROPERTY, type Installation } from '../installation/installation';
import { readKnown } from '../points/known-people';
import { readRowsOf } from '../summary/keyed-rows';
import type { Rules } from '../installation/rules';
import { wakeSender } from '../sending/wake-sender';
import { readEndings } from './ending';
import { endedOf, isLapsed, lapsePeople } from './lapse';
import { queueReminders, remindersDue } from './reminders';
import { RENEWAL_TABS, renewerOfRows } from './renewer-of-rows';
import { begunPeriod, turnPeriods } from './turn-periods';

/** People looked at in one commit. */
const BATCH = 50;
/** An execution may last six minutes; the rest of the morning needs some of them. */
const RUN_MS = 3 * 60_000;
/** Part of the day's mail that reminders may take: decisions and passwords go out all the same. */
const SHARE = 0.5;

/** What the property keeps: people to be lapsed, and of each reminder whom it was queued for. */
interface RenewalState {
  lapsing: number;
  reminded: Record<string, number>;
}

/** Answers nothing; what it finds stands in the property. */
export function runRenewalJob(installation: Installation, rules: Rules): void {
  if (!rulesOf(rules.settings.mode).jobsChange) return;
  const until = now() + RUN_MS;
  const before = renewalState(installation);
  const endings = readEndings();
  const ended = new Set(endedOf(endings, rules).map(({ number }) => number));
  const lapsing = lookAtEnded([...ended], rules, until);
  const reminded = remind(remindersDue(endings, rules), before.reminded, rules, until);
  const state: RenewalState = { lapsing, reminded };
  if (lapsing === 0 && Object.keys(reminded).length === 0) {
    if (installation.properties[PROPERTY.renewal] !== undefined) deleteProperty(PROPERTY.renewal);
  } else if (JSON.stringify(state) !== JSON.stringify(before))
    writeProperties({ [PROPERTY.renewal]: JSON.stringify(state) });
}

/** 失効予定 as counted this morning. */
export function lapsingCount(installation: Pick<Installation, 'properties'>): number {
  return renewalState(installation).lapsing;
}

function renewalState({ properties }: Pick<Installation, 'properties'>): RenewalState {
  const stored = JSON.parse(properties[PROPERTY.renewal] ?? '{}') as Partial<RenewalState>;
  return { lapsing: 0, reminded: {}, ...stored };
}

/** Answers how many lapse as soon as somebody presses; with 失効の確定 自動 they lapse now. */
function lookAtEnded(numbers: readonly string[], rules: Rules, until: number): number {
  let lapsing = 0;
  for (let from = 0; from < numbers.length && now() < until; from += BATCH) {
    const part = numbers.slice(from, from + BATCH);
    const people = readKnown(part);
    const { rowsOf } = readRowsOf(RENEWAL_TABS, part);
    const begun = people.filter(({ ledger }) => begunPeriod(ledger, rowsOf));
    if (begun.length > 0) turnPeriods(begun.map(({ ledger }) => ledger.number));
    const ended = people.filter(({ ledger, summary }) =>
      isLapsed(renewerOfRows(ledger, summary, rowsOf), rules),
    );
    if (rules.settings.lapseBy === '自動' && ended.length > 0) {
      const asked = ended.map(({ ledger }) => ledger.number);
      alone(() => lapsePeople(asked, 'システム', undefined, rules));
    } else lapsing += ended.length;
  }
  return lapsing;
}

/** Queues what is due, not more mails than the quota leaves room for. */
function remind(
  due: ReadonlyMap<string, ReadonlySet<string>>,
  before: RenewalState['reminded'],
  rules: Rules,
  until: number,
): RenewalState['reminded'] {
  const reminded: Record<string, number> = {};
  const left = [...due]
    .map(([key, people]) => [key, [...people]] as const)
    .filter(([key, numbers]) => {
      // The same people as when all of it was queued: nobody has to be looked at again.
      const same = before[key] === markOf(numbers);
      if (same) reminded[key] = markOf(numbers);
      return !same;
    });
  if (left.length === 0) return reminded;
  let room = Math.floor(remainingQuota() * SHARE) - findExact(notices, '送信待ち').length;
  let queued = 0;
  for (const [key, numbers] of left) {
    let next = 0;
    while (next < numbers.length && room > 0 && now() < until) {
      const part = numbers.slice(next, next + Math.min(BATCH, room));
      const mails = queueReminders(part, key, rules);
      next += part.length;
      queued += mails;
      room -= mails;
    }
    if (next >= numbers.length) reminded[key] = markOf(numbers);
  }
  if (queued > 0) wakeSender(now());
  return reminded;
}

/** Tells whether a list of people is the one it was. */
function markOf(numbers: readonly string[]): number {
  let mark = numbers.length;
  for (const number of numbers)
    for (const character of number) mark = (mark * 31 + character.charCodeAt(0)) % 2_147_483_647;
  return mark;
}
