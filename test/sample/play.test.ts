import { createAssociation } from '../../sample/association';
import { startTestWorkspace, testNow } from '../support/workspace';
import type { TestWorkspace } from '../support/workspace';

interface Table {
  values: unknown[][];
  display: string[][];
  formulas: string[][];
}

let workspace: TestWorkspace;
const table = (tab: string): Promise<Table> =>
  workspace.control.get(`/api/sheets/${encodeURIComponent(tab)}`);

beforeAll(async () => {
  // Any project will do: before 初期設定 none of its functions runs.
  workspace = await startTestWorkspace({ scenario: 'empty', dist: 'test/conformance' });
  await workspace.control.post('/api/reset', { scenario: 'sample', registrants: 150, setUp: false });
});

afterAll(() => workspace.close());

describe('the sample, played into a Workspace', () => {
  const association = createAssociation({ registrants: 150, now: testNow });

  it('leaves the tabs of the office and the named people', async () => {
    expect(await workspace.control.get('/api/sheets')).toEqual(['台帳', '行事一覧', '受講者名簿']);
    const { cases, owner } = await workspace.control.get<{ cases: unknown; owner: string }>('/api/sample');
    expect(cases).toEqual(association.cases);
    expect(owner).toBe('shokaishi@example.jp');
  });

  it('has typed every row; zeros in front stay, dates are dates, eras are text, nothing is a formula', async () => {
    const { values, formulas } = await table('台帳');
    expect(values).toHaveLength(151);
    expect(values.slice(1).map((row) => row[0])).toEqual(association.people.map(({ number }) => number));
    const births = values.slice(1).map((row) => row[3]);
    expect(births).toContainEqual({ date: '1963-04-01T00:00:00+09:00' });
    expect(births.filter((birth) => typeof birth === 'string' && /^昭和/.test(birth)).length).toBeGreaterThan(
      5,
    );
    expect(formulas.flat().filter((formula) => formula !== '')).toEqual([]);
    expect((await table('受講者名簿')).values).toHaveLength(association.attendance.length + 1);
    expect((await table('行事一覧')).values).toHaveLength(association.eventList.length + 1);
  });

  it('has the form of details.md and has sent nothing', async () => {
    const form = await workspace.control.get<{
      title: string;
      items: { title: string; type: string; required: boolean }[];
    }>('/api/form');
    expect(form.title).toBe('連絡先記入フォーム');
    expect(form.items.map(({ title, type, required }) => [title, type, required])).toEqual([
      ['登録番号', 'TEXT', true],
      ['氏名', 'TEXT', true],
      ['生年月日', 'DATE', true],
      ['メールアドレス', 'TEXT', true],
      ['メールアドレス（確認用）', 'TEXT', false],
      ['メールアドレスの種類', 'MULTIPLE_CHOICE', false],
    ]);
    expect(await workspace.control.get('/api/mail')).toEqual([]);
  });
});
