/** J2: the mail address, second step. The right code makes it the address of 台帳; every other session ends. */
import { DomainError } from '../../domain/errors';
import { typedCode } from '../../domain/fields/code';
import { dayOfInstant, isoOfInstant } from '../../domain/fields/instant';
import { normalizeMail } from '../../domain/fields/mail';
import { shownItems } from '../../domain/ledger-items';
import { isOpen, settled, wrongCode } from '../../domain/mail-change';
import { mayLogIn } from '../../domain/registrant';
import type { Claims } from '../../domain/session';
import { now } from '../../platform/clock';
import { sameText } from '../../platform/hashing';
import { commit, update, type RowUpdate } from '../../sheets/commit';
import type { Found } from '../../sheets/read';
import { rewrittenRow, type ReadRow } from '../../sheets/row';
import { COUNTER_ROW, ledger, summaries } from '../../sheets/schema/index';
import { readSummary, resultOf, withNotice, withResult, writeSummary } from '../../sheets/summary';
import { alone } from '../alone';
import { requireInstallation, type Installation } from '../installation/installation';
import { ledgerChange } from '../ledger/ledger-change';
import { receiptNotices } from './mail-change-notices';
import { readMailChange, readWithMail, withMailChange } from './mail-change-state';
import { myView } from '../login/my-view';
import { startNumbering } from '../summary/numbering';
import { requirePerson, toRegistrant, type Person } from '../summary/people';
import { loadRules, type Rules } from '../installation/rules';
import { mailCodeOf } from '../login/secrets';
import { newToken, requireClaims, requireSession, requireSummaryRow } from '../login/session';
import { requireOpen } from '../desk/stop';
import { wakeSender } from '../sending/wake-sender';

interface Receipt {
  receipt: string;
  at: string;
  items: string[];
  mailed: boolean;
  toldOld: boolean;
}

/** Field → code. */
interface Refused {
  refused: Record<string, string>;
}

type Done = { row: ReadRow<typeof summaries>; receipt: Receipt } | Refused;

/**
 * Takes the new address over. A wrong code counts; sent again with the same key it counts once.
 * DomainError `SESSION_ENDED`, `STOPPED`, `BUSY`, `INVALID` (facts: code NOT_A_CODE | CODE_WRONG | CODE_ENDED, mail MAIL_TAKEN).
 */
export function confirmMailChange(token: string | undefined, clientKey: string, { code }: { code: string }) {
  const installation = requireInstallation();
  requireOpen(installation);
  const claims = requireClaims(installation, token, 'home');
  const { rules } = loadRules();
  const typed = typedCode(code);

  const outcome = alone((): Done => {
    const seen = requireSummaryRow(claims);
    resultBefore(claims, seen, clientKey);
    const place = { summaryRow: seen.row, ledgerRow: seen.values.ledgerRow ?? 0, number: claims.n };
    const mail = readMailChange(seen.values.done).open?.mail ?? '';
    const { found, taken } = readWithMail(place, mail);
    const person = requirePerson(found, place);
    const before = resultBefore(claims, person.summary, clientKey);
    if (before) return 'refused' in before ? before : { row: person.summary, receipt: before };
    if (!mayLogIn(toRegistrant(person.ledger))) throw new DomainError('SESSION_ENDED', {});
    if (typed === undefined) return { refused: { code: 'NOT_A_CODE' } };
    if ((readMailChange(person.summary.values.done).open?.mail ?? '') !== mail)
      throw new DomainError('BUSY', {});
    return decide({ person, found, taken, typed, clientKey, installation, rules });
  });
  if ('refused' in outcome) throw new DomainError('INVALID', outcome.refused);
  wakeSender(now());
  return {
    ...outcome.receipt,
    token: newToken(installation, 'home', outcome.row, claims.i),
    view: myView(outcome.row, installation, rules),
  };
}

/** What the key came to before, if the session holds: after the change itself with the 世代 it raised. */
function resultBefore(
  claims: Claims,
  row: ReadRow<typeof summaries>,
  key: string,
): Receipt | Refused | undefined {
  const before = resultOf(row.values.done, key) as Receipt | Refused | undefined;
  const done = before !== undefined && !('refused' in before);
  requireSession(done ? { ...claims, g: claims.g + 1 } : claims, row);
  return before;
}

interface Attempt {
  person: Person;
  found: Found;
  taken: boolean;
  typed: string;
  clientKey: string;
  installation: Installation;
  rules: Rules;
}

function decide(attempt: Attempt): Done {
  const { person, taken, typed, clientKey, installation } = attempt;
  const { done } = person.summary.values;
  const change = readMailChange(done);
  const { open } = change;
  if (!isOpen(open, now())) return { refused: { code: 'CODE_ENDED' } };
  if (!sameText(typed, mailCodeOf(installation.secret, open.id, person.summary.values.number, open.mail))) {
    const counted = wrongCode(change);
    const result = { refused: { code: isOpen(counted.open, now()) ? 'CODE_WRONG' : 'CODE_ENDED' } };
    commitOnly(
      update(person.summary, { done: withResult(withMailChange(done, counted), clientKey, result) }),
    );
    return result;
  }
  if (taken) return { refused: { mail: 'MAIL_TAKEN' } };
  return takeOver(attempt, open, withMailChange(done, settled(change)));
}

function commitOnly(one: RowUpdate): void {
  commit({ updates: [one], appends: [] });
}

/** One commit: the row, 変更履歴, 控え, 受付番号, and the receipts to both addresses. */
function takeOver(
  { person, found, clientKey, rules }: Attempt,
  open: { mail: string; kind: string },
  done: string,
): Done {
  const at = now();
  const { summary } = person;
  const numbering = startNumbering(found.row(summaries, COUNTER_ROW), Number(dayOfInstant(at).slice(0, 4)));
  const number = numbering.receipt('D');
  const items = changedItems(person, open, rules);
  const notices = receiptNotices(
    { person, numbering, found, at },
    { mail: open.mail, receipt: number, items },
  );
  const receipt = {
    receipt: number,
    at: isoOfInstant(at),
    items,
    mailed: true,
    toldOld: notices.toldOld,
  };
  const summarySet = {
    generation: (summary.values.generation ?? 0) + 1,
    done: withResult(done, clientKey, receipt),
    summary: writeSummary(
      withNotice(readSummary(summary.values.summary), {
        at: isoOfInstant(at),
        subject: `登録内容の変更を受け付けました（${number}）`,
      }),
    ),
  };
  const set = {
    mail: open.mail,
    mailState: '確認済',
    ...(open.kind === '' ? {} : { mailKind: open.kind }),
  };
  const change = ledgerChange(
    person,
    { set, by: '本人', route: 'マイページ', at, receipt: number },
    summarySet,
    numbering,
    found,
  );
  commit({
    updates: [...change.updates, numbering.toUpdate()],
    appends: [...change.appends, ...notices.appends],
  });
  return { row: rewrittenRow(summary, { ...summarySet, ...change.summarySet }), receipt };
}

/** 画面の名前 of what changes for the person. */
function changedItems({ ledger: row }: Person, open: { mail: string; kind: string }, rules: Rules): string[] {
  const shown = shownItems(rules.items, {});
  const label = ({ header }: { header: string }) =>
    shown.find(({ item }) => item === header)?.label ?? header;
  const same = normalizeMail(row.values.mail) === open.mail;
  return [
    label(ledger.columns.mail) + (same ? '（メールが届くことの確認）' : ''),
    ...(open.kind === '' || open.kind === row.values.mailKind ? [] : [label(ledger.columns.mailKind)]),
  ];
}
