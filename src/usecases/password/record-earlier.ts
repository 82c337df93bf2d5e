/** Form responses from before フォーム取扱開始日時: recorded as 開始前, never sent by themselves. */
import { dayOfInstant } from '../../domain/fields/instant';
import { normalizeMail } from '../../domain/fields/mail';
import { now } from '../../platform/clock';
import type { FormResponse } from '../../platform/form';
import { alone } from '../alone';
import { append, commit } from '../../sheets/commit';
import { readForDecision, readRanges } from '../../sheets/read';
import { openColumn } from '../../sheets/range';
import { COUNTER_ROW, passwords, summaries } from '../../sheets/schema/index';
import type { FormMapping } from '../installation/installation';
import { startNumbering } from '../summary/numbering';
import { toFormAnswer } from './form-mapping';

/** Responses of one commit: at most some kilobytes each, well below the 2 MB of a request. */
const BATCH = 150;

/** Records those that are not recorded yet, so that two runs at once give no row twice. Answers how many it recorded. */
export function recordEarlier(responses: readonly FormResponse[], mapping: FormMapping): number {
  let recorded = 0;
  for (let from = 0; from < responses.length; from += BATCH) {
    const batch = responses.slice(from, from + BATCH);
    recorded += alone(() => recordBatch(batch, mapping));
  }
  return recorded;
}

function recordBatch(batch: readonly FormResponse[], mapping: FormMapping): number {
  const found = readForDecision([{ tab: passwords }, { tab: summaries, rows: [COUNTER_ROW] }]);
  const headers = found.headers(passwords);
  const known = readIds(headers.places.get(passwords.key) ?? 1);
  const numbering = startNumbering(
    found.row(summaries, COUNTER_ROW),
    Number(dayOfInstant(now()).slice(0, 4)),
  );
  const rows = batch
    .filter(({ id }) => !known.has(id))
    .map((response) => {
      const answer = toFormAnswer(response, mapping);
      numbering.near(passwords);
      return append(passwords, headers, {
        responseId: answer.responseId,
        receivedAt: answer.receivedAt,
        number: answer.number,
        name: answer.name,
        mail: normalizeMail(answer.mail),
        answers: JSON.stringify(answer),
        match: '開始前',
        state: '開始前',
      });
    });
  if (rows.length > 0) commit({ updates: [numbering.toUpdate()], appends: rows });
  return rows.length;
}

function readIds(column: number): Set<string> {
  const [ids = []] = readRanges([openColumn(passwords.title, column, 2)]);
  return new Set(ids.map(([id]) => String(id ?? '')));
}
