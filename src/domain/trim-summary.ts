/**
 * Which rows 要約 can spare when it grows too long: what is over and done. Periods and what still waits are what a renewal
 * goes by; without them somebody renewed would stand there as expired.
 */

type Cells = Readonly<Record<string, unknown>>;

/** What is read of 要約: tab title → key of the row → its cells by header. */
export interface Trimmable {
  notices: unknown[];
  rows: Record<string, Record<string, Cells>>;
  trimmed?: true;
}

/** product.md, Tabs: 要約 */
const MOST_CHARACTERS = 20_000;
/** A cell holds 50,000: what waits is left out only before the commit would fail. */
const CELL_CHARACTERS = 45_000;
const OPEN: readonly string[] = ['', '申請中', '差戻し', '確認済'];
const FINISHED: readonly string[] = ['受領', '廃棄'];
/** What is shortest of use stands first. */
const BY_USE: readonly (readonly string[])[] = [
  ['ポイント', '受講履歴'],
  ['変更届', '証書', '更新申請'],
];

interface Spare {
  title: string;
  key: string;
}

/** The summary within 20,000 characters: decided ポイント and 受講履歴 go first, the oldest before the others. */
export function trimSummary<S extends Trimmable>(summary: S): S {
  if (JSON.stringify(summary).length <= MOST_CHARACTERS) return summary;
  const trimmed = without(summary, spareRows(summary, isOver), MOST_CHARACTERS);
  if (JSON.stringify(trimmed).length <= MOST_CHARACTERS) return trimmed;
  const quiet: S = { ...trimmed, notices: [] };
  return JSON.stringify(quiet).length <= CELL_CHARACTERS
    ? quiet
    : without(
        quiet,
        spareRows(quiet, () => true),
        CELL_CHARACTERS,
      );
}

/** Whether nothing is to be done about a row any more. */
export function isOver(title: string, cells: Cells): boolean {
  const state = (typeof cells['状態'] === 'string' ? cells['状態'] : '').trim();
  if (title === '受講履歴') return true;
  return title === '証書' ? FINISHED.includes(state) : !OPEN.includes(state);
}

/** Rows that may go, in the order in which they go. */
function spareRows({ rows }: Trimmable, may: typeof isOver): Spare[] {
  return BY_USE.flatMap((titles) =>
    titles
      .flatMap((title) =>
        Object.entries(rows[title] ?? {}).flatMap(([key, cells]) =>
          may(title, cells) ? [{ title, key }] : [],
        ),
      )
      // The first letter tells the kind; the year and the number follow.
      .sort((a, b) => (a.key.slice(1) < b.key.slice(1) ? -1 : 1)),
  );
}

/** As many of these rows left out, from the first on, as it takes to come down to a length. */
function without<S extends Trimmable>(summary: S, spare: readonly Spare[], most: number): S {
  const rows = Object.fromEntries(Object.entries(summary.rows).map(([title, own]) => [title, { ...own }]));
  const marked: S = { ...summary, rows, trimmed: true };
  let length = JSON.stringify(marked).length;
  for (const { title, key } of spare) {
    if (length <= most) break;
    const { [key]: cells, ...kept } = rows[title] ?? {};
    const comma = Object.keys(kept).length > 0 ? 1 : 0;
    length -= JSON.stringify(key).length + 1 + JSON.stringify(cells).length + comma;
    rows[title] = kept;
  }
  return marked;
}
