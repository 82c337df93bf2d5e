/** 台帳の点検 in the sidebar. */
import type { OfficeFinding } from '../../src/contract/office-ledger';
import { openView, serverOf, sidebar } from './support/ledger-views';
import { cut, no, ok, openPage, startPages, stopPages } from './support/open-page';

beforeAll(startPages);
afterAll(stopPages);

const blank = {
  tab: '台帳',
  key: '00012',
  name: '髙﨑 邉子',
  item: '',
  content: '',
  rows: [12],
  missing: [],
  twice: [],
};
const findings: OfficeFinding[] = [
  { ...blank, id: 'gone', kind: 'gone', rows: [], ways: ['restore'] },
  { ...blank, id: 'twice', kind: 'twice', key: '00013', name: '見本 花子', rows: [5, 14], ways: [] },
  { ...blank, id: 'unfit', kind: 'unfit', item: '認定日', content: '平成のころ', ways: ['accept'] },
  { ...blank, id: 'other', kind: 'other', content: '試作 太郎', ways: ['restore', 'accept'] },
  { ...blank, id: 'formula', kind: 'formula', item: '状態の日', content: '45000', ways: ['value'] },
];
const others: OfficeFinding[] = [
  { ...blank, id: 'tab', kind: 'tab', tab: '通知', key: '', name: '', rows: [], ways: [] },
  { ...blank, id: 'renamed', kind: 'tab', key: '', name: '', content: '台帳（旧）', rows: [], ways: ['tab'] },
  {
    ...blank,
    id: 'header',
    kind: 'header',
    key: '',
    name: '',
    rows: [1],
    missing: ['住所'],
    twice: ['氏名'],
    ways: ['headers'],
  },
  { ...blank, id: 'renumbered', kind: 'renumbered', item: '登録番号', content: '99999', ways: [] },
  { ...blank, id: 'noNumber', kind: 'noNumber', key: '', name: '', ways: [] },
  { ...blank, id: 'number', kind: 'number', key: '12', name: '', ways: ['accept'] },
  { ...blank, id: 'choice', kind: 'choice', item: '状態', content: '逝去', ways: [] },
  {
    ...blank,
    id: 'elsewhere',
    kind: 'choice',
    tab: 'ポイント',
    key: 'P26-000001-2',
    name: '',
    item: '状態',
    content: '可',
    ways: [],
  },
];

const server = (more: Parameters<typeof serverOf>[0] = {}) =>
  serverOf({
    findings: ok({ findings, more: 3, isWaiting: true }),
    showFinding: ok({ isShown: true }),
    ...more,
  });
const open = (play = server()) => openView('check', play);

describe('台帳の点検', () => {
  test('opens from ホーム, says how many there are, and what to do about each', async () => {
    const { page, look } = await openPage('office', { ...sidebar, play: server() });
    await page.getByRole('button', { name: '要確認の台帳 2件' }).click();
    await page.getByText('確かめるところが8件あります。').waitFor();
    await page.getByText('シートの変更を調べている途中です。').waitFor();
    await page.getByRole('heading', { name: '髙﨑 邉子さん（00012）の行が、台帳にありません。' }).waitFor();
    await page.getByText('登録番号 00013 が、5行目と14行目にあります。').waitFor();
    await page.getByText('ほか3件は').waitFor();
    expect(await look('check')).toEqual([]);
  });

  test('every kind of finding has its sentence', async () => {
    const { page, look } = await open(
      server({ findings: ok({ findings: others, more: 0, isWaiting: false }) }),
    );
    for (const sentence of [
      'シート「通知」が見つかりません。',
      'シート「台帳」の名前が、「台帳（旧）」になっているようです。',
      'ない見出し：住所。2つある見出し：氏名。',
      '登録番号が、「99999」になっています（12行目）。',
      '12行目の登録番号が、空欄か、番号の形になっていません。',
      '登録番号「12」は、ほかの方の番号とまぎらわしいか、',
      '「状態」に「逝去」とあります。',
      'シート「ポイント」の P26-000001-2の「状態」に「可」とあります。',
    ])
      await page.getByRole('heading', { name: sentence }).waitFor();
    expect(await look('check-others')).toEqual([]);
  });

  test('a jump goes to the row of its turn; one that is gone says so', async () => {
    let isShown = true;
    const { page, called } = await open(server({ showFinding: () => ok({ isShown }) }));
    await page.getByRole('button', { name: '14行目を表示する' }).click();
    expect((await called('showFinding')).args).toEqual({ id: 'twice', turn: 1 });
    isShown = false;
    await page.getByRole('button', { name: '5行目を表示する' }).click();
    await page.getByText('行が見つかりません。「最新にする」を押してください。').waitFor();
  });

  test('「控えから戻す」 asks first, Escape changes nothing, and then says where the row is', async () => {
    const { page, calls, look } = await open(server({ mendFinding: ok({ result: 'OVER', row: 14 }) }));
    const card = page.getByRole('article', { name: '行が、台帳にありません' });
    await card.getByRole('button', { name: '控えから戻す' }).click();
    await card.getByText('控えの内容を台帳に戻します。').waitFor();
    expect(await look('check-ask')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(calls.some(({ method }) => method === 'mendFinding')).toBe(false);
    await card.getByRole('button', { name: '控えから戻す' }).click();
    await card.getByRole('button', { name: '控えから戻す' }).click();
    await card.getByText('14行目に書き戻しました。').waitFor();
    expect(calls.find(({ method }) => method === 'mendFinding')).toMatchObject({
      args: { id: 'gone', way: 'restore' },
      key: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    });
    expect(await card.getByRole('button').count()).toBe(0);
    expect(await look('check-done')).toEqual([]);
  });

  test('pressed again after no answer it is the same write', async () => {
    const answers = [cut, ok({ result: 'DONE', row: 12 })];
    const { page, calls } = await open(server({ mendFinding: () => answers.shift() ?? no('TROUBLE') }));
    const card = page.getByRole('article', { name: '式が入っています' });
    await card.getByRole('button', { name: '式を値にする' }).click();
    await card.getByText('通信がとぎれました。').waitFor();
    await card.getByRole('button', { name: '式を値にする' }).click();
    await card.getByText('直しました。').waitFor();
    const keys = calls.filter(({ method }) => method === 'mendFinding').map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  test('where nothing tells what is right the card stays and says so', async () => {
    const { page } = await open(server({ mendFinding: ok({ result: 'BY_HAND', row: 0 }) }));
    const card = page.getByRole('article', { name: '式が入っています' });
    await card.getByRole('button', { name: '式を値にする' }).click();
    await card.getByText('手で直してください。').waitFor();
    expect(await card.getByRole('button', { name: '式を値にする' }).count()).toBe(1);
  });

  test('nothing wrong is said in one line', async () => {
    const { page, look } = await open(server({ findings: ok({ findings: [], more: 0, isWaiting: false }) }));
    await page.getByText('直すところは、見つかっていません。').waitFor();
    expect(await look('check-none')).toEqual([]);
  });

  test('a broken tab elsewhere is explained with the way here', async () => {
    const { page } = await openPage('office', {
      ...sidebar,
      play: server({ home: no('LEDGER_UNDER_REPAIR') }),
    });
    await page.getByRole('alert').getByText('「台帳の点検」を選び').waitFor();
    await page.getByLabel('画面').selectOption('check');
    await page.getByText('確かめるところが8件あります。').waitFor();
  });
});
