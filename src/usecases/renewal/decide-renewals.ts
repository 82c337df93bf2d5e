/** 確認済, 承認, 不承認, 差戻し, 取消 of renewals, one or three hundred at once: one commit, one notice a person. */
import { dayOfInstant, writeInstant } from '../../domain/fields/instant';
import { now } from '../../platform/clock';
import { commit, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import { readForDecision, type Found } from '../../sheets/read';
import { resultOf, writeSummary, type Summary } from '../../sheets/summary';
import { alone } from '../alone';
import { ledgerChange } from '../ledger/ledger-change';
import { startNumbering, type Numbering } from '../summary/numbering';
import { findPerson, wantedFor, type PersonPlace } from '../summary/people';
import { updatePersonRow } from '../summary/person-rows';
import type { KnownPerson } from '../points/known-people';
import { putBackRecord } from '../ledger/put-back';
import type { Rules } from '../installation/rules';
import { requireStaff } from '../desk/staff';
import { wakeSender } from '../sending/wake-sender';
import { afterDecision } from './after-decision';
import { approve, undoApproval, type Consequence } from './approval';
import { judgeDecision, type RenewalSkip, type RenewalWords, type RenewalWrite } from './judge-decision';
import { readApplications, readRenewalGround, type RenewalGround } from './renewal-ground';
import { renewalNotice } from './renewal-notice';

interface DecisionArgs extends RenewalWords {
  receipts: readonly string[];
  rows?: Readonly<Record<string, number>> | undefined;
}

export interface RenewalDecisions {
  decided: number;
  skipped: { receipt: string; name: string; reason: RenewalSkip; state: string; spelled: string[] }[];
  notices: number;
  letters: number;
  leavesAt: string;
  certificates: number;
}

/** One commit for all of them, or for none. DomainError `NOT_STAFF`, `BUSY`. */
export function decideRenewals(args: DecisionArgs, clientKey: string): RenewalDecisions {
  const { staff, rules } = requireStaff();
  const asked = args.receipts.map((receipt) => ({ receipt, words: args }));
  const hints = args.rows;
  const answer = alone(() => decideEach(asked, staff, clientKey, rules, hints));
  if (answer.notices > 0) wakeSender(now());
  return answer;
}

/** The decisions as somebody of this name; under the lock. For the sidebar and for what is typed into the tab. */
export function decideEach(
  asked: readonly { receipt: string; words: RenewalWords }[],
  by: { name: string; account: string },
  clientKey: string | undefined,
  rules: Rules,
  hints?: Readonly<Record<string, number>>,
): RenewalDecisions {
  const applications = readApplications(
    asked.map(({ receipt }) => receipt),
    hints,
  );
  const { counters } = applications;
  const before = clientKey === undefined ? undefined : resultOf(counters.values.done, clientKey);
  if (before !== undefined) return before as RenewalDecisions;
  const undo = asked.some(({ words }) => words.decision === '取消');
  const ground = readRenewalGround(applications, undo);
  let standing = ground;
  const judged = asked.map(({ receipt, words }) => {
    const judgement = judgeDecision(receipt, words, by.name, standing, rules);
    const opens = words.decision === '申請中' || words.decision === '承認';
    if (judgement.skip === undefined && opens) standing = afterDecision(standing, judgement.write);
    return { receipt, ...judgement };
  });
  const numbering = startNumbering(counters, Number(dayOfInstant(now()).slice(0, 4)));
  const done = judged.flatMap((each) => (each.skip === undefined ? each.write : []));
  const written = writesOf(done, by, ground, rules, numbering);
  const answer: RenewalDecisions = {
    decided: done.length - written.lost.length,
    skipped: [
      ...judged.flatMap((each) =>
        each.skip === undefined
          ? []
          : {
              receipt: each.receipt,
              name: each.name,
              reason: each.skip,
              state: each.state,
              spelled: each.spelled,
            },
      ),
      ...written.lost.map(({ row, from }) => ({
        ...{ receipt: row.values.receipt, name: row.values.name, state: from, spelled: [] },
        reason: 'NO_PERSON' as const,
      })),
    ],
    notices: written.due.length,
    letters: written.letters,
    leavesAt: written.due.length === 0 ? '' : writeInstant(Math.min(...written.due)),
    certificates: done.filter(({ words }) => words.decision === '承認').length,
  };
  if (clientKey !== undefined) numbering.remember(clientKey, answer);
  commit({ updates: [...written.updates, numbering.toUpdate()], appends: written.appends });
  return answer;
}

/** Rows, 要約, notices and, where it has to show something else at once, 台帳. `lost`: 台帳 has no row of the person. */
function writesOf(
  done: readonly RenewalWrite[],
  by: { name: string; account: string },
  ground: RenewalGround,
  rules: Rules,
  numbering: Numbering,
) {
  const updates: RowUpdate[] = [];
  const appends: RowAppend[] = [];
  const due: number[] = [];
  let letters = 0;
  const touched = new Map<KnownPerson, Summary>();
  const changes: { one: RenewalWrite; shown: NonNullable<Consequence['shown']> }[] = [];
  const planned = done.map((one) => {
    const summary = touched.get(one.person) ?? one.person.summary;
    const made = consequenceOf(one, summary, ground, numbering);
    touched.set(one.person, made.summary);
    if (made.shown) changes.push({ one, shown: made.shown });
    return { one, made };
  });
  const shown = peopleOf(
    changes.map(({ one }) => one.person),
    ground.found,
  );
  const lost = changes.filter(({ one }) => !shown.people.has(one.person)).map(({ one }) => one);
  for (const { one, made } of planned.filter(({ one: each }) => !lost.includes(each))) {
    const { next } = made;
    const own = updatePersonRow(touched.get(one.person) ?? made.summary, one.row, {
      ...one.set,
      ...(one.words.decision === '承認' && next ? { newStart: next.start, newEnd: next.end } : {}),
      ...(one.words.decision === '取消' ? { newStart: '', newEnd: '' } : {}),
    });
    const told = renewalNotice(one, next, own.summary, ground, rules, numbering);
    touched.set(one.person, told.notice.summary);
    if (told.told === 'mail') due.push(told.dueAt);
    if (told.told === 'letter') letters += 1;
    updates.push(...made.updates, own.update, ...told.updates);
    appends.push(...made.appends, ...told.notice.appends, ...replacedRecord(one, by, ground));
  }
  for (const [person, summary] of touched) {
    const own = shown.people.get(person);
    const change = changes.find(({ one }) => one.person === person);
    if (lost.some((one) => one.person === person)) continue;
    if (own && change) {
      const { row } = change.one;
      const receipt = row.values.receipt;
      const set = { set: change.shown, by: by.name, route: '更新' as const, at: now(), receipt };
      const written = ledgerChange(own, set, { summary: writeSummary(summary) }, numbering, shown.found);
      updates.push(...written.updates);
      appends.push(...written.appends);
    } else updates.push(update(person.row, { summary: writeSummary(summary) }));
  }
  return { updates, appends, due, letters, lost };
}

function consequenceOf(
  one: RenewalWrite,
  summary: Summary,
  ground: RenewalGround,
  numbering: Numbering,
): Consequence {
  if (one.words.decision === '承認') return approve(one, summary, ground, numbering);
  if (one.words.decision === '取消' && one.from === '承認') return undoApproval(one, summary, ground);
  return { updates: [], appends: [], summary };
}

/** Their rows of 台帳, read in the same lock. */
function peopleOf(known: readonly KnownPerson[], read: Found) {
  const places = known.map(({ row }): PersonPlace => ({
    ...{ summaryRow: row.row, ledgerRow: row.values.ledgerRow ?? 0 },
    number: row.values.number,
  }));
  const found = places.length === 0 ? read : readForDecision(wantedFor(places));
  const people = known.flatMap((person, at) => {
    const place = places[at];
    const own = place && findPerson(found, place);
    return own ? [[person, own] as const] : [];
  });
  return { found, people: new Map(people) };
}

/** 元に戻した入力: what was typed and did not come into force stays to be read. */
function replacedRecord(
  { row, set, replaced }: RenewalWrite,
  by: { account: string },
  { found }: RenewalGround,
): RowAppend[] {
  if (replaced === undefined) return [];
  const text = `「状態」に「${replaced}」と入力されていましたが、「${set.state ?? ''}」にしました。`;
  return [putBackRecord(row.values.receipt, by.account, text, { found })];
}
