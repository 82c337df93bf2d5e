/** 初期設定 on the association as it was before us: everything is taken over or listed, and running it again changes nothing. */
import { createAssociation } from '../../sample/association';
import { allTabs } from '../../src/sheets/schema';
import { rowsOf, type FirstDay, type Report } from '../support/first-day';
import { setupScene } from '../support/setup-scene';
import { testNow } from '../support/workspace';

const scene = setupScene();
const { before } = scene;

describe('初期設定 on the old 台帳', () => {
  const association = createAssociation({ registrants: 300, now: testNow });
  let report: Report;
  let old: Awaited<ReturnType<FirstDay['table']>>;

  beforeAll(async () => {
    await before(300);
    old = await scene.day.table('台帳');
    report = await scene.day.setUp();
  });

  it('makes the tabs of product.md in front of the tabs of the office, and keeps the old ledger untouched', async () => {
    expect(await scene.workspace.control.get('/api/sheets')).toEqual([
      ...allTabs.map(({ title }) => title),
      '旧台帳',
      '行事一覧',
      '受講者名簿',
    ]);
    expect(await scene.day.table('旧台帳')).toEqual(old);
    for (const tab of allTabs) {
      const [headers] = (await scene.day.table(tab.title)).values;
      expect(headers).toEqual(Object.values(tab.columns).map(({ header }) => header));
    }
  });

  it('takes everybody over or lists the row, names to the byte', async () => {
    const taken = new Map(rowsOf(await scene.day.table('台帳')).map((row) => [row['登録番号'], row]));
    const listed = new Set(report.problems.map(({ row }) => row));
    const oldRows = rowsOf(old);
    expect(oldRows).toHaveLength(300);
    oldRows.forEach((row, index) => {
      const now = taken.get(row['番号'] ?? '');
      if (!now) expect(listed).toContain(index + 2);
      else expect(now['氏名']).toBe(row['お名前']);
    });
    expect(taken.size).toBe(300);
    expect(report.done.join()).toContain('300名');
  });

  it('stores days as days, フリガナ in full-width katakana, texts as texts', async () => {
    const { values } = await scene.day.table('台帳');
    const [headers = [], ...rows] = values as (string | { date: string })[][];
    const at = (header: string) => headers.indexOf(header);
    rows.forEach((row, index) => {
      const person = association.people[index];
      expect(row[at('フリガナ')]).toMatch(/^[ァ-ヺー　]+$/);
      const birth = row[at('生年月日')];
      if (birth !== '' && typeof birth === 'object') expect(birth.date.slice(0, 10)).toBe(person?.birthDate);
      expect(typeof row[at('登録番号')]).toBe('string');
      expect(row[at('登録番号')]).toBe(person?.number);
    });
  });

  it('lists each cell it could not read with its row, and only those', () => {
    expect(report.problems.length).toBeGreaterThan(5);
    const readings = association.ledger.flatMap((row, index) =>
      row.some((cell) => cell === '同上' || cell === '不明' || cell === '要確認' || /末$/.test(cell))
        ? [index + 2]
        : [],
    );
    expect([...new Set(report.problems.map(({ row }) => row))]).toEqual(readings);
  });

  it('gives everybody a login row, a summary row and a period', async () => {
    const numbers = (await scene.day.table('台帳')).values.slice(1).map(([number]) => number);
    expect((await scene.day.table('_認証')).values.slice(1).map(([number]) => number)).toEqual(numbers);
    expect((await scene.day.table('_要約')).values.slice(2).map(([number]) => number)).toEqual(numbers);
    const ledger = rowsOf(await scene.day.table('台帳'));
    const periods = rowsOf(await scene.day.table('有効期間'));
    expect(periods.map((row) => [row['登録番号'], row['満了日']])).toEqual(
      ledger
        .filter((row) => row['有効期間満了日'] !== '')
        .map((row) => [row['登録番号'], row['有効期間満了日']]),
    );
  });

  it('says which column has no place, and keeps the mapping in 設定', async () => {
    expect(report.todo.join('\n')).toContain('許可番号');
    const mapping = rowsOf(await scene.day.table('設定')).find((row) => row['項目'] === '旧台帳の列の対応')?.[
      '値'
    ];
    expect(mapping).toContain('お名前＝氏名');
    expect(mapping).toContain('許可番号＝（使わない）');
  });

  it('says what a person must still do', () => {
    const todo = report.todo.join('\n');
    for (const word of ['フォームURL', '案内ページURL', '担当者', '本番に切り替える'])
      expect(todo).toContain(word);
  });

  it('sends nothing and installs each trigger once, as the owner', async () => {
    expect(await scene.office.mails()).toEqual([]);
    const owner = await scene.day.owner();
    const triggers = await scene.day.triggers();
    expect(triggers.map((one) => [one.handler, one.owner]).sort()).toEqual([
      ['onSheetChanged', owner],
      ['onSheetEdited', owner],
      ['runDaily', owner],
      ['runEveryFiveMinutes', owner],
      ['runEveryMinute', owner],
    ]);
  });

  it('raises no alarm in the sidebar right afterwards', async () => {
    const called = await scene.office.office(await scene.day.owner(), 'home');
    expect(JSON.stringify(called)).not.toContain('動いていません');
    expect(called).toMatchObject({ ok: true, value: { ok: true, value: { mode: '準備', findings: [] } } });
  });

  it('run again, it changes no tab and no trigger, and says so', async () => {
    const [state, triggers, log] = [
      await scene.day.state(),
      await scene.day.triggers(),
      await scene.day.table('操作記録'),
    ];
    const again = await scene.day.setUp();
    expect(await scene.day.state()).toEqual(state);
    expect((await scene.day.triggers()).map(({ uid }) => uid)).toEqual(triggers.map(({ uid }) => uid));
    expect(await scene.day.table('操作記録')).toEqual(log);
    expect(again.done).toEqual(['新しく変えたところはありません。前に行った初期設定のままです。']);
    expect(again.problems).toEqual(report.problems);
  });

  it('no longer lists a cell that somebody has filled in', async () => {
    const listed = report.problems.find(({ text }) => text.startsWith('生年月日'));
    const row = Number(listed?.row);
    await scene.day.edit('台帳', `D${String(row)}`, '1960/1/2');
    const again = await scene.day.setUp();
    expect(again.problems).toEqual(report.problems.filter((one) => one !== listed));
  });
});

describe('the tabs 初期設定 makes', () => {
  beforeAll(async () => {
    await before(40);
    await scene.day.setUp();
  });

  it('take what is typed as what the column holds', async () => {
    const [secretary = ''] = (await scene.office.sample()).staff;
    await scene.day.edit('台帳', 'A50', '00123', secretary);
    await scene.day.edit('台帳', 'D50', '1960/1/2', secretary);
    await scene.day.edit('台帳', 'H50', '0312345678', secretary);
    const row = (await scene.day.table('台帳')).values[49] ?? [];
    expect([row[0], row[3], row[7]]).toEqual(['00123', { date: '1960-01-02T00:00:00+09:00' }, '0312345678']);
  });

  it('let the secretaries write everywhere but into _認証', async () => {
    const [secretary = ''] = (await scene.office.sample()).staff;
    for (const tab of allTabs.filter(({ title }) => title !== '_認証')) {
      await scene.day.edit(tab.title, 'A60', 'x', secretary);
    }
    await expect(scene.day.edit('_認証', 'B2', 'x', secretary)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('protected') as string,
    });
  });
});

describe('初期設定 is refused', () => {
  it('to a secretary, before anything is there and afterwards, with a sentence', async () => {
    await before(40);
    const { owner, staff } = await scene.office.sample();
    const state = await scene.day.state();
    for (const secretary of staff) {
      const { view, facts } = await scene.day.menu('初期設定', secretary);
      expect(view).toBe('message');
      expect(facts.text).toBe(`この操作は、管理者（${owner}）のアカウントで行ってください。`);
    }
    expect(await scene.day.state()).toEqual(state);
    expect(await scene.day.triggers()).toEqual([]);
    await scene.day.setUp();
    const { facts } = await scene.day.menu('初期設定', staff[0]);
    expect(facts.text).toContain(owner);
  });
});
