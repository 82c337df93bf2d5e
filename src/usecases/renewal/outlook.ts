/** 更新の見通し: of the people whose validity ends on a day, how each stands. */
import { openRenewal } from '../../domain/renewal';
import { dayOfInstant } from '../../domain/fields/instant';
import { monthsBefore } from '../../domain/period';
import { reachOf } from '../../domain/reach';
import { now } from '../../platform/clock';
import { readKnown, type KnownPerson } from '../points/known-people';
import { wholeSummaries } from '../summary/whole-summaries';
import type { Rules } from '../installation/rules';
import { requireStaff } from '../desk/staff';
import { readEndings } from './ending';
import { judgeRenewal, renewerOf } from './judge';
import { written } from './renewal-queue';

const SHOWN = 60;
/** Days offered: ends of the last year and to come. */
const BACK_MONTHS = 12;

/** Days on which validities end, the next first. DomainError `NOT_STAFF`. */
export function outlookEnds() {
  requireStaff();
  const since = monthsBefore(dayOfInstant(now()), BACK_MONTHS);
  const counts = new Map<string, number>();
  for (const { validTo } of readEndings())
    if (validTo >= since) counts.set(validTo, (counts.get(validTo) ?? 0) + 1);
  return {
    ends: [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([end, people]) => ({ end, written: written(end), people })),
  };
}

/** The people of one day, 60 at once. DomainError `NOT_STAFF`. */
export function renewalOutlook({ end, skip = 0 }: { end: string; skip?: number | undefined }) {
  const { rules } = requireStaff();
  const numbers = readEndings()
    .filter(({ validTo }) => validTo === end)
    .map(({ number }) => number);
  const people = readKnown(numbers.slice(skip, skip + SHOWN));
  const whole = wholeSummaries(people.map(({ ledger, summary }) => [ledger.number, summary]));
  return {
    total: numbers.length,
    people: people.map(({ ledger, summary }) =>
      lineOf(ledger, whole.get(ledger.number) ?? summary, end, rules),
    ),
  };
}

function lineOf(own: KnownPerson['ledger'], summary: KnownPerson['summary'], end: string, rules: Rules) {
  const who = renewerOf(summary, own);
  const judged = judgeRenewal(who, end, rules);
  const codes = new Set<string>([...(judged?.obstacles ?? []), ...(judged?.unmet ?? [])]);
  const group = codes.has('RENEWED')
    ? ('更新済' as const)
    : openRenewal(who.renewals)
      ? ('申請中' as const)
      : !judged || codes.has('STATE') || codes.has('LAPSED')
        ? ('休止など' as const)
        : codes.has('POINTS')
          ? ('ポイント不足' as const)
          : codes.has('COURSE')
            ? ('講習だけ未' as const)
            : codes.has('MAGAZINE')
              ? ('メールマガジンだけ未' as const)
              : ('そろった' as const);
  return {
    ...{ number: own.number, name: own.name, group, mail: own.mail },
    points: judged?.requirements.points.have ?? 0,
    unreachable: reachOf(own)?.by !== 'メール',
    phone: own.phone || own.mobile,
  };
}
