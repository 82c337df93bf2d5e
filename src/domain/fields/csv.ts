/**
 * Reads a table as text (RFC 4180, and what Excel and people make of it): comma, semicolon or tab, quotes with doubled quotes
 * inside, line breaks within quotes, any newline, a byte-order mark. Rows may differ in length; empty lines at the end are
 * dropped. Undefined if a quote is never closed: then nobody can say where the rows end.
 */
export function parseCsv(text: string): string[][] | undefined {
  const body = text.replace(/^\ufeff/, '');
  const separator = separatorOf(body);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= body.length) {
    const quoted = body.charAt(at) === '"';
    const end = quoted ? closingQuote(body, at + 1) : at;
    if (end < 0) return undefined;
    const stop = nextEnd(body, quoted ? end + 1 : at, separator);
    const inside = quoted ? body.slice(at + 1, end).replace(/""/g, '"') : '';
    // What stands behind a closed quote belongs to the cell: "a"b is ab.
    row.push(inside + body.slice(quoted ? end + 1 : at, stop));
    at = stop + 1;
    if (body.charAt(stop) === separator) continue;
    if (body.slice(stop, stop + 2) === '\r\n') at++;
    rows.push(row);
    row = [];
  }
  while (rows[rows.length - 1]?.every((cell) => cell.trim() === '')) rows.pop();
  return rows;
}

/** Characters at the beginning that tell the separator: a title may stand above the headers. */
const BEGINNING = 4000;

/** The one that stands most often in one of the first lines outside quotes; a tab goes first. */
function separatorOf(body: string): string {
  const lines = body
    .slice(0, BEGINNING)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/[\r\n]+/);
  const count = (separator: string) => Math.max(...lines.map((line) => line.split(separator).length));
  return ['\t', ',', ';'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

function closingQuote(body: string, from: number): number {
  let at = body.indexOf('"', from);
  while (at >= 0 && body.charAt(at + 1) === '"') at = body.indexOf('"', at + 2);
  return at;
}

function nextEnd(body: string, from: number, separator: string): number {
  let at = from;
  while (at < body.length && ![separator, '\n', '\r'].includes(body.charAt(at))) at++;
  return at;
}
