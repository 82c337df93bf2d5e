/** A renewal judged as the rules see the person: from rows that were read, or from what 要約 remembers of them. */
import { standingOf } from '../../domain/application-state';
import { writeDay, writeDeadline } from '../../domain/fields/date';
import { toPlain } from '../../domain/fields/width';
import { periodOn } from '../../domain/period';
import { assessRenewal, type Obstacle, type Shortfall } from '../../domain/renewal';
import { settingsByRule } from '../../domain/renewal-rule';
import { requirementsOf } from '../../domain/requirement';
import { valuesOf } from '../../sheets/row';
import { renewals, periods, points, type ledger, type RowOf } from '../../sheets/schema';
import type { Summary } from '../../sheets/summary';
import { knownRows } from '../summary/person-rows';
import { neededIn, periodsOf } from '../points/person-points';
import type { Rules } from '../installation/rules';

export type RenewalRow = RowOf<typeof renewals>;

/** What is known of a person who may renew. */
export interface Renewer {
  ledger: RowOf<typeof ledger>;
  periods: readonly RowOf<typeof periods>[];
  records: readonly RowOf<typeof points>[];
  /** Rows of 更新申請 with what is in force. */
  renewals: readonly RenewalRow[];
}

/** LAPSED: 失効 was confirmed meanwhile; as 特例 an approval restores 有効. */
export type RenewalUnmet = Shortfall | 'LAPSED';
export type Judged = NonNullable<ReturnType<typeof judgeRenewal>>;

/** The person as 要約 remembers the rows. For views: deciding goes by `renewerOfRows`. */
export function renewerOf(summary: Summary, own: RowOf<typeof ledger>): Renewer {
  return {
    ledger: own,
    periods: knownRows(summary, periods),
    records: knownRows(summary, points),
    renewals: knownRows(summary, renewals),
  };
}

/**
 * What is in force of a row of 更新申請, and the word somebody typed over it: a decision stands only with its stamp, and an earlier
 * stamp does not stand for a later word (product.md, Rules): 要約 tells.
 */
export function inForceRenewal(
  row: RenewalRow,
  summary: Summary,
): { values: RenewalRow; wish: string | undefined } {
  const seen = summary.rows[renewals.title]?.[row.receipt];
  if (!seen) return { values: row, wish: standingOf(row).wish };
  const { state, decidedAt, decidedBy, fixBy, resolvedOn } = valuesOf(renewals, seen);
  return {
    values: { ...row, state, decidedAt, decidedBy, fixBy, resolvedOn },
    wish: row.state === state ? undefined : row.state,
  };
}

/** Judged by its 受付日 and the rule of that day; `own`: the application that is judged. Undefined where no period is known. */
export function judgeRenewal(who: Renewer, receivedOn: string, rules: Rules, own?: RenewalRow) {
  const all = periodsOf(who.periods, who.ledger);
  const period = all.find(({ end }) => end === own?.validTo) ?? periodOn(all, receivedOn);
  if (!period) return undefined;
  const settings = settingsByRule(own?.rule ?? '', rules.settings);
  const needed = own?.rule ? settings.pointsNeeded : neededIn(period, who.ledger, rules);
  const { records, renewals: applications } = who;
  const requirements = requirementsOf(
    { period, periods: all, records, magazine: who.ledger.magazine, needed },
    { ...rules, settings },
  );
  const lapsed = toPlain(who.ledger.state) === '失効';
  const check = assessRenewal(
    {
      ...{ period, periods: all, requirements, renewals: applications, receivedOn },
      state: lapsed ? '' : who.ledger.state,
      receipt: own?.receipt ?? '',
    },
    settings,
  );
  const unmet: RenewalUnmet[] = [...check.unmet, ...(lapsed ? (['LAPSED'] as const) : [])];
  return { ...check, unmet, period, periods: all, requirements, settings };
}

/** Cells of 更新申請 that keep the figures it was judged by. */
export function figureCells({ requirements: { course, magazine, points } }: Judged) {
  return {
    course: course.proof ? `${writeDay(course.proof.attendedOn)} ${course.proof.title}` : '',
    magazine: magazine.met ? '有' : '無',
    total: points.have,
  };
}

/** What is unmet or bars it, in sentences a secretary reads before 特例. */
export function spell(judged: Judged | undefined): string[] {
  if (!judged) return ['資格有効期間がわかりません。シート「有効期間」をご確認ください。'];
  const { requirements, window, lastDay, period } = judged;
  const said: Record<RenewalUnmet | Obstacle, string> = {
    COURSE: '当協会開催の職業紹介責任者講習が、まだ確認されていません。',
    MAGAZINE: 'メールマガジンの登録がありません。',
    POINTS: `ポイントが、あと${String(requirements.points.missing)}足りません（${String(requirements.points.have)} / ${String(requirements.points.needed)}）。`,
    TOO_EARLY: `受付日が、申請の始まる日（${writeDeadline(window.opens)}）より前です。`,
    TOO_LATE: `受付日が、申請の締切り（${writeDeadline(lastDay)}）を過ぎています。`,
    LAPSED: `資格有効期間は${writeDay(period.end)}に終わり、失効が確定しています。`,
    STATE: '台帳の状態が「有効」ではありません。',
    OPEN_APPLICATION: 'ほかに、手続中の更新の申請があります。',
    RENEWED: 'この資格有効期間は、すでに更新されています。',
  };
  return [...judged.obstacles, ...judged.unmet].map((code) => said[code]);
}
