/** Where each column of a tab stands, found by the header text in row 1. */
import { DomainError } from '../domain/errors';
import type { RawCell } from './cell';
import type { Tab } from './schema';

/** What row 1 of a tab says. */
export interface Headers {
  /** Column key → 1-based column number, for the columns of the schema. */
  readonly places: ReadonlyMap<string, number>;
  /** Every header text, first column first; `''` where there is none. */
  readonly texts: readonly string[];
}

/** Header texts are compared without blanks at either end. */
export function headerText(cell: RawCell | undefined): string {
  return cell === undefined ? '' : String(cell).trim();
}

/**
 * Finds the columns of a tab in its header row; columns of others are left alone.
 * Throws DomainError `HEADERS_BROKEN` with the tab and the header texts that are missing or stand twice.
 */
export function readHeaders(tab: Tab, row: readonly RawCell[]): Headers {
  const places = new Map<string, number[]>();
  row.forEach((cell, index) => {
    const header = headerText(cell);
    if (header !== '') places.set(header, [...(places.get(header) ?? []), index + 1]);
  });
  const map = new Map<string, number>();
  const missing: string[] = [];
  const twice: string[] = [];
  for (const [key, column] of Object.entries(tab.columns)) {
    const found = places.get(column.header) ?? [];
    if (found[0] === undefined) missing.push(column.header);
    else if (found.length > 1) twice.push(column.header);
    else map.set(key, found[0]);
  }
  if (missing.length > 0 || twice.length > 0) {
    throw new DomainError('HEADERS_BROKEN', {
      tab: tab.title,
      missing: missing.join('、'),
      twice: twice.join('、'),
    });
  }
  return { places: map, texts: row.map(headerText) };
}
