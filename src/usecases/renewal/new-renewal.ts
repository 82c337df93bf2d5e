/** A new row of 更新申請, from the page or from paper, with the figures it is judged by. */
import { isoOfInstant } from '../../domain/fields/instant';
import { renewalRule } from '../../domain/renewal';
import { now } from '../../platform/clock';
import type { Found } from '../../sheets/read';
import type { RowAppend } from '../../sheets/commit';
import { renewals } from '../../sheets/schema';
import type { Summary } from '../../sheets/summary';
import { notify } from '../sending/notify-person';
import type { Numbering } from '../summary/numbering';
import { appendPersonRow } from '../summary/person-rows';
import { figureCells, type Judged, type Renewer } from './judge';
import type { Printed } from './printed';

interface Entry {
  who: Renewer;
  judged: Judged;
  printed: Printed;
  receivedOn: string;
}

/** The row with the receipt by mail, the summary that knows both, and what is answered. */
export function newRenewal(
  { who, judged, printed, receivedOn }: Entry,
  summary: Summary,
  numbering: Numbering,
  found: Found,
) {
  const receipt = numbering.receipt('K');
  const { number, name } = who.ledger;
  const at = now();
  const row = {
    ...{ receipt, number, name, validTo: judged.period.end, state: '申請中' },
    ...figureCells(judged),
    rule: renewalRule(judged.requirements.points.needed, judged.settings),
    ...printed,
    ...{ receivedOn, appliedAt: at },
  };
  const written = appendPersonRow(summary, renewals, found.headers(renewals), row);
  return withReceipt(receipt, who, [written.append], written.summary, numbering, found);
}

/** The mail that says so, at once. */
export function withReceipt(
  receipt: string,
  { ledger }: Renewer,
  appends: readonly RowAppend[],
  summary: Summary,
  numbering: Numbering,
  found: Found,
) {
  const at = now();
  const news = {
    ...({ kind: '更新の受付', about: receipt, fields: {}, dueAt: at, mailOnly: true } as const),
    subject: `資格更新の申請を受け付けました（${receipt}）`,
  };
  const told = notify(ledger, news, summary, numbering, found);
  return {
    appends: [...appends, ...told.appends],
    summary: told.summary,
    result: { receipt, at: isoOfInstant(at), mailed: told.told === 'mail' },
  };
}
