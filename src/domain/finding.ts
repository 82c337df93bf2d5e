/**
 * What stands wrong in the spreadsheet and a person must mend. A finding is a small record without content: it says where
 * to look, and is looked at anew whenever it is shown.
 */
import { digest } from './digest';

/**
 * tab gone or renamed · header missing or twice · twice: a number in several rows · gone: a person without a row ·
 * renumbered: a person's row with another number (`item`, `''` if none) · noNumber: a row with content and no number ·
 * number: a number that is none or looks like another's · other: a row with somebody else's content · unfit: content
 * that is not what its column holds · choice: a word the column does not know · formula
 */
export type FindingKind =
  | 'tab'
  | 'header'
  | 'twice'
  | 'gone'
  | 'renumbered'
  | 'noNumber'
  | 'number'
  | 'other'
  | 'unfit'
  | 'choice'
  | 'formula';

export interface Finding {
  kind: FindingKind;
  /** Title of the tab. */
  tab: string;
  /** Number (or key) of the row as last seen; `''` for tabs, headers and rows without one. */
  key: string;
  /** Header of the column, `''` if none. */
  item: string;
  /** Row where it was seen (1-based), 0 if not known: a hint. */
  row: number;
}

/** The findings kept: as many as a script property holds, and how many more there were. */
export interface Findings {
  list: readonly Finding[];
  more: number;
}

const MOST = 100;
/** A script property holds 9 KB (platform.md 7). */
const MOST_BYTES = 8000;

/** Names a finding: the same again is the same finding, wherever its row stands by now. */
export function findingId({ kind, tab, key, item, row }: Finding): string {
  return [kind, tab, key, item, ...(kind === 'noNumber' ? [String(row)] : [])].join('|');
}

/** Whether it is about the structure of a tab, so that the rows of that tab cannot be looked at. */
export function isStructural({ kind }: Pick<Finding, 'kind'>): boolean {
  return kind === 'tab' || kind === 'header';
}

/** What was known without what is settled, and what was found now; each once. `isWhole`: everything was looked at. */
export function mergeFindings(
  known: Findings,
  isSettled: (finding: Finding) => boolean,
  found: readonly Finding[],
  isWhole = false,
): Findings {
  const fresh = new Map(found.map((finding) => [findingId(finding), finding]));
  const kept = known.list.filter((finding) => !isSettled(finding) && !fresh.has(findingId(finding)));
  return { list: [...kept, ...fresh.values()], more: isWhole ? 0 : known.more };
}

/** As the property holds them: at most as many as there is room for, the others counted. */
export function writeFindings({ list, more }: Findings): string {
  const parts: string[] = [];
  let bytes = 40;
  for (const { kind, tab, key, item, row } of list.slice(0, MOST)) {
    const text = JSON.stringify([kind, tab, key, item, row]);
    bytes += text.length + 2 * text.replace(/[\x00-\x7f]/g, '').length + 1;
    if (bytes > MOST_BYTES) break;
    parts.push(text);
  }
  const left = more + list.length - parts.length;
  return parts.length === 0 && left === 0 ? '' : `{"list":[${parts.join(',')}],"more":${String(left)}}`;
}

/** As read from the property; none where it is blank. */
export function readFindings(text: string | undefined): Findings {
  if (!text) return { list: [], more: 0 };
  const { list, more } = JSON.parse(text) as {
    list: [FindingKind, string, string, string, number][];
    more: number;
  };
  return { list: list.map(([kind, tab, key, item, row]) => ({ kind, tab, key, item, row })), more };
}

/** Columns of 台帳 in which the system decides nothing by the content: another word or date may stand. */
const FREE: readonly string[] = ['認定日', '状態の日', 'メール区分', '通知方法'];

/** Whether a person may say 「この値でよい」. */
export function isAcceptable({ kind, tab, item }: Finding): boolean {
  if (kind === 'number' || kind === 'other') return true;
  return (kind === 'unfit' || kind === 'choice') && tab === '台帳' && FREE.includes(item);
}

/** What is kept of an accepted finding: another content of the same cell is another finding. */
export function acceptanceOf(finding: Finding, content: string): string {
  return digest(`${findingId({ ...finding, row: 0 })}|${content}`).toString(36);
}
