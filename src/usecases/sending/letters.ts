/** 郵送する通知: letters, of the same text but for what is to be pressed, for people whom no mail reaches; printed, posted, stamped. */
import { DomainError } from '../../domain/errors';
import { dayOfInstant } from '../../domain/fields/instant';
import { reachOf } from '../../domain/reach';
import { composeLetter, signatureOf } from '../../notices/compose';
import type { NoticeKind } from '../../notices/kinds';
import { now } from '../../platform/clock';
import { commit, update } from '../../sheets/commit';
import { findExact } from '../../sheets/find';
import { readForDecision } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { COUNTER_ROW, notices, summaries, type ledger, type RowOf } from '../../sheets/schema/index';
import { resultOf } from '../../sheets/summary';
import { alone } from '../alone';
import { readKeyed } from '../summary/keyed-rows';
import { answeredIn, isAnswered, withoutAnswered } from './answered';
import { readContent } from './notice-rows';
import { startNumbering } from '../summary/numbering';
import { findSummariesOf, knownPeople } from '../points/known-people';
import { labelOf } from '../renewal/label';
import type { Rules } from '../installation/rules';
import { requireStaff } from '../desk/staff';

const SHOWN = 30;
const WAITING = '郵送待ち';
const ANSWERED =
  '申請は、もう差戻しではありません。郵送しないで、シート「通知」の「状態」を「取りやめ」にしてください。';
const ENDED =
  '登録が終わった方です。郵送しないときは、シート「通知」の「状態」を「取りやめ」にしてください。';

/** 30 at once. DomainError `NOT_STAFF`. */
export function letters({ skip = 0 }: { skip?: number | undefined }) {
  const { rules } = requireStaff();
  const places = findExact(notices, WAITING);
  const asked = places.slice(skip, skip + SHOWN);
  const read = readForDecision([{ tab: notices, rows: asked }]);
  const rows = asked.map((row) => read.row(notices, row));
  const summaryRows = findSummariesOf(rows.map(({ values }) => values.number));
  const people = knownPeople(readForDecision([{ tab: summaries, rows: summaryRows }]), summaryRows);
  const answered = answeredIn(rows);
  return {
    total: places.length,
    letters: rows
      .filter(({ values }) => values.state === WAITING)
      .flatMap((row) => {
        const own = people.get(row.values.number)?.ledger;
        const { notice, number, kind } = row.values;
        return own
          ? [
              {
                notice,
                number,
                name: own.name,
                kind,
                ...letterOf(row, own, answered, rules),
                label: labelOf(own, own.sendTo),
              },
            ]
          : [];
      }),
    sender: signatureOf(rules.settings),
  };
}

function letterOf(
  row: ReadRow<typeof notices>,
  person: RowOf<typeof ledger>,
  answered: ReadonlySet<string>,
  rules: Rules,
) {
  if (!mayBeSent(row, person)) return unwritten(ENDED);
  if (isAnswered(row, answered)) return unwritten(ANSWERED);
  const left = withoutAnswered(row, answered);
  return wordsOf({ ...row, values: { ...row.values, ...left } }, rules);
}

function wordsOf(row: ReadRow<typeof notices>, rules: Rules) {
  const { kind, notice } = row.values;
  try {
    const { fields, evenEnded = false } = readContent(row);
    const { subject, body } = composeLetter(kind as NoticeKind, notice, fields, rules, evenEnded);
    return { subject: subject.replace(/^【[^】]*】/, ''), body, problem: '' };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return unwritten(`文面「${kind}」をご確認ください（${String(error.facts.field ?? error.code)}）。`);
  }
}

function unwritten(problem: string) {
  return { subject: '', body: '', problem };
}

/** 抹消 stops letters too, but the one that tells of it. */
function mayBeSent(row: ReadRow<typeof notices>, person: RowOf<typeof ledger>): boolean {
  return reachOf(person) !== undefined || readContent(row).evenEnded === true;
}

/** 投函済. DomainError `NOT_STAFF`, `BUSY`. */
export function postLetters({ notices: asked }: { notices: readonly string[] }, clientKey: string) {
  requireStaff();
  return alone(() => {
    const { found, rows } = readKeyed(notices, asked, [{ tab: summaries, rows: [COUNTER_ROW] }]);
    const counters = found.row(summaries, COUNTER_ROW);
    const before = resultOf(counters.values.done, clientKey);
    if (before !== undefined) return before as { posted: number };
    const waiting = rows.filter(({ values }) => values.state === WAITING);
    const answer = { posted: waiting.length };
    const numbering = startNumbering(counters, Number(dayOfInstant(now()).slice(0, 4)));
    numbering.remember(clientKey, answer);
    const updates = waiting.map((row) => update(row, { state: '投函済', sentAt: now() }));
    commit({ updates: [...updates, numbering.toUpdate()], appends: [] });
    return answer;
  });
}
