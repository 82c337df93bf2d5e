/** Characters and types that have been lost in ledgers before: on every way in they stay what they were, or are told. */
import { admit } from '../support/admit';
import { ledgerMorning, type LedgerHand } from '../support/ledger-hand';
import { newKey, officeDay, valueOf, type OfficeDay, type Person } from '../support/office-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

let workspace: TestWorkspace;
let day: OfficeDay;
let hand: LedgerHand;
let person: Person;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  day = officeDay(workspace.control);
});
beforeEach(async () => {
  ({ hand, person } = await ledgerMorning(workspace.control, 40, 'noMail'));
});
afterAll(() => workspace.close());

/** What stands in the cell as stored, and whether it is a formula. */
async function cell(header: string): Promise<{ value: unknown; formula: string }> {
  const { values, formulas } = await workspace.control.get<{ values: unknown[][]; formulas: string[][] }>(
    `/api/sheets/${encodeURIComponent('台帳')}`,
  );
  const [row, column] = [(await hand.rowOf(person.number)) - 1, (values[0] ?? []).indexOf(header)];
  return { value: values[row]?.[column], formula: formulas[row]?.[column] ?? '' };
}

/** 控え of the person. */
async function seen(header: string): Promise<unknown> {
  const row = (await day.rows('_要約')).find((one) => one['登録番号'] === person.number);
  return (JSON.parse(row?.['控え'] ?? '{}') as Record<string, unknown>)[header];
}

async function token(): Promise<string> {
  return (await admit(day, person)).token;
}

/** The ways by which a text comes into a cell of 台帳. */
const ways: Record<string, (header: string, text: string) => Promise<unknown>> = {
  'through My Page': async (header, text) =>
    valueOf(
      await day.mypage(
        'changeLedger',
        { changes: { [header]: text } },
        { token: await token(), key: newKey() },
      ),
    ),
  'typed into the sheet': (header, text) => hand.type(person.number, header, text),
  'pasted over several rows': async (header, text) => {
    const column = await hand.column(header);
    const row = await hand.rowOf(person.number);
    await hand.edit(`${column}${String(row)}:${column}${String(row + 2)}`, [[text], [text], [text]]);
  },
};

const texts: [what: string, header: string, text: string][] = [
  ['leading zeros', '建物・部屋', '0012'],
  ['zeros of a telephone number', '電話番号', '03-0000-7011'],
  ['what looks like a day', '建物・部屋', '1-2'],
  ['a full-width equals sign', '事業所名', '＝cmd|calc'],
  ['variants of kanji', '住所', '髙﨑市濵德町1-1'],
  ['a kanji beyond the first plane', '部署', '𠮷野家担当'],
  ['width as typed', '部署', 'ＩＴ推進部ｶﾅ'],
];

describe.each(Object.entries(ways))('%s', (way, write) => {
  it.each(texts)('%s stay as they are, in the cell, in 控え and in 変更履歴', async (_, header, text) => {
    await write(header, text);
    await day.advance('PT6M');
    expect(await cell(header)).toEqual({ value: text, formula: '' });
    expect(await seen(header)).toBe(text);
    const route = way === 'through My Page' ? 'マイページ' : 'シート';
    expect(await hand.lines(person.number)).toContainEqual(
      expect.stringMatching(new RegExp(`→${text.replace(/[|]/g, '\\|')}（${route}）$`, 'u')),
    );
    expect(await hand.findings()).toEqual([]);
  });
});

it('=1+1 through My Page is text, and is no finding', async () => {
  await ways['through My Page']?.('事業所名', '=1+1');
  await hand.reshape({ action: 'sort', column: 3 });
  await day.advance('PT6M');
  expect(await cell('事業所名')).toEqual({ value: '=1+1', formula: '' });
  expect(await seen('事業所名')).toBe('=1+1');
  expect(await hand.findings()).toEqual([]);
});

it.each(['typed into the sheet', 'pasted over several rows'])('=1+1 %s is told as a formula', async (way) => {
  await ways[way]?.('認定日', '=1+1');
  expect(await cell('認定日')).toMatchObject({ formula: '=1+1' });
  expect((await hand.findings()).filter(({ key }) => key === person.number)).toEqual([
    expect.objectContaining({ kind: 'formula', item: '認定日', ways: ['value'] }),
  ]);
});

it.each(['typed into the sheet', 'pasted over several rows'])(
  'a day of the Japanese calendar %s stays text and is read as the day it is',
  async (way) => {
    const open = await token();
    await ways[way]?.('有効期間満了日', '令和12年4月1日');
    expect(await cell('有効期間満了日')).toEqual({ value: '令和12年4月1日', formula: '' });
    expect((await hand.findings()).filter(({ key }) => key === person.number)).toEqual([]);
    const { view } = valueOf<{ view: { validity: { end: string; daysLeft: number } } }>(
      await day.mypage('view', {}, { token: open }),
    );
    expect(view.validity).toMatchObject({ end: '令和12年4月1日（2030年）', daysLeft: 1226 });
  },
);

it.each(['typed into the sheet', 'pasted over several rows'])(
  'a day that is none %s is told, and My Page shows none',
  async (way) => {
    const open = await token();
    await ways[way]?.('有効期間満了日', '令和8年13月');
    expect((await hand.findings()).filter(({ key }) => key === person.number)).toEqual([
      expect.objectContaining({ kind: 'unfit', content: '令和8年13月' }),
    ]);
    const { view } = valueOf<{ view: { validity: { end: string; daysLeft: number | null } } }>(
      await day.mypage('view', {}, { token: open }),
    );
    expect(view.validity).toMatchObject({ end: '', daysLeft: null });
  },
);

it('a number pasted without its zeros is told', async () => {
  const row = await hand.rowOf(person.number);
  await hand.edit(`A${String(row)}`, [[String(Number(person.number))]]);
  expect(await hand.findings()).toEqual([
    expect.objectContaining({
      kind: 'renumbered',
      key: person.number,
      content: String(Number(person.number)),
    }),
  ]);
});
