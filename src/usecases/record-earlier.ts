/** Form responses from before フォーム取扱開始日時: recorded as 開始前 in one commit, never sent by themselves. */
import { normalizeMail } from '../domain/fields/mail';
import type { FormResponse } from '../platform/form';
import { alone } from './alone';
import { append, commit } from '../sheets/commit';
import { readForDecision } from '../sheets/read';
import { passwords } from '../sheets/schema';
import type { FormMapping } from './installation';
import { toFormAnswer } from './form-mapping';

/** The caller has made sure that none of them is recorded yet. */
export function recordEarlier(responses: readonly FormResponse[], mapping: FormMapping): void {
  if (responses.length === 0) return;
  alone(() => {
    const headers = readForDecision([{ tab: passwords }]).headers(passwords);
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
    commit({ updates: [], appends: rows });
  });
}
