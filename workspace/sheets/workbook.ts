/** The spreadsheet: an immutable value. Whoever keeps a reference keeps what it was then. */
import { PlatformError } from '../engine/platform-error';
import { NotInWorkspace, ServiceError } from '../engine/service';
import type { Tab } from './tab';
import { newTab } from './tab';

export interface Workbook {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  /** People who may edit beside the owner. */
  readonly editors: readonly string[];
  /** IANA name; may differ from the script's. */
  readonly timeZone: string;
  /** E.g. `ja_JP`, the only one whose typed text is known here. */
  readonly locale: string;
  readonly tabs: readonly Tab[];
  /** Next free protection id and the like. */
  readonly nextId: number;
}

export interface NewWorkbook {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly editors?: readonly string[];
  readonly timeZone?: string;
  readonly locale?: string;
  /** Titles; the first gets id 0 as Google's first tab does. Default: one tab シート1. */
  readonly tabs?: readonly string[];
}

/** Cells one spreadsheet may have. */
export const MAX_CELLS = 10_000_000;

/** A spreadsheet with blank tabs of 1000 × 26. */
export function newWorkbook(options: NewWorkbook): Workbook {
  if (options.locale !== undefined && options.locale !== 'ja_JP')
    throw new NotInWorkspace(`locale ${options.locale}`);
  const titles = options.tabs === undefined || options.tabs.length === 0 ? ['シート1'] : options.tabs;
  return {
    id: options.id,
    title: options.title,
    owner: options.owner,
    editors: options.editors ?? [],
    timeZone: options.timeZone ?? 'Asia/Tokyo',
    locale: options.locale ?? 'ja_JP',
    tabs: titles.map((title, index) => newTab(index === 0 ? 0 : 1_000_000 + index * 7919, title)),
    nextId: 1,
  };
}

export function tabById(workbook: Workbook, id: number): Tab | undefined {
  return workbook.tabs.find((tab) => tab.id === id);
}

/** The tab of this title; Google compares exactly here, and case-insensitively for duplicates. */
export function tabByTitle(workbook: Workbook, title: string): Tab | undefined {
  return workbook.tabs.find((tab) => tab.title === title);
}

/** The workbook with one tab replaced by its changed self. */
export function withTab(workbook: Workbook, tab: Tab): Workbook {
  return { ...workbook, tabs: workbook.tabs.map((each) => (each.id === tab.id ? tab : each)) };
}

/** Throws Google's text if a tab of this title is there already. */
export function requireFreeTitle(workbook: Workbook, title: string, except?: number): void {
  const taken = workbook.tabs.some(
    (tab) => tab.id !== except && tab.title.toLowerCase() === title.toLowerCase(),
  );
  if (taken) throw new PlatformError('sheetExists', title);
}

/** Throws if the spreadsheet has become larger than Google allows. */
export function requireSize(workbook: Workbook): void {
  const cells = workbook.tabs.reduce((sum, tab) => sum + tab.rowCount * tab.columnCount, 0);
  if (cells > MAX_CELLS) {
    throw new PlatformError('tooManyCells');
  }
}

/** Puts a new tab at a 0-based place. */
export function insertTab(workbook: Workbook, tab: Tab, index: number): Workbook {
  const tabs = workbook.tabs.slice();
  tabs.splice(Math.max(0, Math.min(index, tabs.length)), 0, tab);
  const grown = { ...workbook, tabs };
  requireSize(grown);
  return grown;
}

/** Takes a tab away; the last one cannot go. */
export function removeTab(workbook: Workbook, id: number): Workbook {
  if (workbook.tabs.length === 1) throw new ServiceError("You can't remove all the sheets in a document.");
  return { ...workbook, tabs: workbook.tabs.filter((tab) => tab.id !== id) };
}
