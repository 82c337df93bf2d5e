/** Form responses from before フォーム取扱開始日時: recorded as 開始前 in one commit, never sent by themselves. */
import { dayOfInstant } from '../domain/fields/instant';
import { normalizeMail } from '../domain/fields/mail';
import { now } from '../platform/clock';
import type { FormResponse } from '../platform/form';
import { alone } from './alone';
import { append, commit } from '../sheets/commit';
import { readForDecision } from '../sheets/read';
import { COUNTER_ROW, passwords, summaries } from '../sheets/schema';
import type { FormMapping } from './installation';
import { startNumbering } from './numbering';
import { toFormAnswer } from './form-mapping';

/** The caller has made sure that none of them is recorded yet. */
export function recordEarlier(responses: readonly FormResponse[], mapping: FormMapping): void {
  if (responses.length === 0) return;
  alone(() => {
    const found = readForDecision([{ tab: passwords }, { tab: summaries, rows: [COUNTER_ROW] }]);
    const headers = found.headers(passwords);
    const numbering = startNumbering(
      found.row(summaries, COUNTER_ROW),
      Number(dayOfInstant(now()).slice(0, 4)),
    );
    const rows = responses.map((response) => {
      const answer = toFormAnswer(response, mapping);
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
    rows.forEach(() => numbering.near(passwords));
    commit({ updates: [numbering.toUpdate()], appends: rows });
  });
}
