/** 初期設定 on the association as it was before us: everything is taken over or listed, and running it again changes nothing. */
import { createAssociation } from '../../sample/association';
import { allTabs } from '../../src/sheets/schema';
import { firstDay, rowsOf, type FirstDay, type Report } from '../support/first-day';
import { officeDay, type OfficeDay } from '../support/office-day';
import { startTestWorkspace, testNow, type TestWorkspace } from '../support/workspace';

let workspace: TestWorkspace;
let day: FirstDay;
let office: OfficeDay;

const before = (registrants: number) =>
  workspace.control.post('/api/reset', { scenario: 'sample', setUp: false, registrants, now: testNow });

beforeAll(async () => {
  workspace = await startTestWorkspace({ scenario: 'empty' });
  day = firstDay(workspace.control);
  office = officeDay(workspace.control);
});
afterAll(() => workspace.close());

describe('初期設定 on the old 台帳', () => {
  const association = createAssociation({ registrants: 300, now: testNow });
  let report: Report;
  let old: Awaited<ReturnType<FirstDay['table']>>;

  beforeAll(async () => {
    await before(300);
    old = await day.table('台帳');
    report = await day.setUp();
  });

  it('makes the tabs of product.md in front of the tabs of the office, and keeps the old ledger untouched', async () => {
    expect(await workspace.control.get('/api/sheets')).toEqual([
      ...allTabs.map(({ title }) => title),
      '旧台帳',
      '行事一覧',
      '受講者名簿',
    ]);
    expect(await day.table('旧台帳')).toEqual(old);
    for (const tab of allTabs) {
      const [headers] = (await day.table(tab.title)).values;
      expect(headers).toEqual(Object.values(tab.columns).map(({ header }) => header));
    }
  });

  it('takes everybody over or lists the row, names to the byte', async () => {
    const taken = new Map(rowsOf(await day.table('台帳')).map((row) => [row['登録番号'], row]));
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
    const { values } = await day.table('台帳');
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
    const numbers = (await day.table('台帳')).values.slice(1).map(([number]) => number);
    expect((await day.table('_認証')).values.slice(1).map(([number]) => number)).toEqual(numbers);
    expect((await day.table('_要約')).values.slice(2).map(([number]) => number)).toEqual(numbers);
    const ledger = rowsOf(await day.table('台帳'));
    const periods = rowsOf(await day.table('有効期間'));
    expect(periods.map((row) => [row['登録番号'], row['満了日']])).toEqual(
      ledger
        .filter((row) => row['有効期間満了日'] !== '')
        .map((row) => [row['登録番号'], row['有効期間満了日']]),
    );
  });

  it('says which column has no place, and keeps the mapping in 設定', async () => {
    expect(report.todo.join('\n')).toContain('許可番号');
    const mapping = rowsOf(await day.table('設定')).find((row) => row['項目'] === '旧台帳の列の対応')?.['値'];
    expect(mapping).toContain('お名前＝氏名');
    expect(mapping).toContain('許可番号＝（使わない）');
  });

  it('says what a person must still do', () => {
    const todo = report.todo.join('\n');
    for (const word of ['フォームURL', '案内ページURL', '担当者', '本番に切り替える'])
      expect(todo).toContain(word);
  });

  it('sends nothing and installs each trigger once, as the owner', async () => {
    expect(await office.mails()).toEqual([]);
    const owner = await day.owner();
    const triggers = await day.triggers();
    expect(triggers.map((one) => [one.handler, one.owner]).sort()).toEqual([
      ['onSheetChanged', owner],
      ['onSheetEdited', owner],
      ['runDaily', owner],
      ['runEveryFiveMinutes', owner],
      ['runEveryMinute', owner],
    ]);
  });

  it('raises no alarm in the sidebar right afterwards', async () => {
    const called = await office.office(await day.owner(), 'home');
    expect(JSON.stringify(called)).not.toContain('動いていません');
    expect(called).toMatchObject({ ok: true, value: { ok: true, value: { mode: '準備', findings: [] } } });
  });

  it('run again, it changes no tab and no trigger, and says so', async () => {
    const [state, triggers, log] = [await day.state(), await day.triggers(), await day.table('操作記録')];
    const again = await day.setUp();
    expect(await day.state()).toEqual(state);
    expect((await day.triggers()).map(({ uid }) => uid)).toEqual(triggers.map(({ uid }) => uid));
    expect(await day.table('操作記録')).toEqual(log);
    expect(again.done).toEqual(['新しく変えたところはありません。前に行った初期設定のままです。']);
    expect(again.problems).toEqual(report.problems);
  });

  it('no longer lists a cell that somebody has filled in', async () => {
    const listed = report.problems.find(({ text }) => text.startsWith('生年月日'));
    const row = Number(listed?.row);
    await day.edit('台帳', `D${String(row)}`, '1960/1/2');
    const again = await day.setUp();
    expect(again.problems).toEqual(report.problems.filter((one) => one !== listed));
  });
});

describe('the tabs 初期設定 makes', () => {
  beforeAll(async () => {
    await before(40);
    await day.setUp();
  });

  it('take what is typed as what the column holds', async () => {
    const [secretary = ''] = (await office.sample()).staff;
    await day.edit('台帳', 'A50', '00123', secretary);
    await day.edit('台帳', 'D50', '1960/1/2', secretary);
    await day.edit('台帳', 'H50', '0312345678', secretary);
    const row = (await day.table('台帳')).values[49] ?? [];
    expect([row[0], row[3], row[7]]).toEqual(['00123', { date: '1960-01-02T00:00:00+09:00' }, '0312345678']);
  });

  it('let the secretaries write everywhere but into _認証', async () => {
    const [secretary = ''] = (await office.sample()).staff;
    for (const tab of allTabs.filter(({ title }) => title !== '_認証')) {
      await day.edit(tab.title, 'A60', 'x', secretary);
    }
    await expect(day.edit('_認証', 'B2', 'x', secretary)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('protected') as string,
    });
  });
});

describe('a correction of 「旧台帳の列の対応」', () => {
  let first: Report;
  const cell = async (number: string, header: string) => (await office.ledger(number))?.[header];
  const mapping = async () =>
    rowsOf(await day.table('設定')).find((row) => row['項目'] === '旧台帳の列の対応')?.['値'] ?? '';

  beforeEach(async () => {
    await before(40);
    first = await day.setUp();
  });

  it('fills in the column at the next run, for everybody, once', async () => {
    const old = rowsOf(await day.table('旧台帳'));
    const licensed = old.filter((row) => row['許可番号'] !== '' && row['備考'] === '');
    const [one] = licensed;
    const number = one?.['番号'] ?? '';
    expect(licensed.length).toBeGreaterThan(3);
    await day.set('旧台帳の列の対応', (await mapping()).replace('許可番号＝（使わない）', '許可番号＝備考'));
    const report = await day.setUp();
    expect(report.done.join()).toContain('列の対応が直された');
    expect(await cell(number, '備考')).toBe(one?.['許可番号']);
    const history = (await office.rows('変更履歴')).filter((row) => row['登録番号'] === number);
    expect(history).toEqual([
      expect.objectContaining({ 項目: '備考', 変更前: '', 変更後: one?.['許可番号'], 経路: '取込' }),
    ]);
    const state = await day.state();
    expect((await day.setUp()).done).toEqual([expect.stringContaining('新しく変えたところはありません')]);
    expect(await day.state()).toEqual(state);
  });

  it('leaves alone what somebody has changed in 台帳 since', async () => {
    const [one] = rowsOf(await day.table('旧台帳')).filter((row) => row['TEL'] !== '' && row['携帯'] !== '');
    const number = one?.['番号'] ?? '';
    const row = (await day.table('台帳')).values.findIndex(([value]) => value === number) + 1;
    await day.edit('台帳', `H${String(row)}`, '03-9999-9999');
    await day.set(
      '旧台帳の列の対応',
      (await mapping())
        .replace('TEL＝電話番号', 'TEL＝（使わない）')
        .replace('携帯＝携帯電話番号', '携帯＝電話番号'),
    );
    await day.setUp();
    expect(await cell(number, '電話番号')).toBe('03-9999-9999');
    expect(await cell(number, '携帯電話番号')).toBe('');
  });

  it('moves a wrong 満了日 out of 有効期間 too', async () => {
    await day.set(
      '旧台帳の列の対応',
      (await mapping()).replace('有効期限＝有効期間満了日', '有効期限＝（使わない）'),
    );
    await day.setUp();
    expect(rowsOf(await day.table('有効期間')).every((row) => row['満了日'] === '')).toBe(true);
    await day.set(
      '旧台帳の列の対応',
      (await mapping()).replace('有効期限＝（使わない）', '有効期限＝有効期間満了日'),
    );
    await day.setUp();
    const periods = rowsOf(await day.table('有効期間'));
    const ends = new Map(
      rowsOf(await day.table('台帳')).map((row) => [row['登録番号'], row['有効期間満了日']]),
    );
    expect(periods.map((row) => row['満了日'])).toEqual(periods.map((row) => ends.get(row['登録番号'])));
    expect(periods.filter((row) => row['満了日'] !== '').length).toBeGreaterThan(30);
  });

  it('that names an unknown column, or a column twice, is answered with a sentence', async () => {
    expect(first.todo.join()).not.toContain('使えません');
    await day.set(
      '旧台帳の列の対応',
      `${(await mapping()).replace('許可番号＝（使わない）', '許可番号＝免許番号').replace('携帯＝携帯電話番号', '携帯＝電話番号')}\nファックス＝電話番号`,
    );
    const todo = (await day.setUp()).todo.join('\n');
    expect(todo).toContain('台帳に「免許番号」という列がない');
    expect(todo).toContain('「ファックス」という列は、旧台帳にありません');
    expect(todo).toContain('「TEL」と「携帯」が、どちらも台帳の「電話番号」に入る');
  });
});

describe('初期設定 is refused', () => {
  it('to a secretary, before anything is there and afterwards, with a sentence', async () => {
    await before(40);
    const { owner, staff } = await office.sample();
    const state = await day.state();
    for (const secretary of staff) {
      const { view, facts } = await day.menu('初期設定', secretary);
      expect(view).toBe('message');
      expect(facts.text).toBe(`この操作は、管理者（${owner}）のアカウントで行ってください。`);
    }
    expect(await day.state()).toEqual(state);
    expect(await day.triggers()).toEqual([]);
    await day.setUp();
    const { facts } = await day.menu('初期設定', staff[0]);
    expect(facts.text).toContain(owner);
  });
});

describe('what a person has done to the spreadsheet', () => {
  beforeEach(async () => {
    await before(40);
  });

  it('a renamed header is named', async () => {
    await day.setUp();
    await day.edit('ポイント', 'A1', '受付No');
    expect((await day.setUp()).todo.join('\n')).toContain(
      'シート「ポイント」の1行目に、次の見出しがありません。見出しの名前を変えたときは、元の名前に戻してください（列の場所は変えてもかまいません）：受付番号',
    );
    await day.edit('台帳', 'H1', 'TEL');
    const { view, facts } = await day.menu('初期設定');
    expect(view).toBe('message');
    expect(facts.text).toContain(
      'シート「台帳」の1行目の見出しを、元の名前に戻してください。見つからない見出し：電話番号',
    );
    expect(facts.text).toContain('電話番号');
  });

  it('a deleted tab is made again where it stood', async () => {
    await day.setUp();
    await workspace.control.post('/api/tabs', { user: await day.owner(), action: 'delete', name: '証書' });
    expect((await day.setUp()).done.join()).toContain('シートを1枚');
    expect((await workspace.control.get<string[]>('/api/sheets')).slice(0, 7)).toEqual(
      allTabs.slice(0, 7).map(({ title }) => title),
    );
  });

  it('tabs of the office that bear our titles are put aside', async () => {
    const user = await day.owner();
    await workspace.control.post('/api/tabs', { user, action: 'rename', name: '行事一覧', to: '行事' });
    await workspace.control.post('/api/tabs', { user, action: 'rename', name: '受講者名簿', to: '旧台帳' });
    const events = await day.table('行事');
    const report = await day.setUp();
    expect(await day.table('旧行事')).toEqual(events);
    expect(report.done.join()).toContain('もとの「行事」を「旧行事」');
    expect(await workspace.control.get('/api/sheets')).toContain('旧台帳（以前からのもの）');
    expect(rowsOf(await day.table('台帳'))).toHaveLength(40);
  });

  it('an old ledger of another name is taken over once it is called 旧台帳', async () => {
    const user = await day.owner();
    await workspace.control.post('/api/tabs', { user, action: 'rename', name: '台帳', to: '会員名簿' });
    expect((await day.setUp()).todo.join()).toContain('「旧台帳」に変えて、もう一度');
    expect(rowsOf(await day.table('台帳'))).toHaveLength(0);
    await workspace.control.post('/api/tabs', { user, action: 'rename', name: '会員名簿', to: '旧台帳' });
    expect((await day.setUp()).done.join()).toContain('40名');
  });

  it('rows without a number, with a number twice, with something beside the table are listed', async () => {
    const old = await day.table('台帳');
    const [, first = []] = old.display;
    const user = await day.owner();
    const type = (range: string, text: string) => day.edit('台帳', range, text, user);
    await type('B42', '番号　なし');
    await type('A43', first[0] ?? '');
    await type('B43', first[1] ?? '');
    await type('P44', '13-ユ-999999');
    const { problems } = await day.setUp();
    const of = (row: number) => problems.filter((one) => one.row === row).map(({ text }) => text);
    expect(of(42)).toEqual(['登録番号：番号がないため、この行は移していません。']);
    expect(of(2)[0]).toContain('同じ番号の行があります（2、43行目、同じ氏名）');
    expect(of(44)).toEqual(['台帳に移す列に何も書かれていないため、移していません。']);
    expect(rowsOf(await day.table('台帳'))).toHaveLength(40);
  });
});

describe('the form', () => {
  const todoFor = async (url: string) => {
    await day.set('フォームURL', url);
    return (await day.setUp()).todo.join('\n');
  };
  const make = (more: Record<string, unknown>, titles = ['登録番号', '氏名', '生年月日', 'メールアドレス']) =>
    workspace.control.post<{ editUrl: string; publishedUrl: string }>('/api/forms', {
      title: '試しのフォーム',
      items: titles.map((title) => ({ title, type: 'TEXT', required: true })),
      ...more,
    });

  beforeEach(async () => {
    await before(40);
    await day.setUp();
  });

  it('is connected by its edit URL, and each trigger stands once however often it is run', async () => {
    const url = await day.formUrl();
    await day.set('フォームURL', url);
    const report = await day.setUp();
    expect(report.done.join()).toContain('フォーム「連絡先記入フォーム」とつなぎました');
    const handlers = async () => (await day.triggers()).map(({ handler }) => handler).sort();
    expect(await handlers()).toEqual([
      'onFormSubmitted',
      'onSheetChanged',
      'onSheetEdited',
      'runDaily',
      'runEveryFiveMinutes',
      'runEveryMinute',
    ]);
    const ids = (await day.triggers()).map(({ uid }) => uid);
    await day.setUp();
    expect((await day.triggers()).map(({ uid }) => uid)).toEqual(ids);
    const questions = rowsOf(await day.table('設定')).find((row) => row['項目'] === '質問の対応')?.['値'];
    expect(questions?.split('\n').slice(0, 3)).toEqual([
      '登録番号＝登録番号',
      '氏名＝氏名',
      '生年月日＝生年月日',
    ]);
  });

  it('that is given by the URL for those who answer is not connected, and the sentence says which URL is', async () => {
    const { url } = await workspace.control.get<{ url: string }>('/api/form');
    expect(await todoFor(url)).toContain('編集画面のURLではありません');
    expect(await todoFor('https://forms.gle/abcdefg')).toContain('編集画面のURLではありません');
    expect((await day.triggers()).map(({ handler }) => handler)).not.toContain('onFormSubmitted');
  });

  it('that this account may not open gets its sentence', async () => {
    const { editUrl } = await make({ owner: 'somebody@example.com' });
    expect(await todoFor(editUrl)).toContain('このアカウントをフォームの編集者に加えてから');
  });

  it('without 生年月日 gets its sentence', async () => {
    const { editUrl } = await make({ owner: await day.owner() }, ['登録番号', '氏名', 'メールアドレス']);
    expect(await todoFor(editUrl)).toContain('フォームに「生年月日」の質問がないため');
  });

  it('without a question it cannot do without gets its sentence', async () => {
    const { editUrl } = await make({ owner: await day.owner() }, ['氏名', '生年月日', 'メールアドレス']);
    expect(await todoFor(editUrl)).toContain('次の質問が見つかりません');
  });

  it('that shows the answers of others gets its sentence', async () => {
    const { editUrl } = await make({ owner: await day.owner(), publishingSummary: true });
    expect(await todoFor(editUrl)).toContain('結果の概要');
  });

  it('replaced by another one has its trigger replaced', async () => {
    await day.set('フォームURL', await day.formUrl());
    await day.setUp();
    const old = (await day.triggers()).find(({ handler }) => handler === 'onFormSubmitted')?.uid;
    const { editUrl } = await make({ owner: await day.owner() });
    await day.set('フォームURL', editUrl);
    await day.setUp();
    const now = (await day.triggers()).filter(({ handler }) => handler === 'onFormSubmitted');
    expect(now).toHaveLength(1);
    expect(now[0]?.uid).not.toBe(old);
  });
});
