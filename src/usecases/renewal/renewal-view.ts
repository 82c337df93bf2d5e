/** 「更新」 of My Page, from what `_要約` holds of the person. */
import { standingOf } from '../../domain/application-state';
import { isDay, writeDay, writeDeadline } from '../../domain/fields/date';
import { dayOfInstant } from '../../domain/fields/instant';
import { daysLeft, periodOn } from '../../domain/period';
import { lastDayToApply, waitsInTime } from '../../domain/renewal-window';
import { now } from '../../platform/clock';
import { valuesOf } from '../../sheets/row';
import { certificates, ledger, type RowOf } from '../../sheets/schema';
import type { LastSeen, Summary } from '../../sheets/summary';
import { knownRows } from '../summary/person-rows';
import { periodsOf } from '../points/person-points';
import type { Rules } from '../installation/rules';
import { judgeRenewal, renewerOf, type Judged, type RenewalRow } from './judge';
import { hasAddress, labelOf } from './label';

const PLACES = ['自宅', '事業所'] as const;
type Certificate = RowOf<typeof certificates>;

/** The whole view. */
export function renewalView(summary: Summary, seen: LastSeen, rules: Rules) {
  const today = dayOfInstant(now());
  const order = rules.settings.dateOrder;
  const write = (day: string) => (isDay(day) ? writeDay(day, order) : '');
  const own = valuesOf(ledger, seen);
  const who = renewerOf(summary, own);
  const judged = judgeRenewal(who, today, rules);
  const sent = knownRows(summary, certificates);
  const why = whyNot(judged);
  const application = latest(who.renewals, judged?.period.end);
  const next = judged?.periods.find(({ start }) => start > judged.period.end);
  const current = periodOn(judged?.periods ?? [], today);
  return {
    canApply: why.length === 0,
    why,
    start: write(judged?.period.start ?? ''),
    end: write(judged?.period.end ?? ''),
    opens: judged ? writeDeadline(judged.window.opens) : '',
    closes: judged ? writeDeadline(judged.window.closes) : '',
    daysToApply: judged ? daysLeft(judged.lastDay, today) : null,
    rescuedUntil: judged && judged.lastDay > judged.window.closes ? writeDeadline(judged.lastDay) : '',
    waitsInTime: judged
      ? waitsInTime(judged.period, judged.requirements.counted, rules.settings).length > 0
      : false,
    rescueDays: rules.settings.rescueDays,
    form: {
      printedName: own.name,
      gaiji: own.gaijiMemo !== '',
      sendTo: own.sendTo === '事業所' ? ('事業所' as const) : ('自宅' as const),
      places: PLACES.map((sendTo) => {
        const { postalCode, lines } = labelOf(own, sendTo);
        const address = [postalCode && `〒${postalCode}`, ...lines].filter((line) => line !== '').join(' ');
        return { sendTo, address, usable: hasAddress(own, sendTo) };
      }),
    },
    application: application
      ? applicationView(application, judged, sent, who.periods, today, rules, write)
      : null,
    next: next ? { start: write(next.start), end: write(next.end) } : null,
    periods: [...periodsOf(who.periods, own)]
      .sort((a, b) => (a.start < b.start ? 1 : -1))
      .map((each) => ({
        term: each.term,
        start: write(each.start),
        end: write(each.end),
        basis: each.basis,
        certificate: who.periods.find(({ term }) => term === each.term)?.certificate ?? '',
        current: each.start === current?.start,
      })),
    certificates: [...sent].reverse().map((each) => certificateView(each, write)),
    fee: rules.settings.fee,
    schemeUrl: rules.settings.schemeUrl,
  };
}

/** To the person, who cannot take it on herself, a lapse is a state. */
function whyNot(judged: Judged | undefined) {
  if (!judged) return ['UNKNOWN' as const];
  const { obstacles, unmet } = judged;
  return [...obstacles, ...unmet.map((code) => (code === 'LAPSED' ? ('STATE' as const) : code))];
}

/** The one that waits, else the latest for the period. */
function latest(rows: readonly RenewalRow[], end: string | undefined): RenewalRow | undefined {
  const open = rows.find((row) => ['申請中', '差戻し', '確認済'].includes(standingOf(row).state));
  return open ?? rows.filter(({ validTo }) => validTo === end).sort(byApplied)[0];
}

function byApplied(a: RenewalRow, b: RenewalRow): number {
  return (b.appliedAt ?? 0) - (a.appliedAt ?? 0);
}

function applicationView(
  row: RenewalRow,
  judged: Judged | undefined,
  sent: readonly Certificate[],
  periods: ReturnType<typeof renewerOf>['periods'],
  today: string,
  rules: Rules,
  write: (day: string) => string,
) {
  const { state, wish } = standingOf(row);
  const open = ['申請中', '差戻し', '確認済'].includes(state);
  const number = periods.find(({ receipt }) => receipt === row.receipt)?.certificate;
  const certificate = state === '承認' ? sent.find((each) => each.certificate === number) : undefined;
  const closed =
    judged !== undefined &&
    lastDayToApply(judged.period, judged.requirements.counted, rules.settings) < today;
  return {
    receipt: row.receipt,
    state: wish === undefined ? state : ('処理中' as const),
    received: write(row.receivedOn),
    printedName: row.printedName,
    sendTo: row.sendTo,
    reason: row.reason,
    fixBy: isDay(row.fixBy) ? writeDeadline(row.fixBy) : '',
    exception: row.exception !== '',
    canWithdraw: open && wish === undefined,
    canMend: state === '差戻し' && wish === undefined,
    lastChance: open && closed,
    timeline: timeline(row, state, certificate, rules.settings.useDecision, write),
  };
}

function timeline(
  row: RenewalRow,
  state: string,
  certificate: Certificate | undefined,
  useDecision: boolean,
  write: (day: string) => string,
) {
  const decidedOn = row.decidedAt === null ? '' : dayOfInstant(row.decidedAt);
  const confirmed = ['確認済', '承認', '不承認'].includes(state);
  const steps = [
    { step: '受付' as const, done: true, day: row.receivedOn },
    { step: '確認' as const, done: confirmed, day: state === '確認済' || !useDecision ? decidedOn : '' },
    ...(useDecision ? [{ step: '決裁' as const, done: row.resolvedOn !== '', day: row.resolvedOn }] : []),
    ...(state === '不承認'
      ? []
      : [
          {
            step: '発送' as const,
            done: Boolean(certificate?.postedOn) && !(certificate && isBack(certificate)),
            day: certificate?.repostedOn || certificate?.postedOn || '',
          },
          {
            step: '受領' as const,
            done: Boolean(certificate?.receivedOn),
            day: certificate?.receivedOn ?? '',
          },
        ]),
  ];
  const next = steps.findIndex(({ done }) => !done);
  return steps.map(({ step, done, day }, at) => ({
    ...{ step, done, current: at === next },
    date: done ? write(day) : '',
  }));
}

/** It came back, and has not left again: 作成済 after 返戻 waits for its second posting. */
function isBack({ state, returnedOn, repostedOn }: Certificate): boolean {
  return state === '返戻' || (['作成待ち', '作成済'].includes(state) && repostedOn < returnedOn);
}

function certificateView(row: Certificate, write: (day: string) => string) {
  return {
    certificate: row.certificate,
    cause: row.cause,
    printedName: row.printedName,
    period: writePeriod(row.period, write),
    state: row.state,
    posted: row.state !== '返戻' && isBack(row) ? '' : write(row.repostedOn || row.postedOn),
    postedBy: row.postedBy,
    tracking: row.tracking,
    returned: row.state === '返戻' ? write(row.returnedOn) : '',
    returnReason: row.state === '返戻' ? row.returnReason : '',
    received: write(row.receivedOn),
    canConfirm: row.state === '発送済',
  };
}

/** 有効期間 of 証書 (`2026/04/01～2031/03/31`) written out. */
export function writePeriod(cell: string, write: (day: string) => string): string {
  const [from = '', to = ''] = daysIn(cell);
  return from === '' || to === '' ? cell : `${write(from)}から${write(to)}まで`;
}

/** First and last day of such a cell, `YYYY-MM-DD`. */
export function daysIn(cell: string): string[] {
  return cell.split('～').map((day) => day.trim().replace(/\//g, '-'));
}
