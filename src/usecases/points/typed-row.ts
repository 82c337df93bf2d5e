/** What somebody typed into one row of ポイント since the system last saw it: decided, taken over, or put back. */
import { standingOf, type ApplicationState } from '../../domain/application-state';
import { isDay } from '../../domain/fields/date';
import { readJournal, strayHeaders } from '../../domain/journal';
import { now } from '../../platform/clock';
import { decodeCell, type RawCell } from '../../sheets/cell';
import { append, update, type RowAppend, type RowUpdate } from '../../sheets/commit';
import type { ReadRow } from '../../sheets/row';
import { history, points, type Column } from '../../sheets/schema';
import { withCells, withRow, type LastSeen, type Summary } from '../../sheets/summary';
import type { Numbering } from '../summary/numbering';
import { putBackRecord } from '../ledger/put-back';
import { refusedWord } from '../ledger/refused-word';
import type { Rules } from '../installation/rules';
import { inForce, isOlder, seenOf } from './in-force';
import { judgePoint, type PointDecision, type PointSkip, type PointWrite } from './judge-point';
import type { PointGround } from './point-ground';

type PointRow = ReadRow<typeof points>;

/** Who typed: the account, and the name for 確認者. */
export interface Typist {
  account: string;
  name: string;
}

export interface TypedRow {
  /** The decision the word in 状態 comes to. */
  write?: PointWrite | undefined;
  updates: RowUpdate[];
  appends: RowAppend[];
  summary: Summary;
}

const COLUMNS = new Map(
  Object.entries<Column>(points.columns).map(([key, column]) => [column.header, { key, kind: column.kind }]),
);
const { state: STATE, decidedAt, decidedBy, fixBy: FIX_BY } = points.columns;
/** Cells only a decision writes. */
const GUARDED: readonly string[] = [STATE, decidedAt, decidedBy, FIX_BY].map(({ header }) => header);

/** Undefined where the row is as the system last saw it. `summary`: 要約 of its person so far. */
export function typedRow(
  row: PointRow,
  summary: Summary,
  ground: PointGround,
  typist: Typist,
  rules: Rules,
  numbering: Numbering,
): TypedRow | undefined {
  const { receipt, number, reason, fixBy } = row.values;
  const seen = lastSeenOf(row, summary);
  const strays = strayHeaders(readJournal(ground.counters.values.lastSeen), points, receipt, {
    row: row.row,
    texts: row.headers.texts,
    cells: row.byHeader,
  });
  const differing = [...new Set([...Object.keys(seen), ...Object.keys(row.byHeader)])].filter(
    (header) => !strays.has(header) && !isSame(seen[header] ?? '', row.byHeader[header] ?? ''),
  );
  if (differing.length === 0) return undefined;
  const { values, wish } = inForce(row, summary);
  const { state } = standingOf(values);
  const isWish = differing.includes(STATE.header) && row.values.state !== '';
  // A word that is no decision is none the state may become.
  const wanted = { receipt, decision: wish as PointDecision, by: typist.name, reason, fixBy };
  const { write, skip } = isWish ? judgePoint(wanted, ground, rules) : {};
  const written = Object.keys(write?.set ?? {}).map((key) => points.columns[key as 'state'].header);
  const isDeadline = state === '差戻し' && isDay(fixBy) && !isWish;
  const isGuarded = (header: string) => GUARDED.includes(header) && !(isDeadline && header === FIX_BY.header);
  const back = write ? [] : differing.filter(isGuarded);
  const over = differing.filter((header) => !back.includes(header) && !written.includes(header));
  return {
    write,
    updates:
      back.length === 0
        ? []
        : [
            update(
              row,
              {},
              back.map((header) => ownCell(header, seen[header])),
            ),
          ],
    appends: [
      ...over.map((header) =>
        append(history, ground.found.headers(history), {
          ...{ change: numbering.change(), at: now(), number, item: `ポイント ${receipt}：${header}` },
          ...{ before: textOf(header, seen[header]), after: textOf(header, row.byHeader[header]) },
          ...{ by: typist.account, route: 'シート', receipt },
        }),
      ),
      ...(back.length === 0
        ? []
        : [putBackRecord(receipt, typist.account, putBackText(row, back, state, wish ?? '', skip), ground)]),
    ],
    summary:
      over.length === 0 ? summary : withRow(summary, points, receipt, withCells(seen, cellsOf(row, over))),
  };
}

/** A row left out of 要約 for room is as it stands, but for its word; of one a person made nothing is decided. */
function lastSeenOf(row: PointRow, summary: Summary): LastSeen {
  const older = isOlder(summary, row.values.receipt);
  return (
    seenOf(summary, row.values.receipt) ??
    (older ? { ...row.byHeader, [STATE.header]: standingOf(row.values).state } : { [STATE.header]: '申請中' })
  );
}

/** Serials of instants have seconds as fractions. */
function isSame(before: RawCell, after: RawCell): boolean {
  const close = typeof before === 'number' && typeof after === 'number' && Math.abs(before - after) < 1e-6;
  return close || before === after;
}

function ownCell(header: string, content: RawCell = '') {
  return { header, content, kind: COLUMNS.get(header)?.kind };
}

function cellsOf(row: PointRow, headers: readonly string[]): Record<string, RawCell> {
  return Object.fromEntries(headers.map((header) => [header, row.byHeader[header] ?? '']));
}

function textOf(header: string, content: RawCell | undefined): string {
  return String(decodeCell(content, COLUMNS.get(header)?.kind ?? 'text') ?? content ?? '');
}

const WHY: Readonly<Partial<Record<PointSkip, string>>> = {
  NO_REASON: '「理由」が空欄です。先に「理由」を入れてから、「状態」を入れてください',
  NO_EVIDENCE: '証明書類が届いていません。届いたら「証明書類の状態」を直してから、「状態」を入れてください',
  NO_POINTS: 'ポイントの数が決まりません。先に「承認ポイント」を入れてから、「状態」を入れてください',
  NO_PERSON: 'この登録番号の方が台帳に見つかりません。事務局画面の「台帳の点検」をご覧ください',
};

function putBackText(
  { byHeader }: PointRow,
  back: readonly string[],
  state: ApplicationState,
  wish: string,
  skip?: PointSkip,
): string {
  const cells = back.map((header) => `「${header}」の「${textOf(header, byHeader[header])}」`).join('、');
  const why =
    skip === undefined
      ? 'この欄は、事務局画面で決めると自動で入ります。決めるときは、事務局画面を使うか、「状態」に入れてください'
      : WHY[skip];
  const told = why === undefined ? refusedWord('ポイント', state, wish, false) : `${why}。`;
  return `${cells}を元に戻しました。${told}`;
}
