/** A tab on which commits write by index while somebody reshapes it, what the system remembers of it, and how it is reshaped. */
import fc from 'fast-check';
import type { JournalEntry } from '../../src/domain/journal';
import type { RowSeen } from '../../src/domain/known-rows';
import { judgeWrites, type Judgement } from '../../src/domain/misplaced-writes';

type Cell = string | number;
export type Line = Record<string, Cell>;

const HEADERS = ['受付番号', '登録番号', '行事名', '状態', '承認ポイント', '確認日時', '確認者', '備考'];
export const KEY = '受付番号';

/** Its rows, the journal of its writes, and the memory by key. */
export class Sheet {
  headers = [...HEADERS];
  lines: Cell[][];
  readonly memory = new Map<string, Line>();
  readonly entries: JournalEntry[] = [];
  private commits = 0;

  constructor(lines: readonly Line[]) {
    this.lines = lines.map((line) => HEADERS.map((header) => line[header] ?? ''));
    for (const line of lines) this.memory.set(String(line[KEY]), { ...line });
  }

  keys(): string[] {
    return this.lines
      .map((line) => String(line[this.headers.indexOf(KEY)] ?? ''))
      .filter((key) => key !== '');
  }

  line(key: string): Line {
    const place = this.headers.indexOf(KEY);
    const cells = this.lines.find((line) => line[place] === key) ?? [];
    const held = this.headers.map((header, at) => [header, cells[at] ?? ''] as const);
    return Object.fromEntries(held.filter(([header, content]) => header !== '' && content !== ''));
  }

  /** One commit that was decided on what stands there now; `meanwhile` is done by somebody before it is written. */
  commit(writes: readonly { key: string; set: Line }[], meanwhile: () => void = () => undefined): void {
    this.commits += 1;
    const place = this.headers.indexOf(KEY);
    const made = writes.flatMap(({ key, set }): JournalEntry[] => {
      const at = this.lines.findIndex((line) => line[place] === key);
      const cells = Object.entries(set)
        .map(([header, content]) => {
          const index = this.headers.indexOf(header);
          return { header, place: index + 1, before: this.lines[at]?.[index] ?? '', content };
        })
        .filter(({ before, content }) => before !== content);
      if (at < 0 || cells.length === 0) return [];
      return [{ commit: this.commits, tab: 'ポイント', key, number: key, row: at + 2, cells }];
    });
    meanwhile();
    for (const { key, row, cells } of made) {
      const line = (this.lines[row - 2] ??= this.headers.map(() => ''));
      for (const { place: at, content } of cells) line[at - 1] = content as Cell;
      const seen = this.memory.get(key) ?? {};
      for (const { header, content } of cells) seen[header] = content as Cell;
      this.memory.set(key, seen);
    }
    this.entries.push(...made);
  }

  rows(forgotten: readonly string[] = []): RowSeen[] {
    return this.lines.map((cells, at) => {
      const key = String(cells[this.headers.indexOf(KEY)] ?? '');
      const remembered = key === '' ? {} : forgotten.includes(key) ? undefined : (this.memory.get(key) ?? {});
      return { key, row: at + 2, texts: this.headers, cells, remembered };
    });
  }

  judge(forgotten: readonly string[] = []): Judgement {
    const judged = judgeWrites(this.entries, this.rows(forgotten));
    for (const { row, cells } of judged.corrections)
      for (const [place, content] of cells) (this.lines[row.row - 2] ?? [])[place - 1] = content as Cell;
    return judged;
  }

  insertRows(at: number, count: number): void {
    this.lines.splice(at, 0, ...Array.from({ length: count }, () => this.headers.map((): Cell => '')));
  }

  deleteRow(at: number): void {
    this.lines.splice(at, 1);
  }

  order(ranks: readonly number[]): void {
    const ranked = this.lines.map((line, at) => ({ line, rank: ranks[at % ranks.length] ?? 0, at }));
    this.lines = ranked.sort((a, b) => a.rank - b.rank || a.at - b.at).map(({ line }) => line);
  }

  moveColumn(from: number, to: number): void {
    const move = <T>(list: T[]): void => {
      const [one] = list.splice(from, 1);
      if (one !== undefined) list.splice(to, 0, one);
    };
    for (const list of [this.headers, ...this.lines]) move<Cell>(list);
  }

  insertColumn(at: number): void {
    this.headers.splice(at, 0, '');
    for (const line of this.lines) line.splice(at, 0, '');
  }
}

type Reshape = (sheet: Sheet) => void;

/** Most rows of a tab that is tried. */
export const TALL = 14;
/** Rows inserted or deleted. */
export const shifts: fc.Arbitrary<Reshape> = fc.oneof(
  fc.tuple(fc.nat({ max: TALL }), fc.integer({ min: 1, max: 3 })).map(
    ([at, count]): Reshape =>
      (sheet) =>
        sheet.insertRows(at, count),
  ),
  fc.nat({ max: TALL - 1 }).map(
    (at): Reshape =>
      (sheet) =>
        sheet.deleteRow(at),
  ),
);
/** The same, or a sort. */
export const rowMoves: fc.Arbitrary<Reshape> = fc.oneof(
  shifts,
  fc.array(fc.nat({ max: 99 }), { minLength: 5, maxLength: TALL }).map(
    (ranks): Reshape =>
      (sheet) =>
        sheet.order(ranks),
  ),
);
/** To the right of the key and of what tells whose row it is: those are looked up by the caller. */
const columnMoves: fc.Arbitrary<Reshape> = fc.oneof(
  fc.integer({ min: 2, max: 7 }).map(
    (at): Reshape =>
      (sheet) =>
        sheet.insertColumn(at),
  ),
  fc.tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 7 })).map(
    ([from, to]): Reshape =>
      (sheet) =>
        sheet.moveColumn(from, to),
  ),
);
/** Anything one hand does to rows or columns. */
export const reshape = fc.oneof(rowMoves, columnMoves);
