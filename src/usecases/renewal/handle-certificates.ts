/** What the office does with 証書: made, posted, returned, received, and new rows besides those approvals make. */
import { writeDay } from '../../domain/fields/date';
import { dayOfInstant, writeInstant } from '../../domain/fields/instant';
import { plainLine } from '../../domain/fields/text';
import { trackingText } from '../../domain/fields/tracking';
import { periodOn } from '../../domain/period';
import { reachOf } from '../../domain/reach';
import { sendingTime } from '../../domain/sending-time';
import { now } from '../../platform/clock';
import { commit, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import { readForDecision, type Found, type Wanted } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { certificates, COUNTER_ROW, notices, periods, summaries, type RowOf } from '../../sheets/schema';
import { resultOf, writeSummary, type Summary } from '../../sheets/summary';
import { alone } from '../alone';
import { readKeyed } from '../summary/keyed-rows';
import { notify, type News } from '../sending/notify-person';
import { startNumbering, type Numbering } from '../summary/numbering';
import { findPlacesOf } from '../summary/people';
import { appendPersonRow, updatePersonRow } from '../summary/person-rows';
import { findSummariesOf, knownPeople, type KnownPerson } from '../points/known-people';
import { periodsOf } from '../points/person-points';
import { readRowsOf } from '../summary/keyed-rows';
import type { Rules } from '../installation/rules';
import { requireStaff } from '../desk/staff';
import { wakeSender } from '../sending/wake-sender';
import { periodCell } from './approval';
import { nextStepOf } from './certificate-queue';
import { currentAddressee, LABELLED_FROM } from './typed-certificate';

/** What one row becomes; undefined: its state does not allow it. */
type Step = (
  row: RowOf<typeof certificates>,
  person: KnownPerson,
) => { set: Partial<RowOf<typeof certificates>>; news?: Omit<News, 'about' | 'dueAt'> } | undefined;

interface Changed {
  changed: number;
  skipped: string[];
  /** Of those, the ones of people whose registration has ended. */
  ended: string[];
  notices: number;
  leavesAt: string;
}

/** 作成済 keeps 宛名 as 台帳 has it now; 作成待ち empties it. DomainError `NOT_STAFF`, `BUSY`. */
export function markCertificates(
  { to, certificates: asked }: { to: '作成済' | '作成待ち'; certificates: readonly string[] },
  clientKey: string,
) {
  const { changed, ...rest } = change(asked, clientKey, (row, person) => {
    if (to === '作成待ち') return row.state === '作成済' ? { set: { state: to, addressee: '' } } : undefined;
    const addressee = LABELLED_FROM.includes(row.state)
      ? currentAddressee(row.certificate, person)
      : undefined;
    return addressee === undefined ? undefined : { set: { state: to, addressee } };
  });
  return { marked: changed, skipped: rest.skipped, ended: rest.ended };
}

interface Posting {
  postedOn: string;
  postedBy: string;
  lines: readonly { certificate: string; tracking: string }[];
}

/** 発送, or 再発送 of a 返戻; the person is told. DomainError `NOT_STAFF`, `BUSY`. */
export function postCertificates({ postedOn, postedBy, lines }: Posting, clientKey: string) {
  const asked = lines.map(({ certificate }) => certificate);
  const { changed, ...rest } = change(asked, clientKey, (row, { ledger }) => {
    if (!['作成済', '返戻', '発送済'].includes(row.state)) return undefined;
    // What left before stays as it is written; nothing leaves any more.
    if (row.state !== '発送済' && !reachOf(ledger)) return undefined;
    const line = lines.find(({ certificate }) => certificate === row.certificate);
    const tracking = trackingText(plainLine(line?.tracking ?? '') ?? '');
    const on = row.returnedOn === '' ? { postedOn } : { repostedOn: postedOn };
    const set = { state: '発送済', ...on, postedBy, tracking };
    // A number that is put right is seen on My Page; it is no second posting.
    if (row.state === '発送済') return { set };
    const fields = {
      発送日: writeDay(postedOn),
      発送方法: postedBy === '' ? '郵便' : postedBy,
      お問い合わせ番号: tracking === '' ? 'ありません' : tracking,
    };
    const subject = '資格認定証書を発送しました';
    return { set, news: { kind: '証書の発送', fields, subject, mailOnly: true } };
  });
  return { posted: changed, ...rest };
}

/** 返戻: the person is asked for the address where a mail arrives. DomainError `NOT_STAFF`, `BUSY`. */
export function returnCertificate(
  { certificate, returnedOn, reason }: { certificate: string; returnedOn: string; reason: string },
  clientKey: string,
) {
  change([certificate], clientKey, (row) =>
    row.state === '発送済'
      ? {
          set: { state: '返戻', returnedOn, returnReason: reason },
          news: { kind: '証書の返戻', fields: {}, subject: '郵便物が戻りました', mailOnly: true },
        }
      : undefined,
  );
  return { nextStep: nextStepOf(reason) };
}

/** 受領 told by phone or post. DomainError `NOT_STAFF`, `BUSY`. */
export function receiveCertificates(
  { certificates: asked, receivedOn }: { certificates: readonly string[]; receivedOn: string },
  clientKey: string,
) {
  const { changed } = change(asked, clientKey, ({ state }) =>
    state === '発送済' ? { set: { state: '受領', receivedOn } } : undefined,
  );
  return { received: changed };
}

interface Addition {
  cause: '新規' | '書換' | '再交付';
  numbers: readonly string[];
  issuedOn?: string | undefined;
}

/** Rows for the period in force. DomainError `NOT_STAFF`, `BUSY`. */
export function addCertificates({ cause, numbers, issuedOn }: Addition, clientKey: string) {
  requireStaff();
  return alone(() => {
    const places = findPlacesOf(numbers);
    const rows = [...places.values()].map(({ summaryRow }) => summaryRow);
    const asked = [...places.values()].map(({ number }) => number);
    const wanted = [{ tab: certificates }, ...countersAnd(rows)];
    const { found, rowsOf } = readRowsOf([periods], asked, wanted);
    const { counters, numbering } = countedIn(found);
    const before = resultOf(counters.values.done, clientKey);
    if (before !== undefined) return before as { added: number; unknown: string[]; ended: string[] };
    const today = dayOfInstant(now());
    const updates: RowUpdate[] = [];
    const appends: RowAppend[] = [];
    const people = [...knownPeople(found, rows).values()];
    const ended = people.filter(({ ledger }) => !reachOf(ledger));
    for (const { row, ledger, summary } of people.filter((person) => !ended.includes(person))) {
      const own = rowsOf(periods, ledger.number).map(({ values }) => values);
      const period = periodOn(periodsOf(own, ledger), today);
      const values = {
        ...{ certificate: numbering.certificate(), number: ledger.number, printedName: ledger.name },
        ...{
          cause,
          period: period ? periodCell(period) : '',
          issuedOn: issuedOn ?? today,
          state: '作成待ち',
        },
      };
      const headers = found.headers(certificates);
      const made = appendPersonRow(summary, certificates, headers, values);
      appends.push(made.append);
      updates.push(update(row, { summary: writeSummary(made.summary) }));
    }
    const answer = {
      added: appends.length,
      unknown: numbers.filter((number) => !places.has(number)),
      ended: ended.map(({ ledger }) => ledger.number),
    };
    numbering.remember(clientKey, answer);
    commit({ updates: [...updates, numbering.toUpdate()], appends });
    return answer;
  });
}

/** One commit for all of them. */
function change(asked: readonly string[], clientKey: string, step: Step): Changed {
  const { rules } = requireStaff();
  const answer = alone(() => changeAll(asked, clientKey, step, rules));
  if (answer.notices > 0) wakeSender(now());
  return answer;
}

function changeAll(asked: readonly string[], clientKey: string, step: Step, rules: Rules): Changed {
  const { found: first, rows } = readKeyed(certificates, asked, countersAnd([]));
  const { counters, numbering } = countedIn(first);
  const before = resultOf(counters.values.done, clientKey);
  if (before !== undefined) return before as Changed;
  const summaryRows = findSummariesOf(rows.map(({ values }) => values.number));
  const people = knownPeople(readForDecision([{ tab: summaries, rows: summaryRows }]), summaryRows);
  const dueAt = sendingTime(now(), rules);
  const touched = new Map<KnownPerson, Summary>();
  const updates: RowUpdate[] = [];
  const appends: RowAppend[] = [];
  const done = new Set<string>();
  const ended = new Set<string>();
  for (const row of rows) {
    const person = people.get(row.values.number);
    if (person && !reachOf(person.ledger)) ended.add(row.values.certificate);
    const made = person && step(row.values, person);
    if (!made) continue;
    const written = updatePersonRow(touched.get(person) ?? person.summary, row, made.set);
    updates.push(written.update);
    const told =
      made.news &&
      notify(
        person.ledger,
        { ...made.news, about: row.values.certificate, dueAt },
        written.summary,
        numbering,
        first,
      );
    appends.push(...(told?.appends ?? []));
    touched.set(person, told?.summary ?? written.summary);
    done.add(row.values.certificate);
  }
  for (const [person, summary] of touched)
    updates.push(update(person.row, { summary: writeSummary(summary) }));
  const answer = {
    changed: done.size,
    skipped: asked.filter((each) => !done.has(each)),
    ended: [...ended].filter((each) => !done.has(each)),
    notices: appends.length,
    leavesAt: appends.length === 0 ? '' : writeInstant(dueAt),
  };
  numbering.remember(clientKey, answer);
  commit({ updates: [...updates, numbering.toUpdate()], appends });
  return answer;
}

/** What is read beside rows of 証書: the counters, and rows of `_要約`. */
function countersAnd(summaryRows: readonly number[]): Wanted[] {
  return [{ tab: summaries, rows: [COUNTER_ROW, ...summaryRows] }, { tab: notices }];
}

function countedIn(found: Found): { counters: ReadRow<typeof summaries>; numbering: Numbering } {
  const counters = found.row(summaries, COUNTER_ROW);
  return { counters, numbering: startNumbering(counters, Number(dayOfInstant(now()).slice(0, 4))) };
}
