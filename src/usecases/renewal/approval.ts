/** What an approval makes, and what taking it back ends: the next period, the 証書, what 台帳 shows. */
import { toPlain } from '../../domain/fields/width';
import { dayOfInstant } from '../../domain/fields/instant';
import { nextPeriod } from '../../domain/renewal';
import { now } from '../../platform/clock';
import type { RowAppend, RowUpdate } from '../../sheets/commit';
import { certificates, periods, type ledger, type RowOf } from '../../sheets/schema';
import type { Summary } from '../../sheets/summary';
import { knownRows, appendPersonRow, updatePersonRow } from '../summary/person-rows';
import type { Numbering } from '../summary/numbering';
import type { RenewalWrite } from './judge-decision';
import type { RenewalGround } from './renewal-ground';

export interface Consequence {
  updates: RowUpdate[];
  appends: RowAppend[];
  summary: Summary;
  next?: { start: string; end: string };
  /** What 台帳 has to show from now on. */
  shown?: Partial<RowOf<typeof ledger>>;
}

/** 有効期間 of a 証書 as its cell keeps it. */
export function periodCell({ start, end }: { start: string; end: string }): string {
  return `${start}～${end}`.replace(/-/g, '/');
}

/** The period that follows and its 証書; 台帳 at once where it has begun already, or where a lapse is taken back. */
export function approve(
  { row, person, judged, set }: RenewalWrite,
  summary: Summary,
  ground: RenewalGround,
  numbering: Numbering,
): Consequence {
  if (!judged) throw new Error('An approval without a period.');
  const { number } = person.ledger;
  const today = dayOfInstant(now());
  const known = ground.periods.flatMap(({ values }) => (values.number === number ? values : []));
  const special = (set.exception ?? row.values.exception) !== '';
  const next = nextPeriod(judged.period, judged.periods, judged.settings, special ? '特例' : '更新');
  const certificate = numbering.certificate();
  // 要約 has what the same commit has made already.
  const term = termAfter([...known, ...knownRows(summary, periods), ...judged.periods]);
  const [headers, others] = [ground.found.headers(periods), ground.found.headers(certificates)];
  // A person without a row in 有効期間 has the one 台帳 shows: it must not be lost behind the new one.
  const isBare = known.length === 0 && summary === person.summary;
  const first = isBare ? appendPersonRow(summary, periods, headers, judged.period) : undefined;
  const period = appendPersonRow(first?.summary ?? summary, periods, headers, {
    ...{ ...next, term },
    decidedOn: set.resolvedOn ?? '',
    receipt: row.values.receipt,
    certificate,
  });
  const paper = appendPersonRow(period.summary, certificates, others, {
    ...{ certificate, number, cause: '更新', state: '作成待ち' },
    printedName: row.values.printedName,
    period: periodCell(next),
    issuedOn: set.resolvedOn ?? '',
  });
  const lapsed = toPlain(person.ledger.state) === '失効';
  const shown = {
    ...(next.start <= today ? { validFrom: next.start, validTo: next.end } : {}),
    ...(lapsed ? { state: '有効', stateReason: '特例による更新', stateOn: today } : {}),
  };
  return {
    updates: [],
    appends: [...(first ? [first.append] : []), period.append, paper.append],
    summary: paper.summary,
    next: { start: next.start, end: next.end },
    ...(Object.keys(shown).length > 0 ? { shown } : {}),
  };
}

/** 取消 of an approval: its period loses its days, its 証書 is 廃棄; nothing is deleted. */
export function undoApproval(
  { row, person, judged }: RenewalWrite,
  summary: Summary,
  ground: RenewalGround,
): Consequence {
  const { receipt, number, newStart } = row.values;
  const own = ground.periods.filter(({ values }) => values.number === number && values.receipt === receipt);
  const papers = ground.certificates.filter(({ values }) =>
    own.some((each) => each.values.certificate === values.certificate),
  );
  const updates: RowUpdate[] = [];
  let kept = summary;
  const rewrite = (written: { update: RowUpdate; summary: Summary }) => {
    updates.push(written.update);
    kept = written.summary;
  };
  for (const each of own)
    rewrite(updatePersonRow(kept, each, { start: '', end: '', decidedOn: '', basis: '' }));
  for (const each of papers) rewrite(updatePersonRow(kept, each, { state: '廃棄' }));
  const turned = judged && newStart !== '' && person.ledger.validFrom === newStart;
  return {
    ...{ updates, appends: [], summary: kept },
    ...(turned ? { shown: { validFrom: judged.period.start, validTo: judged.period.end } } : {}),
  };
}

/** 期 of the next row, whose number no blanked row has either. */
export function termAfter(rows: readonly { term: number | null }[]): number {
  return Math.max(0, ...rows.map(({ term }) => term ?? 0)) + 1;
}
