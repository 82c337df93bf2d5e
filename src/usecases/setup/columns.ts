/** Which column of 旧台帳 goes where, as 設定 「旧台帳の列の対応」 shows it and a person may correct it: a line a column. */
import { isJoined, proposeMapping, type ColumnMapping } from '../../domain/adoption';
import { withoutBlanks } from '../../domain/fields/width';
import { columnLetters } from '../../sheets/range';
import { ledger } from '../../sheets/schema';

/** A column of 旧台帳; `name` is its header, made unique: 「TEL（E列）」, 「（F列）」. */
export interface OldColumn extends ColumnMapping {
  name: string;
}

const UNUSED = '（使わない）';
const KNOWN: ReadonlySet<string> = new Set(Object.values(ledger.columns).map(({ header }) => header));

/** The columns by the text of 設定; columns it does not name go where their header proposes. */
export function readColumns(headers: readonly string[], text: string): OldColumn[] {
  const lines = new Map(splitLines(text).map(([name, wished]) => [withoutBlanks(name), wished]));
  const names = namesOf(headers);
  return proposeMapping(headers).map((proposed, index) => {
    const name = names[index] ?? proposed.header;
    const wished = lines.get(withoutBlanks(name));
    if (wished === undefined) return { ...proposed, name };
    return { header: proposed.header, name, column: KNOWN.has(wished) ? wished : null };
  });
}

/** The columns as the text of 設定. */
export function writeColumns(columns: readonly OldColumn[]): string {
  return columns.map(({ name, column }) => `${name}＝${column ?? UNUSED}`).join('\n');
}

/** Sentences about lines a person wrote that cannot be followed. */
export function findColumnTrouble(columns: readonly OldColumn[], text: string): string[] {
  const names = new Set(columns.map(({ name }) => withoutBlanks(name)));
  const unknown = splitLines(text).flatMap(([name, wished]) => {
    if (!names.has(withoutBlanks(name)))
      return [`設定「旧台帳の列の対応」の「${name}」という列は、旧台帳にありません。`];
    if (wished !== UNUSED && !KNOWN.has(wished))
      return [
        `設定「旧台帳の列の対応」の「${name}＝${wished}」は使えません。台帳に「${wished}」という列がないためです。`,
      ];
    return [];
  });
  const twice = [...KNOWN].flatMap((column) => {
    const sources = columns.filter((one) => one.column === column).map(({ name }) => `「${name}」`);
    return sources.length < 2 || isJoined(column)
      ? []
      : [
          `旧台帳の${sources.join('と')}が、どちらも台帳の「${column}」に入ることになっています。前の列から取り、空欄のときだけ後の列から取りました。`,
        ];
  });
  return [...unknown, ...twice];
}

function splitLines(text: string): [string, string][] {
  return text.split('\n').flatMap((line): [string, string][] => {
    const at = Math.max(line.lastIndexOf('＝'), line.lastIndexOf('='));
    return at < 0 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()]];
  });
}

/** A header in one line; with its letters where it is blank or stood before. */
function namesOf(headers: readonly string[]): string[] {
  const seen = new Set<string>();
  return headers.map((header, index) => {
    const line = header.replace(/\s+/g, ' ').trim();
    const name =
      line === '' || seen.has(withoutBlanks(line)) ? `${line}（${columnLetters(index + 1)}列）` : line;
    seen.add(withoutBlanks(line));
    return name;
  });
}
