/**
 * 経過措置: other figures for those certified in some rounds or days, as lines of the setting 「経過措置」, e.g.
 * 「第1回～第20回：必要ポイント3、満了日2027年3月31日」 or 「～2022年3月31日：満了日2027年3月31日」.
 * readTransitionalRules(text) → {rules, problems} · transitionalRuleOf(rules, person) · pointsNeeded(rule, period, settings)
 * · firstPeriod(person, rule, settings)
 */
import { parseDay } from './fields/date';
import { toPlain } from './fields/width';
import { endOfPeriod, type Period } from './period';
import type { Settings } from './settings';

/** One line: whom it concerns (認定回 or 認定日, both ends included, null = open) and what holds for them (null = as for all). */
export interface TransitionalRule {
  by: '認定回' | '認定日';
  from: number | string | null;
  to: number | string | null;
  needed: number | null;
  end: string | null;
}

/** Reads the setting; lines nobody can read are not in force and are answered as they stand. */
export function readTransitionalRules(text: string): { rules: TransitionalRule[]; problems: string[] } {
  const problems: string[] = [];
  const lines = text.split(/[\n;；]/).filter((line) => toPlain(line) !== '');
  const rules = lines.flatMap((line) => {
    const rule = readLine(toPlain(line));
    if (!rule) problems.push(line.trim());
    return rule ?? [];
  });
  return { rules, problems };
}

/** The first line that concerns the person. */
export function transitionalRuleOf(
  rules: readonly TransitionalRule[],
  person: { certifiedRound: string; certifiedOn: string },
): TransitionalRule | undefined {
  const round = readRound(toPlain(person.certifiedRound));
  return rules.find(({ by, from, to }) => {
    const own = by === '認定回' ? round : person.certifiedOn || undefined;
    return own !== undefined && (from === null || from <= own) && (to === null || own <= to);
  });
}

/** 必要ポイント of a period: a line with 満了日 concerns the period that ends then, one without it the first. */
export function pointsNeeded(
  rule: TransitionalRule | undefined,
  period: Pick<Period, 'term' | 'end'>,
  settings: Pick<Settings, 'pointsNeeded'>,
): number {
  const concerned = rule && (rule.end === null ? period.term === 1 : rule.end === period.end);
  return (concerned ? rule.needed : null) ?? settings.pointsNeeded;
}

/** The period of a newly certified person, from 認定日. */
export function firstPeriod(
  { number, certifiedOn }: { number: string; certifiedOn: string },
  rule: TransitionalRule | undefined,
  { validityYears, validityEnding }: Pick<Settings, 'validityYears' | 'validityEnding'>,
): Period {
  const end = rule?.end ?? endOfPeriod(certifiedOn, validityYears, validityEnding);
  return { number, term: 1, start: certifiedOn, end, basis: '新規認定' };
}

function readLine(line: string): TransitionalRule | undefined {
  const [whom = '', what = '', ...rest] = line.split(':');
  const [first = '', last = first, ...more] = whom.replace(/まで$/, '').split(/ ?(?:[~〜]|から) ?/);
  if (rest.length > 0 || more.length > 0 || (first === '' && last === '')) return undefined;
  const bounds = [first, last].map((bound) =>
    bound.trim() === '' ? null : (readRound(bound) ?? parseDay(bound)),
  );
  const [from, to] = bounds;
  const known = bounds.filter((bound) => bound !== null);
  if (from === undefined || to === undefined || new Set(known.map((bound) => typeof bound)).size !== 1)
    return undefined;
  const figures = readFigures(what);
  return figures && { by: typeof known[0] === 'number' ? '認定回' : '認定日', from, to, ...figures };
}

function readFigures(what: string): Pick<TransitionalRule, 'needed' | 'end'> | undefined {
  let needed: number | null = null;
  let end: string | null = null;
  for (const part of what.split(/[、,]/).map((each) => each.replace(/[ =]/g, ''))) {
    const points = /^必要ポイント([0-9]+(?:\.[0-9]+)?)(?:ポイント)?$/.exec(part)?.[1];
    const day = /^満了日(.+)$/.exec(part)?.[1];
    if (points !== undefined) needed = Number(points);
    else if (day !== undefined) end = parseDay(day) ?? '';
    else return undefined;
  }
  return end === '' ? undefined : { needed, end };
}

function readRound(text: string): number | undefined {
  const digits = /^第? ?([0-9]{1,4}) ?回$/.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
