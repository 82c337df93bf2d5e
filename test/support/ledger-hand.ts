/** What a secretary does to 台帳 by hand, and what 台帳の点検 then says. */
import type { ControlClient } from '../../workspace/control/client';
import type { ChangeLine, MendResult, OfficeFinding } from '../../src/contract/office-ledger';
import { newKey, officeDay, valueOf, type Called, type Person } from './office-day';

/** Letters of a 0-based column. */
export function letters(index: number): string {
  const letter = (at: number) => String.fromCharCode(65 + at);
  return index < 26 ? letter(index) : letter(Math.floor(index / 26) - 1) + letter(index % 26);
}

/** The hand of one person of the office; the first of the staff unless told. */
export async function ledgerHand(control: ControlClient, who?: string) {
  const day = officeDay(control);
  const user = who ?? (await day.sample()).staff[0] ?? '';
  const path = (tab: string) => `/api/sheets/${encodeURIComponent(tab)}`;
  const display = async (tab = '台帳') => (await control.get<{ display: string[][] }>(path(tab))).display;

  /** 1-based row of a number; 0 if it stands nowhere. */
  const rowOf = async (number: string): Promise<number> => {
    const [headers = [], ...lines] = await display();
    const at = headers.indexOf('登録番号');
    const found = lines.findIndex((line) => line[at] === number);
    return found < 0 ? 0 : found + 2;
  };
  const column = async (header: string): Promise<string> =>
    letters(((await display())[0] ?? []).indexOf(header));
  const edit = (range: string, values: readonly (readonly string[])[], tab = '台帳') =>
    control.post(`${path(tab)}/edit`, { user, range, values });
  const reshape = (body: Record<string, unknown>, tab = '台帳') =>
    control.post(`${path(tab)}/rows`, { user, ...body });
  const call = (method: string, args: unknown = {}, key?: string): Promise<Called> =>
    control.post<Called>('/api/call', {
      page: 'sidebar',
      user,
      function: 'office',
      args: [{ method, args, ...(key === undefined ? {} : { key }) }],
    });
  const office = async <T>(method: string, args: unknown = {}, key?: string): Promise<T> =>
    valueOf<T>(await call(method, args, key));

  return {
    user,
    display,
    rowOf,
    column,
    edit,
    reshape,
    call,
    office,
    tabs: (body: Record<string, unknown>) => control.post('/api/tabs', { user, ...body }),
    /** Types into the cell of a person's row. */
    type: async (number: string, header: string, text: string) =>
      edit(`${await column(header)}${String(await rowOf(number))}`, [[text]]),
    /** Types a header of row 1. */
    head: async (header: string, text: string) => edit(`${await column(header)}1`, [[text]]),
    /** Lines of 変更履歴 about a number, as `項目:変更前→変更後（経路）`. */
    lines: async (number: string): Promise<string[]> =>
      (await day.rows('変更履歴'))
        .filter((row) => row['登録番号'] === number)
        .map(
          (row) =>
            `${String(row['項目'])}:${String(row['変更前'])}→${String(row['変更後'])}（${String(row['経路'])}）`,
        ),
    findings: async (): Promise<OfficeFinding[]> =>
      (await office<{ findings: OfficeFinding[] }>('findings')).findings,
    mend: (id: string, way: string, key = newKey()) =>
      office<{ result: MendResult; row: number }>('mendFinding', { id, way }, key),
    changes: (args: unknown = {}) => office<{ lines: ChangeLine[]; next: number | null }>('changes', args),
  };
}

export type LedgerHand = Awaited<ReturnType<typeof ledgerHand>>;

/** A Sunday morning with this many people in 台帳: the hand of a secretary, and one of the named people. */
export async function ledgerMorning(
  control: ControlClient,
  registrants: number,
  name: string,
): Promise<{ hand: LedgerHand; person: Person }> {
  await control.post('/api/reset', { scenario: 'sample', registrants, now: '2026-11-22T09:00:00+09:00' });
  return { hand: await ledgerHand(control), person: await officeDay(control).person(name) };
}
