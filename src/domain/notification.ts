/** 変更届 as its tab keeps it: 内容 as one line an item that a secretary can read and this can read back, and its states. */
import { hasNote, hasOnlyNote, NOTIFICATION_KINDS, type NotificationKind } from './fields/notification';

/** One item as 台帳 held it when it was filed, and as it shall be; days as `YYYY-MM-DD`. */
export interface ContentChange {
  item: string;
  before: string;
  after: string;
}

/** What 内容 says. */
export interface NotificationContent {
  changes: readonly ContentChange[];
  note: string;
}

/** How a blank value is written. */
const BLANK = '（なし）';
/** Stands as it is: no mark of the notation in it, no blank at its ends. */
const PLAIN = /^[^：→「」\r\n]+$/;
const TOKEN = '「(?:[^」]|」」)*」|[^：→「」\\r\\n]+';
const LINE = new RegExp(`(${TOKEN})：(${TOKEN})(?: → (${TOKEN}))?(?:\\n|$)`, 'y');

/** 氏名：見本 花子 → 試作 花子, one line an item; 理由：… or 届出の内容：… below. A value with marks of the notation stands in 「」. */
export function writeContent(kind: NotificationKind, { changes, note }: NotificationContent): string {
  const lines = changes.map(
    ({ item, before, after }) => `${written(item)}：${written(before)} → ${written(after)}`,
  );
  const wordless = note === '' && !hasOnlyNote(kind);
  return [...lines, ...(wordless ? [] : [`${noteLabel(kind)}：${written(note)}`])].join('\n');
}

/** What 内容 of this kind says; undefined for anything `writeContent` would not write, so that nothing is guessed. */
export function readContent(kind: NotificationKind, text: string): NotificationContent | undefined {
  const changes: ContentChange[] = [];
  const notes: string[] = [];
  let at = 0;
  while (at < text.length) {
    LINE.lastIndex = at;
    const match = LINE.exec(text);
    if (!match) return undefined;
    const [line, item = '', first = '', second] = match;
    if (second !== undefined) changes.push({ item: read(item), before: read(first), after: read(second) });
    else if (read(item) === noteLabel(kind)) notes.push(read(first));
    else return undefined;
    at += line.length;
  }
  const content = { changes, note: notes[0] ?? '' };
  return fits(kind, content, notes.length) ? content : undefined;
}

function fits(kind: NotificationKind, { changes }: NotificationContent, notes: number): boolean {
  const items = changes.map(({ item }) => item);
  if (new Set(items).size < items.length || notes > 1) return false;
  if (hasOnlyNote(kind)) return items.length === 0 && notes === 1;
  return hasNote(kind) ? items.length + notes > 0 : items.length > 0 && notes === 0;
}

/** What the line without an arrow is called. */
export function noteLabel(kind: NotificationKind): string {
  return hasOnlyNote(kind) ? '理由' : '届出の内容';
}

function written(text: string): string {
  if (text === '') return BLANK;
  const plain = text !== BLANK && PLAIN.test(text) && text.trim() === text;
  return plain ? text : `「${text.replace(/」/g, '」」')}」`;
}

function read(token: string): string {
  if (token === BLANK) return '';
  return token.startsWith('「') ? token.slice(1, -1).replace(/」」/g, '」') : token;
}

/** What a 変更届 has come to; 処理中 = a status somebody typed, which counts as nothing until it is taken up. */
export type NotificationState = '申請中' | '差戻し' | '承認' | '不承認' | '取下げ' | '取消' | '処理中';

/** The two cells of a row that say so. */
export interface Standing {
  state: string;
  decidedAt: number | null;
}

const DECIDED: readonly string[] = ['差戻し', '承認', '不承認', '取下げ', '取消'];

/** A decision exists where 状態 and 確認日時 stand (product.md, Rules). */
export function standingOf({ state, decidedAt }: Standing): NotificationState {
  const stands = decidedAt === null ? state === '申請中' : DECIDED.includes(state);
  return stands ? (state as NotificationState) : '処理中';
}

/** Whether it still waits: for the office, or after 差戻し for the person. A status typed without 確認日時 ends nothing. */
export function isOpen(row: Standing): boolean {
  return row.decidedAt === null || standingOf(row) === '差戻し';
}

/** The kind a cell names; undefined for another word. */
export function kindNamed(text: string): NotificationKind | undefined {
  return NOTIFICATION_KINDS.find((kind) => kind === text);
}

/** What the approval of a kind makes of the person's 状態; undefined where it changes items only. */
export function stateAfter(
  kind: NotificationKind,
): { state: '登録抹消' | '休止'; stateReason: string } | undefined {
  if (kind === '登録辞退') return { state: '登録抹消', stateReason: '本人の辞退' };
  return kind === '休止' ? { state: '休止', stateReason: '本人の届出' } : undefined;
}
