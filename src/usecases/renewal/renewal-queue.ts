/** Renewals that wait for the office, each with its figures and what proves them; 決裁一覧. */
import { correctionDeadline, mayBecome, standingOf } from '../../domain/application-state';
import { isDay, writeDay, writeDeadline } from '../../domain/fields/date';
import { dayOfInstant } from '../../domain/fields/instant';
import { nextPeriod } from '../../domain/renewal';
import { sameName } from '../../domain/name';
import { toReceiptNumber } from '../../domain/serial-number';
import { now } from '../../platform/clock';
import { findExact } from '../../sheets/find';
import { readForDecision } from '../../sheets/read';
import { renewals, summaries } from '../../sheets/schema';
import { findSummariesOf, knownPeople, type KnownPerson } from '../points/known-people';
import { wholeSummaries } from '../summary/whole-summaries';
import type { Rules } from '../installation/rules';
import { requireStaff } from '../desk/staff';
import { inForceRenewal, judgeRenewal, renewerOf, spell, type Judged, type RenewalRow } from './judge';
import { labelOf } from './label';

const SHOWN = 30;
/** Lines of 決裁一覧. */
const MOST = 300;

/** The oldest 受付日 first. DomainError `NOT_STAFF`. */
export function renewalQueue({
  show,
  skip = 0,
}: {
  show: '申請中' | '確認済' | '差戻し';
  skip?: number | undefined;
}) {
  const { rules } = requireStaff();
  const today = dayOfInstant(now());
  const places = findExact(renewals, show);
  const asked = places.slice(skip, skip + SHOWN);
  const { settings, reasons } = rules;
  return {
    total: places.length,
    cases: readCases(asked, today, rules),
    reasons: reasons
      .filter(({ target }) => target === '更新')
      .map(({ code, reason, request }) => ({ code, reason, request })),
    fixBy: correctionDeadline(today, settings.correctionDays),
    today,
    useDecision: settings.useDecision,
  };
}

/** One application in whatever state, its 受付番号 typed in any width; none if there is no such one. DomainError `NOT_STAFF`. */
export function renewalCase({ receipt }: { receipt: string }) {
  const { rules } = requireStaff();
  const wanted = toReceiptNumber(receipt);
  const places = findExact(renewals, wanted).slice(0, SHOWN);
  const cases = places.length === 0 ? [] : readCases(places, dayOfInstant(now()), rules);
  return { found: cases.find((each) => each.receipt.toUpperCase() === wanted) ?? null };
}

function readCases(places: readonly number[], today: string, rules: Rules) {
  const read = readForDecision([{ tab: renewals, rows: places }]);
  const rows = places.map((row) => read.row(renewals, row));
  const summaryRows = findSummariesOf(rows.map(({ values }) => values.number));
  const people = knownPeople(readForDecision([{ tab: summaries, rows: summaryRows }]), summaryRows);
  const whole = wholeSummaries([...people].map(([number, { summary }]) => [number, summary]));
  return rows
    .sort((a, b) => (a.values.receivedOn < b.values.receivedOn ? -1 : 1))
    .flatMap(({ row, values }) => {
      const person = people.get(values.number);
      const summary = whole.get(values.number);
      return person && summary ? [toCase(row, values, { ...person, summary }, today, rules)] : [];
    });
}

function toCase(row: number, typed: RenewalRow, person: KnownPerson, today: string, rules: Rules) {
  const { ledger, summary } = person;
  const { values, wish } = inForceRenewal(typed, summary);
  const judged = judgeRenewal(renewerOf(summary, ledger), values.receivedOn, rules, values);
  const label = labelOf(ledger, values.sendTo);
  const { state } = standingOf(values);
  return {
    ...{ receipt: values.receipt, row, number: values.number, name: ledger.name },
    state,
    // 取下げ is the person's to say.
    mayBecome: mayBecome('更新申請', state, '事務局', rules.settings.useDecision).filter(
      (to) => to !== '取下げ',
    ),
    validTo: written(values.validTo),
    received: written(values.receivedOn),
    ...figuresOf(judged),
    unmet: judged?.unmet ?? [],
    obstacles: judged ? judged.obstacles : (['UNKNOWN'] as const).slice(),
    spelled: spell(judged),
    printedName: values.printedName,
    nameDiffers: values.printedName !== ledger.name && !sameName(values.printedName, ledger.name),
    gaiji: ledger.gaijiMemo,
    sendTo: values.sendTo,
    address: [`〒${label.postalCode}`, ...label.lines].join(' '),
    next: nextOf(judged),
    exception: values.exception,
    exceptionReason: values.exceptionReason,
    wish: wish ?? '',
    fixBy: isDay(values.fixBy) ? writeDeadline(values.fixBy) : '',
    overdue: values.fixBy !== '' && values.fixBy < today,
    reason: values.reason,
    decidedBy: values.decidedBy,
    lastChance: judged !== undefined && judged.lastDay < today,
  };
}

function figuresOf(judged: Judged | undefined) {
  if (!judged)
    return {
      course: { met: false, proof: '', pending: '' },
      magazine: false,
      points: { have: 0, needed: 0, pending: 0 },
      proofs: [],
    };
  const { course, magazine, points, counted } = judged.requirements;
  const line = (record: { attendedOn: string; title: string; receipt: string } | null) =>
    record ? `${written(record.attendedOn)} ${record.title}（${record.receipt}）` : '';
  return {
    course: { met: course.met, proof: line(course.proof), pending: line(course.pending) },
    magazine: magazine.met,
    points: { have: points.have, needed: points.needed, pending: points.pending },
    proofs: counted
      .filter(({ points: worth, period }) => worth > 0 && period?.start === judged.period.start)
      .map(({ record, points: worth }) => `${line(record)} ${String(worth)}ポイント`),
  };
}

function nextOf(judged: Judged | undefined): string {
  if (!judged || judged.obstacles.length > 0) return '';
  const { start, end } = nextPeriod(judged.period, judged.periods, judged.settings);
  return `${written(start)}から${written(end)}まで`;
}

/** 決裁一覧: every 確認済 in the order of 受付番号, with the figures it was confirmed by. DomainError `NOT_STAFF`. */
export function resolutionList() {
  const { rules } = requireStaff();
  const places = findExact(renewals, '確認済').slice(0, MOST);
  const read = readForDecision([{ tab: renewals, rows: places }]);
  const rows = places.map((row) => read.row(renewals, row).values);
  return {
    today: writeDay(dayOfInstant(now())),
    office: rules.settings.officeName,
    lines: rows
      .filter(({ state, decidedAt }) => state === '確認済' && decidedAt !== null)
      .sort((a, b) => (a.receipt < b.receipt ? -1 : 1))
      .map((row, at) => ({
        ...{ serial: at + 1, receipt: row.receipt, number: row.number, name: row.name },
        ...{ course: row.course, magazine: row.magazine, total: row.total },
        ...{ exception: row.exception, exceptionReason: row.exceptionReason },
        validTo: written(row.validTo),
        received: written(row.receivedOn),
        confirmedBy: row.decidedBy,
      })),
  };
}

/** A day as people read it, `''` for none. */
export function written(day: string): string {
  return isDay(day) ? writeDay(day) : '';
}
