/** Mails that wait to be sent, in the order they leave. */
import type { NoticeKind } from '../../notices/kinds';
import { instantOfSerial } from '../../domain/fields/instant';
import { findExact } from '../../sheets/find';
import { columnRange } from '../../sheets/range';
import { readForDecision, readRanges } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { notices } from '../../sheets/schema';
import { publish } from '../../sheets/spreadsheet';

export type NoticeRow = ReadRow<typeof notices>;

/** Rows that are read in full: of more, those that leave first. */
const MOST = 200;

/** Somebody sits and waits for these. */
const FIRST: readonly string[] = ['パスワード', '確認コード', '登録番号のご案内'] satisfies NoticeKind[];

/** Rows of 通知 that wait for the machine; however many, those that leave first are among them. */
export function readWaiting(): NoticeRow[] {
  const waiting = findExact(notices, '送信待ち');
  const rows = waiting.length > MOST ? firstOf(waiting) : waiting;
  if (rows.length === 0) return [];
  const found = readForDecision([{ tab: notices, rows }]);
  return rows
    .map((row) => found.row(notices, row))
    .filter((row) => row.values.state === '送信待ち' && row.values.by !== '郵送');
}

/** When the next waiting notice is due (epoch ms); undefined if none waits. For a flag that got lost. */
export function earliestWaiting(): number | undefined {
  publish();
  return earliest(readWaiting());
}

/** When the first of these is due (epoch ms). */
export function earliest(rows: readonly NoticeRow[]): number | undefined {
  return rows.length === 0 ? undefined : Math.min(...rows.map((row) => row.values.dueAt ?? 0));
}

/** Whether somebody waits for such a mail. */
export function isUrgent(kind: string): boolean {
  return FIRST.includes(kind);
}

interface Turn {
  readonly kind: string;
  /** Epoch ms. */
  readonly dueAt: number | null;
}

/** What somebody waits for goes first, then in the order they are due. */
export function inOrder(rows: readonly NoticeRow[]): NoticeRow[] {
  return [...rows].sort((a, b) => before(a.values, b.values));
}

function before(a: Turn, b: Turn): number {
  const rank = ({ kind }: Turn) => (isUrgent(kind) ? 0 : 1);
  return rank(a) - rank(b) || (a.dueAt ?? 0) - (b.dueAt ?? 0);
}

/** By kind and time alone: a cohort's reminders wait by the thousand, and the password somebody asked for stands below them. */
function firstOf(rows: readonly number[]): number[] {
  const { places } = readForDecision([{ tab: notices }]).headers(notices);
  const from = Math.min(...rows);
  const column = (key: string) => columnRange(notices.title, places.get(key) ?? 1, from, Math.max(...rows));
  const [kinds = [], states = [], dues = [], ways = []] = readRanges(
    ['kind', 'state', 'dueAt', 'by'].map(column),
  );
  return rows
    .map((row) => {
      const [kind, state, due, by] = [kinds, states, dues, ways].map((lines) => lines[row - from]?.[0] ?? '');
      const dueAt = typeof due === 'number' ? instantOfSerial(due) : null;
      return { row, kind: String(kind), dueAt, isOurs: state === '送信待ち' && by !== '郵送' };
    })
    .filter(({ isOurs }) => isOurs)
    .sort(before)
    .slice(0, MOST)
    .map(({ row }) => row);
}
