/** Responses of パスワード送付 that wait for a person: each beside what the ledger holds. */
import { dayOfSerial, isDay, parseDay, writeDay } from '../../domain/fields/date';
import { writeInstant } from '../../domain/fields/instant';
import { normalizeMail } from '../../domain/fields/mail';
import type { FormAnswer } from '../../domain/form-answer';
import { readObject } from '../../domain/json';
import { sameName } from '../../domain/name';
import { findExact } from '../../sheets/find';
import { readForDecision } from '../../sheets/read';
import { ledger, passwords, summaries, type RowOf } from '../../sheets/schema/index';
import { readLastSeen, type LastSeen } from '../../sheets/summary';
import { publish } from '../../sheets/spreadsheet';
import { findPlacesOf } from '../summary/people';
import { requireStaff } from '../desk/staff';

/** Cases shown at once; the rest is counted. */
const SHOWN = 200;

/** Oldest first. DomainError `NOT_STAFF`. */
export function passwordQueue({ state = '要確認' }: { state?: '要確認' | '開始前' | undefined }) {
  requireStaff();
  publish();
  const rows = findExact(passwords, state);
  const shown = rows.slice(0, SHOWN);
  const found = readForDecision([{ tab: passwords, rows: shown }]);
  const waiting = shown
    .map((row) => found.row(passwords, row))
    .filter(({ values }) => values.state === state)
    .sort((a, b) => (a.values.receivedAt ?? 0) - (b.values.receivedAt ?? 0));
  const places = findPlacesOf(waiting.map(({ values }) => values.number));
  const people = readForDecision([
    { tab: summaries, rows: [...places.values()].map(({ summaryRow }) => summaryRow) },
  ]);
  const onFile = new Map(
    [...places].map(([typed, { summaryRow }]) => [
      typed,
      readLastSeen(people.row(summaries, summaryRow).values.lastSeen),
    ]),
  );
  return {
    total: rows.length,
    cases: waiting.map(({ row, values }) => toCase(row, values, onFile.get(values.number))),
  };
}

function toCase(row: number, values: RowOf<typeof passwords>, onFile: LastSeen | undefined) {
  const answer = readObject(values.answers) as Partial<FormAnswer>;
  return {
    row,
    responseId: values.responseId,
    received: values.receivedAt === null ? '' : writeInstant(values.receivedAt),
    number: values.number,
    name: values.name,
    newMail: values.mail,
    oldMail: textOf(onFile, 'mail'),
    reason: values.match,
    memo: values.memo,
    differences: onFile ? differences(values, answer, onFile) : [],
  };
}

function differences(values: RowOf<typeof passwords>, answer: Partial<FormAnswer>, onFile: LastSeen) {
  const name = textOf(onFile, 'name');
  const birthDate = onFile[ledger.columns.birthDate.header];
  const bornOnFile = typeof birthDate === 'number' ? dayOfSerial(birthDate) : '';
  const bornGiven = parseDay(answer.birthDate ?? '') ?? answer.birthDate ?? '';
  const mail = normalizeMail(textOf(onFile, 'mail'));
  return [
    { label: '氏名', given: values.name, onFile: name, same: sameName(values.name, name) },
    { label: '生年月日', given: bornGiven, onFile: bornOnFile, same: bornGiven === bornOnFile },
    { label: 'メールアドレス', given: values.mail, onFile: mail, same: values.mail === mail },
  ]
    .filter(({ same }) => !same)
    .map(({ label, given, onFile: held }) => ({ label, given: shown(given), onFile: shown(held) }));
}

/** A day as people read it; any other text as it is. */
function shown(text: string): string {
  return isDay(text) ? writeDay(text) : text;
}

function textOf(onFile: LastSeen | undefined, key: 'name' | 'mail'): string {
  return String(onFile?.[ledger.columns[key].header] ?? '');
}
