/** 変更の一覧 in the sidebar. */
import type { ChangeLine } from '../../src/contract/office-ledger';
import { openView, serverOf } from './support/ledger-views';
import { ok, startPages, stopPages } from './support/open-page';

beforeAll(startPages);
afterAll(stopPages);

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

const server = (more: Parameters<typeof serverOf>[0] = {}) =>
  serverOf({ changes: ok({ lines, next: null }), ...more });
const open = (play = server()) => openView('changes', play);

describe('変更の一覧', () => {
  test('groups what belongs together, old and new side by side', async () => {
    const { page, look } = await open();
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
    const { page, calls, look } = await open(server({ markSeen: ok({ marked: 2 }) }));
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
      server({ changes: ok({ lines: [line({ after: text, name: text })], next: null }) }),
    );
    await page.getByRole('cell', { name: text }).waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).not.toBe('ran');
  });

  test('no change is said in one line', async () => {
    const { page } = await open(server({ changes: ok({ lines: [], next: null }) }));
    await page.getByText('未確認の変更はありません。').waitFor();
  });
});
