/** J2: a registrant corrects the ledger. Read, decide, one commit: the row, 変更履歴, 控え, 受付番号 and the receipt by mail. */
import { DomainError } from '../../domain/errors';
import { dayOfInstant, isoOfInstant } from '../../domain/fields/instant';
import { checkItems, type CheckedItems } from '../../domain/fields/item';
import { isMailAddress, normalizeMail } from '../../domain/fields/mail';
import { shownItems } from '../../domain/ledger-items';
import { mayLogIn } from '../../domain/registrant';
import type { NoticeKind } from '../../notices/kinds';
import { now } from '../../platform/clock';
import { append, commit, type RowAppend } from '../../sheets/commit';
import { readForDecision, type Found } from '../../sheets/read';
import { rewrittenRow, type ReadRow } from '../../sheets/row';
import { COUNTER_ROW, notices, summaries } from '../../sheets/schema/index';
import { readSummary, resultOf, withNotice, withResult, writeSummary } from '../../sheets/summary';
import { alone } from '../alone';
import { requireInstallation } from '../installation/installation';
import { ledgerCells } from './ledger-cells';
import { ledgerChange } from './ledger-change';
import { ledgerTexts } from './ledger-texts';
import { myView } from '../login/my-view';
import type { NoticeContent } from '../sending/notice-rows';
import { startNumbering, type Numbering } from '../summary/numbering';
import { requirePerson, toRegistrant, wantedFor, type Person } from '../summary/people';
import { loadRules, type Rules } from '../installation/rules';
import { newToken, requireClaims, requireSession, requireSummaryRow } from '../login/session';
import { requireOpen } from '../desk/stop';
import { requireOneRow } from '../findings/under-repair';
import { wakeSender } from '../sending/wake-sender';

/** What is answered, and kept in 処理済 for the same key. */
interface Receipt {
  receipt: string | null;
  at: string;
  items: string[];
  mailed: boolean;
}

/**
 * Writes the person's own changes and nothing else of the row. Where 台帳 already holds all of it there is no 受付番号.
 * DomainError `SESSION_ENDED`, `STOPPED`, `BUSY`, `INVALID` (facts: item → code), `ROW_MISSING`, `ROW_TWICE`,
 * `ROW_OF_ANOTHER`.
 */
export function changeLedger(
  token: string | undefined,
  clientKey: string,
  changes: Readonly<Record<string, string>>,
) {
  const installation = requireInstallation();
  requireOpen(installation);
  const claims = requireClaims(installation, token, 'home');
  const { rules } = loadRules();
  requireChangeable(changes, rules);

  const { row, receipt, fresh } = alone(() => {
    const summary = requireSummaryRow(claims);
    requireSession(claims, summary);
    const place = {
      summaryRow: summary.row,
      ledgerRow: summary.values.ledgerRow ?? 0,
      number: claims.n,
    };
    const found = readForDecision([...wantedFor([place]), { tab: notices }]);
    const person = requirePerson(found, place);
    requireSession(claims, person.summary);
    const before = resultOf(person.summary.values.done, clientKey);
    if (before !== undefined) return { row: person.summary, receipt: before as Receipt, fresh: false };
    requireOneRow(person, installation);
    // What a secretary has typed may not have been taken over yet.
    if (!mayLogIn(toRegistrant(person.ledger))) throw new DomainError('SESSION_ENDED', {});
    return decide(person, changes, clientKey, rules, found);
  });
  if (fresh && receipt.mailed) wakeSender(now());
  return {
    ...receipt,
    token: newToken(installation, 'home', row, claims.i),
    view: myView(row, installation, rules),
  };
}

/** Refuses items that 台帳項目 does not let a person change. */
function requireChangeable(changes: Readonly<Record<string, string>>, rules: Rules): void {
  const ways = new Map(shownItems(rules.items, {}).map(({ item, way }) => [item, way]));
  const others = Object.keys(changes).filter((item) => ways.get(item) !== 'now');
  if (others.length === 0) return;
  // Only names the office itself has listed are told back.
  const known = others.filter((item) => ways.has(item));
  throw new DomainError('INVALID', Object.fromEntries(known.map((item) => [item, 'NOT_CHANGEABLE'])));
}

function decide(
  person: Person,
  changes: Readonly<Record<string, string>>,
  clientKey: string,
  rules: Rules,
  found: Found,
): { row: ReadRow<typeof summaries>; receipt: Receipt; fresh: boolean } {
  const at = now();
  const shown = shownItems(rules.items, ledgerTexts(person.ledger.byHeader, rules.items));
  const items = shown.filter(({ way }) => way === 'now');
  const values = requireValid(checkItems(items, changes));
  const changed = items.filter(({ item }) => values.has(item));
  if (changed.length === 0) {
    const nothing = { receipt: null, at: isoOfInstant(at), items: [], mailed: false };
    return { row: person.summary, receipt: nothing, fresh: false };
  }
  const numbering = startNumbering(found.row(summaries, COUNTER_ROW), Number(dayOfInstant(at).slice(0, 4)));
  const number = numbering.receipt('D');
  const labels = changed.map(({ label }) => label);
  const notice = receiptNotice(person, number, labels, numbering, found);
  const receipt = { receipt: number, at: isoOfInstant(at), items: labels, mailed: notice.length > 0 };
  const summarySet = {
    done: withResult(person.summary.values.done, clientKey, receipt),
    summary: writeSummary(
      withNotice(readSummary(person.summary.values.summary), {
        at: isoOfInstant(at),
        subject: `登録内容の変更を受け付けました（${number}）`,
      }),
    ),
  };
  const change = ledgerChange(
    person,
    { ...ledgerCells(changed, values, person.ledger), by: '本人', route: 'マイページ', at, receipt: number },
    summarySet,
    numbering,
    found,
  );
  commit({
    updates: [...change.updates, numbering.toUpdate()],
    appends: [...change.appends, ...notice],
  });
  return { row: rewrittenRow(person.summary, { ...summarySet, ...change.summarySet }), receipt, fresh: true };
}

function requireValid({ values, problems }: CheckedItems): CheckedItems['values'] {
  if (problems.size > 0) throw new DomainError('INVALID', Object.fromEntries(problems));
  return values;
}

/** The receipt (office.md G10): names of the items, no values, to the address on file; none where there is none. */
function receiptNotice(
  person: Person,
  number: string,
  labels: readonly string[],
  numbering: Numbering,
  found: Found,
): RowAppend[] {
  const { mail, mailState, name } = person.ledger.values;
  const to = normalizeMail(mail);
  if (!isMailAddress(to) || mailState === '不達') return [];
  const kind: NoticeKind = '変更の受付';
  const content: NoticeContent = {
    fields: { 氏名: name, 受付番号: number, 変更した項目: labels.map((label) => `・${label}`).join('\n') },
  };
  return [
    append(notices, found.headers(notices), {
      notice: numbering.notice(),
      number: person.ledger.values.number,
      kind,
      by: 'メール',
      to,
      about: number,
      fields: JSON.stringify(content),
      state: '送信待ち',
      dueAt: now(),
      tries: 0,
    }),
  ];
}
