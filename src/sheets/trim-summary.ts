/**
 * Which rows 要約 can spare when it grows too long: what is over and done. Periods and what still waits are what a renewal
 * goes by; without them somebody renewed would stand there as expired.
 */
import { attendance, certificates, notifications, points, renewals } from './schema';
import type { LastSeen, Summary } from './summary';

/** product.md, Tabs: 要約 */
const MOST_CHARACTERS = 20_000;
/** A cell holds 50,000: what waits is left out only before the commit would fail. */
const CELL_CHARACTERS = 45_000;
const OPEN: readonly string[] = ['', '申請中', '差戻し', '確認済'];
const FINISHED: readonly string[] = ['受領', '廃棄'];
/** What is shortest of use stands first. */
const BY_USE: readonly (readonly string[])[] = [
  [points.title, attendance.title],
  [notifications.title, certificates.title, renewals.title],
];

interface Spare {
  title: string;
  key: string;
}

/** The summary within 20,000 characters: decided ポイント and 受講履歴 go first, the oldest before the others. */
export function trimSummary(summary: Summary): Summary {
  if (JSON.stringify(summary).length <= MOST_CHARACTERS) return summary;
  const trimmed = without(summary, spareRows(summary, isOver), MOST_CHARACTERS);
  if (JSON.stringify(trimmed).length <= MOST_CHARACTERS) return trimmed;
  const quiet: Summary = { ...trimmed, notices: [] };
  return JSON.stringify(quiet).length <= CELL_CHARACTERS
    ? quiet
    : without(
        quiet,
        spareRows(quiet, () => true),
        CELL_CHARACTERS,
      );
}

/** Whether nothing is to be done about a row any more. */
export function isOver(title: string, cells: LastSeen): boolean {
  const state = String(cells[points.columns.state.header] ?? '').trim();
  if (title === attendance.title) return true;
  return title === certificates.title ? FINISHED.includes(state) : !OPEN.includes(state);
}

/** Rows that may go, in the order in which they go. */
function spareRows({ rows }: Summary, may: typeof isOver): Spare[] {
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
function without(summary: Summary, spare: readonly Spare[], most: number): Summary {
  const rows = Object.fromEntries(Object.entries(summary.rows).map(([title, own]) => [title, { ...own }]));
  const marked: Summary = { ...summary, rows, trimmed: true };
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
