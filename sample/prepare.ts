/** What the owner does on the first day: 初期設定, the settings a person must type, 初期設定 again, 本番. */
import type { ControlClient } from '../workspace/control/client';
import { owner, ownerEntry, staff } from './accounts';
import { cellA1, tabPath } from './paste';
import type { Played } from './play';

/** A tab as a person sees it. */
interface Table {
  display: string[][];
}

/** Column (1-based) under this header. */
function columnOf(table: Table, tab: string, header: string): number {
  const column = (table.display[0] ?? []).indexOf(header) + 1;
  if (column === 0) throw new Error(`${tab} has no column ${header}.`);
  return column;
}

const cellText = (table: Table, row: number, column: number): string =>
  table.display[row - 1]?.[column - 1] ?? '';

async function typeCell(
  control: ControlClient,
  tab: string,
  row: number,
  column: number,
  text: string,
): Promise<void> {
  await control.post(`${tabPath(tab)}/edit`, { user: owner, range: cellA1(row, column), values: [[text]] });
}

/** Types values into 設定, each beside its 項目. */
async function typeSettings(
  control: ControlClient,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const table = await control.get<Table>(tabPath('設定'));
  const items = columnOf(table, '設定', '項目');
  const values = columnOf(table, '設定', '値');
  for (const [item, value] of Object.entries(settings)) {
    const row = table.display.findIndex((cells) => cells[items - 1] === item) + 1;
    if (row === 0) throw new Error(`設定 has no row ${item}.`);
    await typeCell(control, '設定', row, values, value);
  }
}

/** Writes everybody of the office into 担当者 whose account is not there yet. */
async function typeStaff(control: ControlClient, since: string): Promise<void> {
  const tab = '担当者';
  const table = await control.get<Table>(tabPath(tab));
  const accounts = columnOf(table, tab, 'Googleアカウント');
  let free = table.display.length + 1;
  while (free > 2 && cellText(table, free - 1, accounts) === '') free--;
  for (const { name, account, role } of [ownerEntry, ...staff]) {
    const known = table.display.findIndex((cells) => cells[accounts - 1] === account) + 1;
    const row = known > 0 ? known : free++;
    const entry = { 氏名: name, Googleアカウント: account, 役割: role, 開始日: since };
    for (const [header, text] of Object.entries(entry)) {
      const column = columnOf(table, tab, header);
      if (cellText(table, row, column) === '') await typeCell(control, tab, row, column, text);
    }
  }
}

/** Runs a menu item as the owner; what went wrong in it becomes an error here. */
async function runMenu(control: ControlClient, item: string): Promise<void> {
  await control.post('/api/menu', { user: owner, item });
}

/** Takes the association from the day before us to 本番, through the menu and the tabs as its owner would. */
export async function prepare(
  control: ControlClient,
  played: Pick<Played, 'formUrl'>,
  home: string,
): Promise<void> {
  await runMenu(control, '初期設定');
  await typeSettings(control, {
    フォームURL: played.formUrl,
    案内ページURL: home,
    事務局名: '職業紹介士事務局（見本）',
    担当者名: staff[0].name.replace('　', ' '),
    電話: '03-0000-0000',
    受付時間: '平日9:00～17:00',
    メール: owner,
  });
  await typeStaff(control, '2024/10/1');
  await runMenu(control, '初期設定');
  await startProduction(control);
  // The owner closes what the menu has shown and opens the spreadsheet again.
  await control.post('/api/open', { user: owner });
}

interface CallAnswer {
  ok: boolean;
  value?: { ok: boolean; code?: string };
  error?: { name: string; message: string };
}

async function startProduction(control: ControlClient): Promise<void> {
  const answer = await control.post<CallAnswer>('/api/call', {
    page: 'sidebar',
    user: owner,
    function: 'office',
    args: [{ method: 'startProduction', args: {} }],
  });
  if (!answer.ok) throw new Error(`本番 could not be started: ${answer.error?.message ?? 'no reason given'}`);
  if (answer.value?.ok !== true)
    throw new Error(`本番 was refused: ${answer.value?.code ?? 'no code given'}`);
}
