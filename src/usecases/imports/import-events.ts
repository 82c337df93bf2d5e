/** 行事 from a list: new ones are added, known ones corrected, all of it or nothing. */
import type { EventRow } from '../../domain/fields/event-list';
import { isDay, writeDay } from '../../domain/fields/date';
import { dayOfInstant } from '../../domain/fields/instant';
import { DomainError } from '../../domain/errors';
import { now } from '../../platform/clock';
import { append, commit, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import { readForDecision, type Found } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { COUNTER_ROW, events, summaries, type RowOf } from '../../sheets/schema';
import { resultOf } from '../../sheets/summary';
import { alone } from '../alone';
import { startNumbering } from '../summary/numbering';
import { forgetRules } from '../installation/rules';
import { requireStaff } from '../desk/staff';
import { readSettled } from './settled';

type EventValues = RowOf<typeof events>;

interface Judged {
  row: EventRow;
  result: '新規' | '変更' | '同じ' | '読めない' | '重複';
  known: ReadRow<typeof events> | undefined;
  values: EventValues;
  remark: string;
}

const LABELS: Readonly<Record<string, string>> = {
  ...{ title: '名称', startsOn: '開始日', endsOn: '終了日', points: 'ポイント', url: '申込URL' },
  ...{ category: '区分', host: '主催区分', form: '形式', eventCode: '行事コード' },
};

/** Dry run. DomainError `NOT_STAFF`, `HEADERS_BROKEN`. */
export function checkEvents({ rows }: { rows: readonly EventRow[] }) {
  requireStaff();
  const judged = judge(rows, readForDecision([{ tab: events, whole: true }]));
  return {
    rows: judged.map(({ row, result, values, remark }) => ({
      ...{ line: row.line, result, title: values.title, remark },
      date: isDay(values.startsOn) ? writeDay(values.startsOn) : '',
    })),
    willTake: judged.filter(isTaken).length,
  };
}

/** DomainError `NOT_STAFF`, `BUSY`, `CHANGED` when it is no longer what the dry run showed. */
export function importEvents(
  { rows, expected }: { rows: readonly EventRow[]; expected: number },
  clientKey: string,
): { added: number; changed: number } {
  requireStaff();
  const result = alone(() => {
    const { found } = readSettled(events, () => ({
      found: readForDecision([
        { tab: events, whole: true },
        { tab: summaries, rows: [COUNTER_ROW] },
      ]),
    }));
    const counters = found.row(summaries, COUNTER_ROW);
    const before = resultOf(counters.values.done, clientKey);
    if (before !== undefined) return before as { added: number; changed: number };
    const taken = judge(rows, found).filter(isTaken);
    if (taken.length !== expected) throw new DomainError('CHANGED', {});
    const updates: RowUpdate[] = taken.flatMap(({ known, values }) => (known ? [update(known, values)] : []));
    const appends: RowAppend[] = taken.flatMap(({ known, values }) =>
      known ? [] : [append(events, found.headers(events), values)],
    );
    const numbering = startNumbering(counters, Number(dayOfInstant(now()).slice(0, 4)));
    const imported = { added: appends.length, changed: updates.length };
    numbering.remember(clientKey, imported);
    commit({ updates: [...updates, numbering.toUpdate()], appends });
    return imported;
  });
  forgetRules();
  return result;
}

function isTaken({ result }: Judged): boolean {
  return result === '新規' || result === '変更';
}

/** A known event is the one of the same code, without a code the one of that title and first day. */
function judge(rows: readonly EventRow[], found: Found): Judged[] {
  const present = found.rows(events);
  const codes = new Set(present.map(({ values }) => values.eventCode));
  const seen = new Set<string>();
  return rows.map((row): Judged => {
    const known = present.find(({ values }) =>
      row.eventCode === ''
        ? values.title === row.title && values.startsOn === row.startsOn
        : values.eventCode === row.eventCode,
    );
    const values = valuesOf(row, known?.values);
    const own = { row, known, values };
    if (row.unreadable.length > 0)
      return {
        ...own,
        result: '読めない',
        remark: row.unreadable.map((key) => LABELS[key] ?? key).join('、'),
      };
    const key = `${values.eventCode}/${values.title}/${values.startsOn}`;
    if (seen.has(key) || (row.eventCode !== '' && seen.has(row.eventCode)))
      return { ...own, result: '重複', remark: '同じ行事が、この一覧に2回あります' };
    seen.add(key).add(row.eventCode || key);
    if (!known) {
      if (values.eventCode === '') values.eventCode = freeCode(values, codes);
      codes.add(values.eventCode);
      return { ...own, result: '新規', remark: '' };
    }
    const changed = (Object.keys(values) as (keyof EventValues)[]).filter(
      (item) => values[item] !== known.values[item],
    );
    return {
      ...own,
      result: changed.length === 0 ? '同じ' : '変更',
      remark: changed.map((item) => LABELS[item] ?? item).join('、'),
    };
  });
}

/** What the list leaves blank stays as it is. */
function valuesOf(row: EventRow, known: EventValues | undefined): EventValues {
  const kept = (item: 'category' | 'host' | 'form' | 'url' | 'endsOn') => row[item] || (known?.[item] ?? '');
  return {
    eventCode: known?.eventCode ?? row.eventCode,
    title: row.title,
    category: kept('category'),
    host: kept('host'),
    startsOn: row.startsOn,
    endsOn: kept('endsOn'),
    form: kept('form'),
    points: row.points ?? known?.points ?? null,
    url: kept('url'),
  };
}

/** A code for an event without one: its first day and a serial. */
function freeCode({ startsOn }: EventValues, codes: ReadonlySet<string>): string {
  for (let serial = 1; ; serial += 1) {
    const code = `E${startsOn.slice(2).replace(/-/g, '')}-${String(serial)}`;
    if (!codes.has(code)) return code;
  }
}
