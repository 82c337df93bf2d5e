/** 台帳 = the last 変更履歴 = 控え, for everybody. */
import type { Allowed } from './invariants';
import { column, rawOf, rowsByKey, textOf, type Content, type Line, type State } from './state';

/** Sentences on what does not agree. */
export function broken(before: State, after: State, allowed: Allowed): string[] {
  return [...explained(before, after, allowed), ...lastSeen(after, allowed)];
}

/** A line about a row of another tab (「ポイント P26-…：名称」) that a person has typed into. */
function isTypedRow(row: Line, { byHand }: Allowed): boolean {
  const [, title = '', key = ''] = /^(\S+) (\S+)：/.exec(textOf(row['項目'])) ?? [];
  return byHand.get(title)?.has(key) === true;
}

/** The lines of 変更履歴 lead from what was to what is, each once. */
function explained(before: State, after: State, allowed: Allowed): string[] {
  const { people: own, byHand } = allowed;
  const edits = byHand.get('台帳') ?? new Map<string, Line | null>();
  const known = new Set(column(before.tab('変更履歴').rows, '変更番号'));
  const fresh = after.tab('変更履歴').rows.filter((row) => !known.has(textOf(row['変更番号'])));
  const [was, now] = [rowsByKey(before, '台帳'), rowsByKey(after, '台帳')];
  const strangers = fresh.filter((row) => {
    const number = textOf(row['登録番号']);
    return !own.includes(number) && !edits.has(number) && !isTypedRow(row, allowed);
  });
  return [
    ...strangers.map((row) => `変更履歴 tells of ${textOf(row['登録番号'])}`),
    ...own.flatMap((number) => {
      const edit = edits.get(number);
      const [old, present] = [was.get(number), now.get(number)];
      if (edit === null || !old) return [];
      if (!present) return [`${number} is no longer in 台帳`];
      return Object.keys(old)
        .filter((header) => header !== '更新日時')
        .flatMap((header) => {
          const lines = fresh.filter((row) => row['登録番号'] === number && row['項目'] === header);
          return chain(`${number} ${header}`, lines, old[header], present[header], edit?.[header]);
        });
    }),
  ];
}

/** One cell: from what it was, line by line, to what it is; `typed`: what a person may have put there at any time. */
function chain(
  where: string,
  lines: readonly Line[],
  was: Content | undefined,
  is: Content | undefined,
  typed: Content | undefined,
): string[] {
  const problems: string[] = [];
  let current = textOf(was);
  for (const line of lines) {
    const [from, to] = [textOf(line['変更前']), textOf(line['変更後'])];
    if (from !== current && from !== textOf(typed))
      problems.push(`変更履歴 of ${where} goes from 「${from}」, was 「${current}」`);
    if (from === to) problems.push(`変更履歴 of ${where} changes nothing`);
    current = to;
  }
  const now = textOf(is);
  if (now !== current && !(typed !== undefined && now === textOf(typed)))
    problems.push(`${where} is 「${now}」, by 変更履歴 「${current}」`);
  return problems;
}

/** 控え is the row of 台帳, but for what a person typed and nobody has taken over yet. */
function lastSeen(after: State, { byHand }: Allowed): string[] {
  const now = rowsByKey(after, '台帳');
  return after.tab('_要約').rows.flatMap((row) => {
    const number = textOf(row['登録番号']);
    const [edit, present] = [byHand.get('台帳')?.get(number), now.get(number)];
    if (number === '（番号）' || edit === null) return [];
    if (!present) return [`${number} of _要約 is not in 台帳`];
    const kept = JSON.parse(textOf(row['控え'])) as Record<string, string | number | boolean>;
    return Object.keys({ ...present, ...kept })
      .filter((header) => !same(present[header] ?? '', kept[header] ?? ''))
      .filter((header) => !(edit && header in edit && textOf(present[header]) === textOf(edit[header])))
      .map(
        (header) =>
          `控え of ${number} has ${header} 「${String(kept[header])}」, 台帳 「${textOf(present[header])}」`,
      );
  });
}

/** Serials of instants have seconds as fractions. */
function same(content: Content, kept: string | number | boolean): boolean {
  const raw = rawOf(content);
  return typeof raw === 'number' && typeof kept === 'number' ? Math.abs(raw - kept) < 1e-6 : raw === kept;
}
