/** Tabs as they lie there: values, formulas, and where a cell stands. */
import type { ControlClient } from '../../../workspace/control/client';

export interface TabContents {
  values: unknown[][];
  display: string[][];
  formulas: string[][];
}

/** One tab, hidden ones too. */
export function readTab(control: ControlClient, tab: string): Promise<TabContents> {
  return control.get(`/api/sheets/${encodeURIComponent(tab)}`);
}

/** Every tab by its name. */
export async function readTabs(control: ControlClient): Promise<Record<string, TabContents>> {
  const tabs: Record<string, TabContents> = {};
  for (const tab of await control.get<string[]>('/api/sheets')) tabs[tab] = await readTab(control, tab);
  return tabs;
}

/** Tabs with a cell that holds a formula. */
export async function tabsWithFormulas(control: ControlClient): Promise<string[]> {
  const tabs = await readTabs(control);
  return Object.entries(tabs)
    .filter(([, { formulas }]) => formulas.flat().some((formula) => formula !== ''))
    .map(([tab]) => tab);
}

/** The A1 address of a cell: the first row in which `key` stands under `keyHeader`, the column of `header`. */
export async function cellOf(
  control: ControlClient,
  tab: string,
  [keyHeader, key]: readonly [string, string],
  header: string,
): Promise<string> {
  const { display } = await readTab(control, tab);
  const [headers = [], ...lines] = display;
  const row = lines.findIndex((line) => line[headers.indexOf(keyHeader)] === key);
  const column = headers.indexOf(header);
  if (row < 0 || column < 0) throw new Error(`${tab} has no cell ${header} of ${key}.`);
  const letters = column < 26 ? letter(column) : letter(Math.floor(column / 26) - 1) + letter(column % 26);
  return `${letters}${String(row + 2)}`;
}

function letter(index: number): string {
  return String.fromCharCode(65 + index);
}

/** A person types into one cell. */
export function type(
  control: ControlClient,
  user: string,
  tab: string,
  range: string,
  text: string,
): Promise<unknown> {
  return control.post(`/api/sheets/${encodeURIComponent(tab)}/edit`, { user, range, values: [[text]] });
}
