/** What `_要約` keeps of the rows of applications is what stands in their tabs, for everybody. */
import type { Allowed } from './invariants';
import { rawOf, rowsByKey, textOf, type Content, type Line, type State } from './state';

type Kept = Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;

const TABS = ['変更届', 'ポイント', '更新申請', '証書', '有効期間', '受講履歴'] as const;

/** Sentences on what does not agree, but for what a person typed or took away, and rows 操作記録 says cannot be put back. */
export function broken(
  after: State,
  { byHand, takenIn, typedIn }: Allowed,
  isTold: (title: string, key: string) => boolean,
): string[] {
  const kept = new Map(after.tab('_要約').rows.map((row) => [textOf(row['登録番号']), keptOf(row)] as const));
  return TABS.flatMap((title) => {
    const rows = rowsByKey(after, title);
    const edits = byHand.get(title);
    // 要約 knows a period by its 期.
    const within = (number: string, key: string) => (title === '有効期間' ? `${number} ${key}` : key);
    const differing = [...rows].flatMap(([key, row]) => {
      const number = textOf(row['登録番号']);
      const own = kept.get(number);
      if (key === '' || !own || edits?.get(key) === null || isTold(title, key)) return [];
      const cells = own[title]?.[title === '有効期間' ? textOf(row['期']) : key];
      if (!cells) return [`要約 of ${number} knows nothing of ${title} ${key}`];
      return Object.keys(row)
        .filter((header) => typedIn?.tab !== title || typedIn.header !== header)
        .filter((header) => !(header in (edits?.get(key) ?? {})) && !same(row[header] ?? '', cells[header]))
        .map(
          (header) =>
            `要約 has ${key} ${header} 「${String(cells[header])}」, ${title} 「${textOf(row[header])}」`,
        );
    });
    const gone = [...kept].flatMap(([number, own]) =>
      Object.keys(own[title] ?? {})
        .map((key) => within(number, key))
        .filter((key) => !rows.has(key) && takenIn !== title && edits?.get(key) !== null)
        .map((key) => `要約 of ${number} has ${title} ${key}, which stands nowhere`),
    );
    return [...differing, ...gone];
  });
}

function keptOf(row: Line): Record<string, Kept> {
  const summary = JSON.parse(textOf(row['要約']) || '{}') as { rows?: Record<string, Kept> };
  return summary.rows ?? {};
}

/** Serials of instants have seconds as fractions; blank cells are not kept. */
function same(content: Content, kept: string | number | boolean = ''): boolean {
  const raw = rawOf(content);
  return typeof raw === 'number' && typeof kept === 'number' ? Math.abs(raw - kept) < 1e-6 : raw === kept;
}
