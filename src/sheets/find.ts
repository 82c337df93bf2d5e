/** Finding rows by what stands in them: one TextFinder contact whatever the size of the tab. */
import { columnLetters } from './range';
import { requireSheet } from './spreadsheet';
import type { Tab } from './schema';

type Searched = Pick<Tab, 'title'>;

/** Rows of a tab (2 on) with a cell whose displayed text is exactly `text`, upper and lower case alike. */
export function findExact(tab: Searched, text: string): number[] {
  return text === '' ? [] : rowsOf(finder(tab, text).matchEntireCell(true));
}

/** Rows of a tab (2 on) with a cell whose displayed text contains `text`, upper and lower case alike. */
export function findContaining(tab: Searched, text: string): number[] {
  return text === '' ? [] : rowsOf(finder(tab, text));
}

/** Rows of a tab (2 on) with a cell that displays exactly one of the texts. */
export function findAny(tab: Searched, texts: readonly string[]): number[] {
  const wanted = texts.filter((text) => text !== '').map(escaped);
  return wanted.length === 0 ? [] : rowsOf(finder(tab, `^(${wanted.join('|')})$`).useRegularExpression(true));
}

/** The same, looking at one column (1-based) only, of a tab that has rows below its headers. */
export function findAnyInColumn(tab: Searched, column: number, texts: readonly string[]): number[] {
  const wanted = texts.filter((text) => text !== '').map(escaped);
  if (wanted.length === 0) return [];
  const letters = columnLetters(column);
  const range = requireSheet(tab).getRange(`${letters}2:${letters}`);
  return rowsOf(range.createTextFinder(`^(${wanted.join('|')})$`).useRegularExpression(true));
}

/** Rows of a tab (2 on) with a cell whose displayed text contains one of the texts. */
export function findContainingAny(tab: Searched, texts: readonly string[]): number[] {
  const wanted = texts.filter((text) => text !== '').map(escaped);
  return wanted.length === 0 ? [] : rowsOf(finder(tab, wanted.join('|')).useRegularExpression(true));
}

/** Rows of a tab (2 on) with a cell in which a mail address stands by itself, alone or among others, not as part of a longer one. */
export function findMail(tab: Searched, mail: string): number[] {
  const outside = "[^0-9a-z.!#$%&'*+/=?^_`{|}~@-]";
  const text = `(^|${outside})${escaped(mail)}(${outside}|$)`;
  return mail === '' ? [] : rowsOf(finder(tab, text).useRegularExpression(true));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function finder({ title }: Searched, text: string): GoogleAppsScript.Spreadsheet.TextFinder {
  return requireSheet({ title }).createTextFinder(text);
}

function rowsOf(search: GoogleAppsScript.Spreadsheet.TextFinder): number[] {
  const rows = new Set(search.findAll().map((range) => range.getRow()));
  return [...rows].filter((row) => row > 1);
}
