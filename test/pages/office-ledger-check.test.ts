/** 台帳の点検 and 変更の一覧 in the sidebar, 300 px wide. */
import type { ChangeLine, OfficeFinding } from '../../src/contract/office-ledger';
import { startPages, stopPages, cut, no, ok, openPage, type Play, type Reply } from './support/open-page';
import { officeHome } from './support/samples';

jest.setTimeout(60_000);
beforeAll(startPages);
afterAll(stopPages);

const sidebar = {
  width: 300,
  height: 900,
  append: '<div id="view" data-view="sidebar" data-facts="{}" hidden></div>',
};

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

const line = (given: Partial<ChangeLine>): ChangeLine => ({
  row: 40,
  change: 'H26-000040',
  at: '11月20日 10:02',
  number: '00012',
  name: '髙﨑 邉子',
  item: '住所',
  before: '見本県見本市1-1',
  after: '見本県髙﨑市大字とても長い地名の町2丁目34番56号',
  by: '本人',
  route: 'マイページ',
  receipt: 'D26-000007-3',
  isSeen: false,
  ...given,
});
const lines: ChangeLine[] = [
  line({ row: 42, change: 'H26-000042', item: '電話番号', before: '', after: '03-0000-7011' }),
  line({}),
  line({
    row: 39,
    change: 'H26-000039',
    number: '00013',
    name: '見本 花子',
    item: '部署',
    before: '営業部',
    after: '',
    by: 'tanaka@example.jp',
    route: 'シート',
    receipt: '',
  }),
];

const server =
  (answers: Record<string, Reply | ((args: Record<string, unknown>) => Reply)> = {}): Play =>
  ({ method, args }) => {
    const all: Record<string, Reply | ((args: Record<string, unknown>) => Reply)> = {
      home: ok(officeHome),
      findings: ok({ findings, more: 3, isWaiting: true }),
      showFinding: ok({ isShown: true }),
      changes: ok({ lines, next: null }),
      ...answers,
    };
    const answer = all[method];
    return typeof answer === 'function' ? answer(args) : (answer ?? no('TROUBLE'));
  };

async function open(place: 'check' | 'changes', play: Play = server()) {
  const opened = await openPage('office', { ...sidebar, play });
  await opened.page.getByText('動作モード').waitFor();
  await opened.page.getByLabel('画面').selectOption(place);
  return opened;
}

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
      'check',
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
    const { page, calls } = await open('check', server({ showFinding: () => ok({ isShown }) }));
    await page.getByRole('button', { name: '14行目を表示する' }).click();
    await page.waitForFunction(() => true);
    expect(calls.at(-1)).toMatchObject({ method: 'showFinding', args: { id: 'twice', turn: 1 } });
    isShown = false;
    await page.getByRole('button', { name: '5行目を表示する' }).click();
    await page.getByText('行が見つかりません。「最新にする」を押してください。').waitFor();
  });

  test('「控えから戻す」 asks first, Escape changes nothing, and then says where the row is', async () => {
    const { page, calls, look } = await open(
      'check',
      server({ mendFinding: ok({ result: 'OVER', row: 14 }) }),
    );
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
    const { page, calls } = await open(
      'check',
      server({ mendFinding: () => answers.shift() ?? no('TROUBLE') }),
    );
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
    const { page } = await open('check', server({ mendFinding: ok({ result: 'BY_HAND', row: 0 }) }));
    const card = page.getByRole('article', { name: '式が入っています' });
    await card.getByRole('button', { name: '式を値にする' }).click();
    await card.getByText('手で直してください。').waitFor();
    expect(await card.getByRole('button', { name: '式を値にする' }).count()).toBe(1);
  });

  test('nothing wrong is said in one line', async () => {
    const { page, look } = await open(
      'check',
      server({ findings: ok({ findings: [], more: 0, isWaiting: false }) }),
    );
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

describe('変更の一覧', () => {
  test('groups what belongs together, old and new side by side', async () => {
    const { page, look } = await open('changes');
    const card = page.getByRole('article', { name: '髙﨑 邉子（00012） 11月20日 10:02' });
    await card.getByRole('table', { name: '住所' }).waitFor();
    expect(await card.getByRole('table').count()).toBe(2);
    expect(await card.getByRole('table', { name: '住所' }).getByRole('cell').allInnerTexts()).toEqual([
      '見本県見本市1-1',
      '見本県髙﨑市大字とても長い地名の町2丁目34番56号',
    ]);
    await card.getByText('マイページ').waitFor();
    await card.getByText('D26-000007-3').waitFor();
    const other = page.getByRole('article', { name: '見本 花子（00013）' });
    expect(await other.getByRole('cell').allInnerTexts()).toEqual(['営業部', '（なし）']);
    expect(await look('changes')).toEqual([]);
  });

  test('ticked ones are marked, leave the list, and are counted', async () => {
    const { page, calls, look } = await open('changes', server({ markSeen: ok({ marked: 2 }) }));
    await page.getByRole('button', { name: '確認済にする' }).click();
    await page.getByText('まだ選ばれていません。').waitFor();
    await page.getByLabel('髙﨑 邉子（00012） 11月20日 10:02の変更を選ぶ').check();
    await page.getByText('1件を選択中').waitFor();
    expect(await look('changes-ticked')).toEqual([]);
    await page.getByRole('button', { name: '確認済にする' }).click();
    await page.getByText('2項目を確認済にしました。').waitFor();
    expect(calls.at(-1)).toMatchObject({
      method: 'markSeen',
      args: {
        lines: [
          { row: 40, change: 'H26-000040' },
          { row: 42, change: 'H26-000042' },
        ],
      },
      key: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    });
    expect(await page.getByRole('article').count()).toBe(1);
    expect(await look('changes-marked')).toEqual([]);
  });

  test('「すべて」 shows what was seen too, without a box to tick', async () => {
    const seen = lines.map((one) => ({ ...one, isSeen: true }));
    const { page, calls } = await open(
      'changes',
      server({ changes: ({ all }) => ok({ lines: all === true ? seen : lines, next: null }) }),
    );
    await page.getByLabel('すべて', { exact: true }).check();
    await page.getByRole('checkbox').first().waitFor({ state: 'detached' });
    await page.getByText('確認済', { exact: false }).first().waitFor();
    expect(calls.at(-1)).toMatchObject({ method: 'changes', args: { all: true } });
    expect(await page.getByRole('checkbox').count()).toBe(0);
  });

  test('earlier lines come when they are asked for', async () => {
    const { page, calls } = await open(
      'changes',
      server({
        changes: ({ before }) =>
          before === 39
            ? ok({
                lines: [line({ row: 12, change: 'H26-000012', number: '00020', name: '見本 次郎' })],
                next: null,
              })
            : ok({ lines, next: 39 }),
      }),
    );
    await page.getByRole('button', { name: 'さらに前の変更を表示する' }).click();
    await page.getByRole('article', { name: '見本 次郎（00020）' }).waitFor();
    expect(await page.getByRole('article').count()).toBe(3);
    expect(calls.at(-1)).toMatchObject({ args: { all: false, before: 39 } });
    expect(await page.getByRole('button', { name: 'さらに前' }).count()).toBe(0);
  });

  test('text of a registrant cannot run', async () => {
    const text = '<img src=x onerror="document.title=\'ran\'">';
    const { page } = await open(
      'changes',
      server({ changes: ok({ lines: [line({ after: text, name: text })], next: null }) }),
    );
    await page.getByRole('cell', { name: text }).waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).not.toBe('ran');
  });

  test('no change is said in one line', async () => {
    const { page } = await open('changes', server({ changes: ok({ lines: [], next: null }) }));
    await page.getByText('未確認の変更はありません。').waitFor();
  });
});
