/** パスワード in the sidebar: 送付する, 送付しない, まとめて送付, まとめて送付しない. */
import type { Page } from 'playwright-core';
import type { PasswordCase } from '../../src/contract/office-passwords';
import { cut, no, ok, openPage, startPages, stopPages, type Reply, type SeenCall } from './support/open-page';
import { officeHome } from './support/samples';

jest.setTimeout(60_000);
beforeAll(startPages);
afterAll(stopPages);

const waits = (at: number, more: Partial<PasswordCase> = {}): PasswordCase => ({
  row: at + 1,
  responseId: `r-${String(at)}`,
  received: '11月20日 10:02',
  number: `0010${String(at)}`,
  name: ['', '雛形 次郎', '見本 花子', '仮名 正', '手本 三郎', '凡例 良子'][at] ?? '',
  newMail: `new${String(at)}@example.com`,
  oldMail: `old${String(at)}@example.co.jp`,
  reason: '別のアドレス登録済',
  memo: '',
  differences: [],
  ...more,
});

const five = [
  waits(1),
  waits(2),
  waits(3, { reason: '氏名不一致', oldMail: '' }),
  waits(4),
  waits(5, {
    reason: '氏名不一致',
    differences: [{ label: '氏名', given: '凡例 良子', onFile: '凡例 好子' }],
  }),
];

const DOUBTS = '氏名か生年月日が台帳と合わない回答が1件、台帳と違うアドレスの回答が4件あります。';

type Decide = (call: SeenCall) => Reply | Promise<Reply>;
const all = (call: SeenCall): Reply =>
  ok({ decided: (call.args['responseIds'] as string[]).length, skipped: [] });
const skip = (reason: string) => (): Reply => ok({ decided: 0, skipped: [{ responseId: 'r-1', reason }] });

/** The view パスワード of a sidebar whose queue is played. */
async function openQueue(
  options: {
    width?: number;
    home?: () => Reply | undefined;
    cases?: PasswordCase[];
    early?: PasswordCase[];
    decide?: Decide;
    mode?: string;
    total?: number;
  } = {},
) {
  const { cases = five, early = [], decide = all, mode = '本番' } = options;
  let waiting = options.total ?? cases.length;
  const opened = await openPage('office', {
    width: options.width ?? 300,
    height: 700,
    append: '<div id="view" data-view="sidebar" data-facts="{}" hidden></div>',
    play: async (call) => {
      if (call.method === 'home')
        return (
          options.home?.() ??
          ok({
            ...officeHome,
            mode,
            waiting: [{ label: 'パスワードの要確認', count: waiting, tab: 'パスワード送付' }],
          })
        );
      if (call.method === 'passwordQueue') {
        const shown = call.args['state'] === '開始前' ? early : cases;
        return ok({ cases: shown, total: shown === early ? early.length : waiting });
      }
      if (call.method !== 'decidePasswords') return ok({});
      const reply = await decide(call);
      if ('value' in reply && (reply.value as { ok: boolean }).ok)
        waiting -= (reply.value as { value: { decided: number } }).value.decided;
      return reply;
    },
  });
  await opened.page.getByLabel('画面').selectOption('passwords');
  await opened.page.getByRole('heading', { name: 'パスワードの送付' }).waitFor();
  const decisions = () => opened.calls.filter(({ method }) => method === 'decidePasswords');
  return { ...opened, decisions };
}

const card = (page: Page, name: string) => page.getByRole('article', { name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const focused = (page: Page) => page.locator(':focus:not(body)').innerText();

test('送付する names old and new address before it sends, and a line stands where the case stood', async () => {
  const { page, decisions, look } = await openQueue();
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '送付する' }).click();
  const step = first.getByRole('form', { name: 'この宛先に送付しますか' });
  expect(await step.getByRole('definition').allInnerTexts()).toEqual([
    'new1@example.com',
    'old1@example.co.jp',
  ]);
  expect(decisions()).toEqual([]);
  expect(await look('decide-step')).toEqual([]);

  await step.getByLabel('メモ').fill(' 電話で確認 ');
  await step.getByRole('button', { name: '送付する' }).click();
  await page
    .getByText('雛形 次郎（00101）：送付待ちにしました。数分のうちに管理者のアカウントから送られます。')
    .waitFor();
  expect(await first.count()).toBe(0);
  expect(decisions()).toEqual([
    expect.objectContaining({
      key: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      args: { decision: '送付する', responseIds: ['r-1'], memo: '電話で確認' },
    }),
  ]);
  await page.getByText('確認を待っている回答が4件あります。').waitFor();
  await page.getByRole('option', { name: 'パスワード（4）' }).waitFor({ state: 'attached' });
  expect(await look('decide-done')).toEqual([]);
});

test('送付しない ends a case with its memo left blank, and no mail is spoken of', async () => {
  const { page, decisions } = await openQueue();
  await card(page, '見本 花子').getByRole('button', { name: '送付しない' }).click();
  const step = page.getByRole('form', { name: '送付しないことにしますか' });
  await step.getByRole('button', { name: '送付しない' }).click();
  await page.getByText('見本 花子（00102）：「送付しない」にしました。メールは出ません。').waitFor();
  expect(decisions().map(({ args }) => args)).toEqual([{ decision: '送付しない', responseIds: ['r-2'] }]);
});

test('everything works with the keyboard, and the focus goes on where the case stood', async () => {
  const { page, decisions } = await openQueue();
  const { keyboard } = page;
  await card(page, '雛形 次郎').getByRole('checkbox').focus();
  await keyboard.press('Tab');
  expect(await focused(page)).toBe('この行を表示する');
  await keyboard.press('Tab');
  expect(await focused(page)).toBe('送付する');
  await keyboard.press('Enter');
  expect(await focused(page)).toBe('この宛先に送付しますか');
  await keyboard.press('Escape');
  expect(await focused(page)).toBe('送付する');
  await keyboard.press('Tab');
  expect(await focused(page)).toBe('送付しない');
  await keyboard.press('Space');
  await keyboard.press('Tab');
  await keyboard.type('本人から取下げ');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  expect(await focused(page)).toBe('送付しない');
  await keyboard.press('Enter');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await page.getByText('雛形 次郎（00101）：').waitFor();
  expect(await focused(page)).toContain('雛形 次郎（00101）：「送付しない」にしました。');
  await keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    '見本 花子（00102）を選ぶ',
  );
  expect(decisions()).toHaveLength(1);
});

test.each([
  ['NO_PERSON', 'この登録番号の方がいません'],
  ['STOPPED', '登録の抹消か、マイページの停止になっている方です。台帳の「状態」'],
  ['NO_BIRTH_DATE', '台帳に入れてから、もう一度送付してください。'],
  ['NOT_A_MAIL', 'メールアドレスを直してから、もう一度送付してください。'],
])('a case left because of %s stays and says what to do', async (reason, sentence) => {
  const { page, look } = await openQueue({ decide: skip(reason) });
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '送付する' }).click();
  await first.getByRole('button', { name: '送付する' }).click();
  await first.getByRole('alert').getByText(sentence).waitFor();
  expect(await focused(page)).toContain(sentence);
  expect(await look(`decide-${reason}`)).toEqual([]);
  await first.getByRole('button', { name: '送付しない' }).waitFor();
});

test.each([
  ['DECIDED', 'すでに決まっています。'],
  ['NOT_FOUND', 'この回答がありません。'],
])('a case that is %s leaves the list with the reason', async (reason, sentence) => {
  const { page } = await openQueue({ decide: skip(reason) });
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '送付する' }).click();
  await first.getByRole('button', { name: '送付する' }).click();
  await page.getByText(sentence).waitFor();
  expect(await first.count()).toBe(0);
});

test('after a broken connection the same decision goes out with the same key, another with another', async () => {
  const replies: Reply[] = [cut, cut, no('BUSY')];
  const { page, decisions, look } = await openQueue({ decide: (call) => replies.shift() ?? all(call) });
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '送付する' }).click();
  const press = first.getByRole('button', { name: '送付する' });
  await press.click();
  await page.getByText('通信がとぎれました。').waitFor();
  expect(await look('decide-cut')).toEqual([]);
  await press.click();
  await page.getByText('通信がとぎれました。').waitFor();
  await first.getByLabel('メモ').fill('電話で確認');
  await press.click();
  await page.getByText('混み合っています。').waitFor();
  expect(await first.getByLabel('メモ').inputValue()).toBe('電話で確認');
  await press.click();
  await page.getByText('送付待ちにしました。').waitFor();
  const [a, b, c, d] = decisions().map(({ key }) => key);
  expect(b).toBe(a);
  expect(c).not.toBe(a);
  expect(d).toBe(c);
});

test('while a decision is under way its button says so and a second press does nothing', async () => {
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  const { page, decisions } = await openQueue({
    decide: async (call) => {
      await held;
      return all(call);
    },
  });
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '送付する' }).click();
  const press = first.getByRole('button', { name: '送付する' });
  await press.click();
  await page.locator('.button[aria-disabled="true"]').waitFor();
  await press.click({ force: true });
  await first.getByRole('button', { name: 'やめる' }).click();
  await page.getByText('記録しています。').waitFor();
  // Another case can be looked at meanwhile, and keeps the focus.
  await card(page, '仮名 正').getByRole('button', { name: '送付しない' }).click();
  await page.getByRole('form', { name: '送付しないことにしますか' }).getByLabel('メモ').focus();
  answer();
  await page.getByText('雛形 次郎（00101）：').waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  expect(decisions()).toHaveLength(1);
});

test('照合結果 filters the cases, and 「すべて選ぶ」 takes only those shown', async () => {
  const { page, look } = await openQueue();
  await page.getByLabel('照合結果').selectOption({ label: '氏名不一致（2）' });
  expect(await page.getByRole('article').count()).toBe(2);
  await page.getByLabel('すべて選ぶ').check();
  await page.getByText('2件を選択中').waitFor();
  expect(await look('decide-ticked')).toEqual([]);
  await page.getByLabel('照合結果').selectOption({ label: 'すべて（5）' });
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2);
  expect(await page.getByLabel('すべて選ぶ').isChecked()).toBe(false);
});

test('まとめて送付 shows count and three samples first, then how many were sent and why others were left', async () => {
  const { page, decisions, look } = await openQueue({
    decide: () =>
      ok({
        decided: 3,
        skipped: [
          { responseId: 'r-2', reason: 'SAME_PERSON' },
          { responseId: 'r-4', reason: 'DECIDED' },
        ],
      }),
  });
  await page.getByLabel('すべて選ぶ').check();
  await button(page, 'まとめて送付').click();
  const step = page.getByRole('form', { name: '選んだ5件に送付しますか' });
  expect(await step.getByRole('listitem').count()).toBe(3);
  const text = await step.innerText();
  for (const shown of [
    '雛形 次郎',
    '00101',
    'new1@example.com',
    'old2@example.co.jp',
    '仮名 正',
    'ほか2件',
    DOUBTS,
  ])
    expect(text).toContain(shown);
  expect(await page.getByRole('article').count()).toBe(0);
  expect(await look('group-step')).toEqual([]);
  expect(decisions()).toEqual([]);

  await step.getByLabel('メモ').fill('一括');
  await step.getByRole('button', { name: 'まとめて送付' }).click();
  await page.getByText('3件を送付待ちにしました。数分のうちに管理者のアカウントから送られます。').waitFor();
  expect(await focused(page)).toContain('3件を送付待ちにしました。');
  await page.getByText('2件は残しました。').waitFor();
  const left = page.getByRole('status').getByRole('listitem');
  expect(await left.allInnerTexts()).toEqual([
    expect.stringMatching(/^同じ方の、より新しい回答を送付待ちにしました。[^]*見本 花子（00102）$/),
    expect.stringMatching(/^すでに決まっています。[^]*手本 三郎（00104）$/),
  ]);
  expect(decisions().map(({ args }) => args)).toEqual([
    { decision: '送付する', responseIds: ['r-5', 'r-4', 'r-3', 'r-2', 'r-1'], memo: '一括' },
  ]);
  expect(await page.getByRole('article').count()).toBe(1);
  await card(page, '見本 花子').waitFor();
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
  expect(await look('group-done')).toEqual([]);
});

test('まとめて送付しない decides the ticked ones only, and やめる keeps the ticks', async () => {
  const { page, decisions } = await openQueue();
  await page.getByLabel('雛形 次郎（00101）を選ぶ').check();
  await page.getByLabel('凡例 良子（00105）を選ぶ').check();
  await button(page, 'まとめて送付しない').click();
  await button(page, 'やめる').click();
  expect(await focused(page)).toBe('まとめて送付しない');
  await page.getByText('2件を選択中').waitFor();
  await page.keyboard.press('Enter');
  const step = page.getByRole('form', { name: '選んだ2件に送付しないことにしますか' });
  await step.getByRole('button', { name: 'まとめて送付しない' }).click();
  await page.getByText('2件を「送付しない」にしました。メールは出ません。').waitFor();
  expect(decisions().map(({ args }) => args)).toEqual([
    { decision: '送付しない', responseIds: ['r-5', 'r-1'] },
  ]);
  expect(await page.getByRole('article').count()).toBe(3);
});

test('まとめて送付 without a tick says what to do first', async () => {
  const { page, decisions, look } = await openQueue();
  await button(page, 'まとめて送付').click();
  await page.getByRole('alert').getByText('先に印を付けてください').waitFor();
  expect(await look('group-none')).toEqual([]);
  expect(decisions()).toEqual([]);
});

test('開始前 shows the earlier answers, which are decided the same way', async () => {
  const early = [waits(1, { reason: '開始前' }), waits(2, { reason: '開始前' })];
  const { page, calls, look } = await openQueue({ cases: [], early });
  await page.getByText('確認を待っている回答はありません。').waitFor();
  await page.getByLabel('開始前').check();
  await page.getByText('取扱いを始める前の回答が2件あります。').waitFor();
  expect(calls.at(-1)?.args).toEqual({ state: '開始前' });
  expect(await look('early')).toEqual([]);
  await page.getByLabel('すべて選ぶ').check();
  await button(page, 'まとめて送付').click();
  await button(page, 'まとめて送付').click();
  await page.getByText('2件を送付待ちにしました。').waitFor();
  await page.getByText('取扱いを始める前の回答はありません。').waitFor();
});

test('where more wait than are shown, the next ones come after the last is decided', async () => {
  const { page } = await openQueue({ cases: [waits(1)], total: 3 });
  await page.getByText('確認を待っている回答が3件あります。古いものから1件を表示しています。').waitFor();
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '送付する' }).click();
  await first.getByRole('button', { name: '送付する' }).click();
  await button(page, '続きを表示する').click();
  await page.getByText('確認を待っている回答が2件あります。').waitFor();
});

test.each([
  ['試行', '試行の宛先に届きます', '数分のうちに、試行の宛先に届きます。'],
  ['準備', 'メールはまだ出ません。', '動作モードが準備のあいだは、メールは出ません。'],
])('in %s the step and the line say where mail really goes', async (mode, before, after) => {
  const { page, look } = await openQueue({ mode });
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '送付する' }).click();
  await first.getByText(before).waitFor();
  expect(await look(`decide-${mode}`)).toEqual([]);
  await first.getByRole('button', { name: '送付する' }).click();
  await page.getByText(after).waitFor();
});

test('counts that cannot be read again after a decision are taken away, and come back with ホーム', async () => {
  const homes = [undefined, no('BUSY')];
  const { page } = await openQueue({ home: () => homes.shift() });
  const first = card(page, '雛形 次郎');
  await first.getByRole('button', { name: '送付する' }).click();
  await first.getByRole('button', { name: '送付する' }).click();
  await page.getByText('雛形 次郎（00101）：送付待ちにしました。').waitFor();
  await page.getByRole('option', { name: 'パスワード', exact: true }).waitFor({ state: 'attached' });
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.getByLabel('画面').selectOption('home');
  await page.getByRole('button', { name: 'パスワードの要確認 4件' }).waitFor();
});

test('at 200 % nothing is cut off', async () => {
  const { page, look } = await openQueue({ width: 150 });
  await page.getByLabel('すべて選ぶ').check();
  expect(await look('zoomed')).toEqual([]);
  await button(page, 'まとめて送付').click();
  expect(await look('zoomed-group')).toEqual([]);
  await button(page, 'やめる').click();
  await card(page, '雛形 次郎').getByRole('button', { name: '送付する' }).click();
  expect(await look('zoomed-step')).toEqual([]);
});
