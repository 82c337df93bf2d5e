/** The secretariat's sidebar and dialogs. */
import { startPages, stopPages, cut, no, ok, openPage, type Play, type Reply } from './support/open-page';
import { cases, figures, officeHome } from './support/samples';

beforeAll(startPages);
afterAll(stopPages);

/** What HtmlOutput.append adds for a view. */
const viewLine = (view: string, facts: unknown = {}) =>
  `<div id="view" data-view="${view}" data-facts="${JSON.stringify(facts).replace(/&/g, '&amp;').replace(/"/g, '&quot;')}" hidden></div>`;

const server =
  (answers: Record<string, Reply | (() => Reply)> = {}): Play =>
  ({ method }) => {
    const all: Record<string, Reply | (() => Reply)> = {
      home: ok(officeHome),
      passwordQueue: ok({ cases, total: 3 }),
      showRow: ok({}),
      production: ok(figures),
      ...answers,
    };
    const answer = all[method];
    return typeof answer === 'function' ? answer() : (answer ?? no('TROUBLE'));
  };

const sidebar = { width: 300, height: 700, append: viewLine('sidebar') };
const dialog = { width: 600, height: 600 };

test('the sidebar shows what waits, and a line leads to its rows', async () => {
  const { page, called, look } = await openPage('office', { ...sidebar, play: server() });
  await page.getByRole('button', { name: '失敗した通知 1件' }).click();
  expect(await called('showRow')).toMatchObject({ door: 'office', args: { tab: '通知', row: 1 } });
  expect(await look('home')).toEqual([]);
  expect(await page.getByLabel('画面').locator('option').allInnerTexts()).toEqual([
    'ホーム',
    'パスワード（3）',
    'ポイント（0）',
    '変更届',
    '更新（0）',
    '証書（0）',
    '失効予定（0）',
    '更新の見通し',
    '登録者の状態',
    'まもなく送信（0）',
    '台帳の点検（2）',
    '変更の一覧',
    '元に戻した入力',
  ]);
});

test('findings about health stand above what waits', async () => {
  const findings = ['5分ごとの処理が、2時間動いていません。', 'メールの残りが、あと12通です。'];
  const { page, look } = await openPage('office', {
    ...sidebar,
    play: server({
      home: ok({
        mode: '準備',
        waiting: [{ label: 'パスワードの要確認', count: 0, tab: 'パスワード送付' }],
        findings,
        ledgerFindings: 0,
      }),
    }),
  });
  await page.getByText('5分ごとの処理が、2時間動いていません。').waitFor();
  expect(await page.getByRole('button', { name: '件' }).count()).toBe(0);
  expect(await look('findings')).toEqual([]);
});

test('パスワード shows reason, old and new side by side, what differs, and jumps to the row', async () => {
  const { page, called, look } = await openPage('office', { ...sidebar, play: server() });
  await page.getByLabel('画面').selectOption({ label: 'パスワード（3）' });
  const card = page.getByRole('article', { name: '高崎 邉子（00123）' });
  await card.getByText('別のアドレス登録済').waitFor();
  expect(await card.getByRole('table', { name: 'メールアドレス' }).getByRole('cell').allInnerTexts()).toEqual(
    ['kuniko.takasaki-no-nagai-namae@example.ne.jp', 'k-takasaki@example.co.jp'],
  );
  expect(await card.getByRole('table', { name: '氏名' }).getByRole('cell').allInnerTexts()).toEqual([
    '高崎 邉子',
    '髙﨑 邉子',
  ]);
  await page.getByText('確認を待っている回答が3件あります。古いものから2件を表示しています。').waitFor();
  expect(await look('passwords')).toEqual([]);
  await card.getByRole('button', { name: 'この行を表示する' }).click();
  expect((await called('showRow')).args).toMatchObject({ tab: 'パスワード送付', row: 12 });
});

test('text of a registrant cannot run in the sidebar', async () => {
  const name = '<img src=x onerror="document.title=\'ran\'">';
  const { page } = await openPage('office', {
    ...sidebar,
    play: server({ passwordQueue: ok({ cases: [{ ...cases[0], name, newMail: name }], total: 1 }) }),
  });
  await page.getByLabel('画面').selectOption({ label: 'パスワード（3）' });
  await page.getByRole('heading', { name }).waitFor();
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.title()).not.toBe('ran');
});

test.each([
  [
    'several Google accounts',
    { error: { name: 'ScriptError', message: 'PERMISSION_DENIED' } },
    '複数のGoogleアカウント',
  ],
  ['an account that is not staff', no('NOT_STAFF'), 'シート「担当者」にある方だけが使えます'],
  ['a sheet that is not set up', no('NOT_SET_UP'), '初期設定がまだです'],
  ['a broken connection', cut, '通信がとぎれました'],
  ['an answer with nothing in it', { value: null }, 'うまくいきませんでした'],
])('%s is explained', async (_, reply, sentence) => {
  const { page, look } = await openPage('office', { ...sidebar, play: () => reply });
  await page.getByRole('alert').getByText(sentence).waitFor();
  expect(await look(`refused-${sentence.slice(-6)}`)).toEqual([]);
});

test('「最新にする」 reads again after a failure', async () => {
  const answers = [no('BUSY'), ok(officeHome)];
  const { page } = await openPage('office', {
    ...sidebar,
    play: server({ home: () => answers.shift() ?? no('BUSY') }),
  });
  await page.getByText('混み合っています。').waitFor();
  await page.getByRole('button', { name: '最新にする' }).click();
  await page.getByRole('button', { name: '失敗した通知 1件' }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('本番 shows the figures and starts only after an explicit yes', async () => {
  const { page, calls, look } = await openPage('office', {
    ...dialog,
    append: viewLine('production'),
    play: server({ startProduction: ok({ mode: '本番', recordedBefore: 300 }) }),
  });
  await page.getByRole('row', { name: 'パスワードのお知らせ 2 通' }).waitFor();
  await page.getByRole('row', { name: '満了日を過ぎて「有効」のままの方 30 名' }).waitFor();
  await page.getByText('満了日が空欄の方が20名います。').waitFor();
  expect(await look('production')).toEqual([]);
  await page.getByRole('button', { name: '本番にする' }).click();
  await page.getByText('今日、2通のメールが登録者に届きます。').waitFor();
  expect(await look('production-confirm')).toEqual([]);
  expect(calls.map(({ method }) => method)).toEqual(['production']);
  await page.getByRole('button', { name: 'はい、本番にする' }).click();
  await page.getByText('本番になりました。').waitFor();
  await page.getByText('これまでの回答300件は、「開始前」として記録しました。').waitFor();
  expect(calls.at(-1)).toMatchObject({
    method: 'startProduction',
    key: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
  });
  expect(await look('production-done')).toEqual([]);
});

test('「やめる」 at the last question changes nothing', async () => {
  const { page, calls } = await openPage('office', {
    ...dialog,
    append: viewLine('production'),
    play: server(),
  });
  await page.getByRole('button', { name: '本番にする' }).click();
  await page.getByRole('button', { name: 'やめる' }).click();
  await page.getByRole('button', { name: '本番にする' }).waitFor();
  expect(calls.map(({ method }) => method)).toEqual(['production']);
});

test('本番 is refused to everybody but the owner with a sentence', async () => {
  const { page } = await openPage('office', {
    ...dialog,
    append: viewLine('production'),
    play: server({ production: no('NOT_OWNER') }),
  });
  await page.getByText('この操作は、管理者のGoogleアカウントだけができます。').waitFor();
  expect(await page.getByRole('button', { name: '本番にする' }).count()).toBe(0);
});

test('a refusal of the menu is said in a dialog that closes', async () => {
  const text = 'この操作は、管理者（owner@example.com）のアカウントで行ってください。';
  const { page, look } = await openPage('office', {
    width: 480,
    height: 240,
    append: viewLine('message', { text }),
    play: server(),
  });
  await page.getByText(text).waitFor();
  expect(await look('message')).toEqual([]);
  await page.getByRole('button', { name: '閉じる' }).click();
  expect(await page.evaluate('dialogClosed')).toBe(true);
});

test('初期設定 lists what was done, what is left to a person and what could not be read, and closes', async () => {
  const facts = {
    done: ['タブを16枚作りました。', '旧台帳から300名を写しました。'],
    todo: [
      'タブ「担当者」に、事務局の方を入力してください。',
      'メニューの「本番にする」を開き、数字をお確かめください。',
    ],
    problems: [
      { row: 12, text: '生年月日「昭和64年13月1日」を読めません。' },
      { text: '見出し「摘要」は写していません。' },
    ],
  };
  const { page, calls, look } = await openPage('office', {
    ...dialog,
    append: viewLine('setup', facts),
    play: server(),
  });
  await page.getByText('旧台帳から300名を写しました。').waitFor();
  await page.getByText('タブ「担当者」に、事務局の方を入力してください。').waitFor();
  await page.getByRole('row', { name: '12 生年月日「昭和64年13月1日」を読めません。' }).waitFor();
  expect(await look('setup')).toEqual([]);
  await page.getByRole('button', { name: '閉じる' }).click();
  expect(await page.evaluate('dialogClosed')).toBe(true);
  expect(calls).toEqual([]);
});
