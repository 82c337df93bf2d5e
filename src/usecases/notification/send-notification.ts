/** J2: a registrant files a 変更届 with what needs the office's confirmation, sends a 差戻し again, or withdraws one. */
import { DomainError } from '../../domain/errors';
import { dayOfInstant, isoOfInstant } from '../../domain/fields/instant';
import type { NotificationForm } from '../../domain/fields/notification';
import { isOpen } from '../../domain/notification';
import { mayLogIn } from '../../domain/registrant';
import type { Claims } from '../../domain/session';
import { now } from '../../platform/clock';
import { commit, update } from '../../sheets/commit';
import type { Found } from '../../sheets/read';
import { rewrittenRow, type ReadRow } from '../../sheets/row';
import { COUNTER_ROW, notices, notifications, summaries } from '../../sheets/schema/index';
import { readSummary, resultOf, withResult, writeSummary } from '../../sheets/summary';
import { alone } from '../alone';
import { fileNotification } from './file-notification';
import { requireInstallation } from '../installation/installation';
import { myView } from '../login/my-view';
import { startNumbering } from '../summary/numbering';
import { requirePerson, toRegistrant, wantedFor, type Person } from '../summary/people';
import { updatePersonRow } from '../summary/person-rows';
import { readBelonging } from '../summary/keyed-rows';
import { loadRules } from '../installation/rules';
import { newToken, requireClaims, requireSession, requireSummaryRow } from '../login/session';
import { requireOpen } from '../desk/stop';
import { wakeSender } from '../sending/wake-sender';

type NotificationRow = ReadRow<typeof notifications>;
type SummaryRow = ReadRow<typeof summaries>;

/** What is answered, and kept in 処理済 for the same key. */
interface Receipt {
  receipt: string;
  at: string;
  mailed: boolean;
}

/**
 * Files it, or sends the 差戻し of `receipt` again; 台帳 stays as it is until the office has confirmed.
 * DomainError `SESSION_ENDED`, `STOPPED`, `BUSY`, `OPEN_ALREADY`, `NOT_OPEN`, `INVALID` (facts: item or field → code).
 */
export function sendNotification(
  token: string | undefined,
  clientKey: string,
  { receipt, ...form }: NotificationForm & { receipt?: string | undefined },
) {
  const { claims, installation, rules } = enter(token);
  const { row, result } = alone(() =>
    asOwner<Receipt>(claims, clientKey, ({ person, rows, found }) => {
      const at = now();
      const filing = { form, receipt, enteredBy: '本人' as const, notifiedOn: dayOfInstant(at) };
      const numbering = startNumbering(
        found.row(summaries, COUNTER_ROW),
        Number(dayOfInstant(at).slice(0, 4)),
      );
      const filed = fileNotification(
        { person, rows, found },
        filing,
        rules,
        numbering,
        clientKey,
        (number, mailed) => ({ receipt: number, at: isoOfInstant(at), mailed }),
      );
      commit({ updates: filed.updates, appends: filed.appends });
      return filed;
    }),
  );
  if (result.mailed) wakeSender(now());
  return {
    ...result,
    token: newToken(installation, 'home', row, claims.i),
    view: myView(row, installation, rules),
  };
}

/** 取り下げる. DomainError `SESSION_ENDED`, `STOPPED`, `BUSY`, `NOT_OPEN` where it is decided or not the person's. */
export function withdrawNotification(
  token: string | undefined,
  clientKey: string,
  { receipt }: { receipt: string },
) {
  const { claims, installation, rules } = enter(token);
  const { row } = alone(() =>
    asOwner<'withdrawn'>(claims, clientKey, ({ person, rows, found }) => {
      const own = rows.find(({ values }) => values.receipt === receipt);
      if (!own || !isOpen(own.values)) throw new DomainError('NOT_OPEN', {});
      const set = { state: '取下げ', decidedAt: now(), decidedBy: '本人' };
      const written = updatePersonRow(readSummary(person.summary.values.summary), own, set);
      const summarySet = {
        done: withResult(person.summary.values.done, clientKey, 'withdrawn'),
        summary: writeSummary(written.summary),
      };
      const counters = update(found.row(summaries, COUNTER_ROW), {});
      commit({ updates: [written.update, update(person.summary, summarySet), counters], appends: [] });
      return { row: rewrittenRow(person.summary, summarySet), result: 'withdrawn' };
    }),
  );
  return { token: newToken(installation, 'home', row, claims.i), view: myView(row, installation, rules) };
}

function enter(token: string | undefined) {
  const installation = requireInstallation();
  requireOpen(installation);
  const claims = requireClaims(installation, token, 'home');
  return { installation, claims, rules: loadRules().rules };
}

interface Ground {
  person: Person;
  rows: readonly NotificationRow[];
  found: Found;
}

/** Under the lock: what this key has done before, else `work` on the person's rows as they stand now. */
function asOwner<Result>(
  claims: Claims,
  clientKey: string,
  work: (ground: Ground) => { row: SummaryRow; result: Result },
): { row: SummaryRow; result: Result } {
  const summary = requireSummaryRow(claims);
  requireSession(claims, summary);
  const place = { summaryRow: summary.row, ledgerRow: summary.values.ledgerRow ?? 0, number: claims.n };
  const own = readBelonging([notifications], claims.n, [...wantedFor([place]), { tab: notices }]);
  const person = requirePerson(own.found, place);
  requireSession(claims, person.summary);
  const before = resultOf(person.summary.values.done, clientKey);
  if (before !== undefined) return { row: person.summary, result: before as Result };
  // What a secretary has typed may not have been taken over yet.
  if (!mayLogIn(toRegistrant(person.ledger))) throw new DomainError('SESSION_ENDED', {});
  return work({ person, rows: own.rowsOf(notifications), found: own.found });
}
