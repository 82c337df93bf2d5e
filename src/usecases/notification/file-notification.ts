/** A 変更届 is filed: what the registrant's door and the secretariat's proxy entry do alike. */
import { DomainError } from '../../domain/errors';
import { dayOfInstant } from '../../domain/fields/instant';
import {
  checkNotification,
  itemsOf,
  KIND_NAMES,
  kindsFor,
  type CheckedNotification,
  type NotificationForm,
} from '../../domain/fields/notification';
import { shownItems, type ShownItem } from '../../domain/ledger-items';
import { isOpen, standingOf, writeContent } from '../../domain/notification';
import { now } from '../../platform/clock';
import { update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import type { Found } from '../../sheets/read';
import { rewrittenRow, type ReadRow } from '../../sheets/row';
import { notifications, type RowOf, type summaries } from '../../sheets/schema/index';
import { readSummary, withResult, writeSummary } from '../../sheets/summary';
import { ledgerCells } from '../ledger/ledger-cells';
import { ledgerTexts } from '../ledger/ledger-texts';
import { notifyPerson } from '../sending/notify-person';
import type { Numbering } from '../summary/numbering';
import type { Person } from '../summary/people';
import { appendPersonRow, updatePersonRow } from '../summary/person-rows';
import type { Rules } from '../installation/rules';

/** What is filed, by whom, and since when. */
export interface Filing {
  form: NotificationForm;
  enteredBy: '本人' | '事務局';
  /** 届出日; of a 差戻し that is sent again the first one stays. */
  notifiedOn: string;
  /** The 受付番号 of the 差戻し that is sent again. */
  receipt?: string | undefined;
}

/** What was read for it. */
interface Ground {
  person: Person;
  /** The person's rows of 変更届. */
  rows: readonly ReadRow<typeof notifications>[];
  found: Found;
}

/** What to commit, and what came of it. */
interface Filed<Result> {
  updates: RowUpdate[];
  appends: RowAppend[];
  result: Result;
  /** The person's row of `_要約` as it will stand. */
  row: ReadRow<typeof summaries>;
}

/** The items of 台帳 as they stand now. */
export function itemsNow(ledger: Person['ledger'], rules: Rules): ShownItem[] {
  return shownItems(rules.items, ledgerTexts(ledger.byHeader, rules.items));
}

/**
 * The writes of one filing; `toResult` makes what is kept in 処理済 and answered.
 * DomainError `INVALID` (facts: item or field → code), `OPEN_ALREADY`, `NOT_OPEN`.
 */
export function fileNotification<Result>(
  { person, rows, found }: Ground,
  filing: Filing,
  rules: Rules,
  numbering: Numbering,
  clientKey: string,
  toResult: (receipt: string, mailed: boolean) => Result,
): Filed<Result> {
  const { form } = filing;
  const items = itemsNow(person.ledger, rules);
  const returned = filing.receipt === undefined ? undefined : requireReturned(rows, filing.receipt, form);
  if (!returned) requireNoneOpen(rows, form);
  const checked = requireFit(items, form, person.ledger.values.state);
  // What 台帳 could not take is refused now, not when it is approved.
  ledgerCells(items, checked.values, person.ledger);
  const values = cellsOf(checked, form, items);
  const summary = readSummary(person.summary.values.summary);
  const receipt = filing.receipt ?? numbering.receipt('D');
  const written = returned
    ? { ...updatePersonRow(summary, returned, sentAgain(values, returned)), append: undefined }
    : {
        ...appendPersonRow(summary, notifications, found.headers(notifications), {
          ...values,
          receipt,
          number: person.ledger.values.number,
          name: person.ledger.values.name,
          state: '申請中',
          notifiedOn: filing.notifiedOn,
          enteredBy: filing.enteredBy,
        }),
        update: undefined,
      };
  const news = notifyPerson(
    person,
    {
      kind: '変更届の受付',
      about: receipt,
      fields: {
        届出の種類: KIND_NAMES[form.kind],
        証明書類の案内: PAPERS[checked.evidence] ?? PAPERS.郵送待ち,
      },
      subject: `変更の届出を受け付けました（${receipt}）`,
      dueAt: now(),
      mailOnly: true,
    },
    written.summary,
    numbering,
    found,
  );
  const result = toResult(receipt, news.told === 'mail');
  const set = {
    done: withResult(person.summary.values.done, clientKey, result),
    summary: writeSummary(news.summary),
  };
  return {
    updates: [...(written.update ? [written.update] : []), update(person.summary, set), numbering.toUpdate()],
    appends: [...(written.append ? [written.append] : []), ...news.appends],
    result,
    row: rewrittenRow(person.summary, set),
  };
}

const PAPERS: Record<'郵送待ち' | '受領済' | '不要', string> & Partial<Record<string, string>> = {
  郵送待ち: 'まだ届いていません。受付番号を書き添えて（または控えを同封して）、事務局へお送りください。',
  受領済: '受け取りました。',
  不要: '必要ありません。',
};

/** The 差戻し that is sent again: the person's own, of the same 種類. */
function requireReturned(rows: Ground['rows'], receipt: string, form: NotificationForm) {
  const row = rows.find(({ values }) => values.receipt === receipt);
  if (!row || standingOf(row.values) !== '差戻し') throw new DomainError('NOT_OPEN', {});
  if (row.values.kind !== form.kind) throw new DomainError('INVALID', {});
  return row;
}

function requireNoneOpen(rows: Ground['rows'], { kind }: NotificationForm): void {
  if (rows.some(({ values }) => values.kind === kind && isOpen(values)))
    throw new DomainError('OPEN_ALREADY', {});
}

function requireFit(items: readonly ShownItem[], form: NotificationForm, state: string): CheckedNotification {
  if (!kindsFor(items, state).includes(form.kind)) throw new DomainError('INVALID', {});
  const own = itemsOf(form.kind, items).map(({ item }) => item);
  const others = Object.keys(form.changes).filter((item) => !own.includes(item));
  if (others.length > 0) {
    // Only names the office itself has listed are told back.
    const known = others.filter((other) => items.some(({ item }) => item === other));
    throw new DomainError('INVALID', Object.fromEntries(known.map((item) => [item, 'NOT_CHANGEABLE'])));
  }
  const checked = checkNotification(items, form, dayOfInstant(now()));
  if (checked.problems.size > 0) throw new DomainError('INVALID', Object.fromEntries(checked.problems));
  return checked;
}

function cellsOf(
  { values, changedOn, note, evidence }: CheckedNotification,
  { kind }: NotificationForm,
  items: readonly ShownItem[],
): Partial<RowOf<typeof notifications>> {
  const changes = items.flatMap(({ item, value: before }) => {
    const after = values.get(item);
    return after === undefined ? [] : [{ item, before, after }];
  });
  return { kind, content: writeContent(kind, { changes, note }), changedOn, evidenceState: evidence };
}

/** 受付番号 and the first 届出日 stay; papers that have come once need not come again. */
function sentAgain(
  values: Partial<RowOf<typeof notifications>>,
  { values: before }: ReadRow<typeof notifications>,
): Partial<RowOf<typeof notifications>> {
  const here = before.evidenceState === '受領済' || before.evidenceState === '添付';
  return {
    ...values,
    ...(here ? { evidenceState: before.evidenceState } : {}),
    state: '申請中',
    decidedAt: null,
    decidedBy: '',
    reason: '',
    fixBy: '',
  };
}
