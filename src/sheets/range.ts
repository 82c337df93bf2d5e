/** A1 texts of whole rows and single cells. */

/** Letters of a column, 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** A tab's title as A1 notation quotes it. */
export function quoted(title: string): string {
  return `'${title.replace(/'/g, "''")}'`;
}

/** Rows `from` to `to` (1-based, inclusive) of a tab. */
export function rowsRange(title: string, from: number, to: number = from): string {
  return `${quoted(title)}!${from}:${to}`;
}

/** Cells of one column, rows `from` to `to` (1-based, inclusive); `null`: to the end of the tab. */
export function columnRange(title: string, column: number, from: number, to: number | null = from): string {
  const letters = columnLetters(column);
  return `${quoted(title)}!${letters}${from}:${letters}${to ?? ''}`;
}

/** Cells of one column from a row on, to the end of the tab. */
export function openColumn(title: string, column: number, from: number): string {
  const letters = columnLetters(column);
  return `${quoted(title)}!${letters}${from}:${letters}`;
}
