/** 変更届 on My Page: 氏名などの変更を届け出る → 確認する → この内容で届け出る → 受付番号. */
import { press } from './support/mypage-steps';
import {
  filed,
  fillName,
  openForm,
  openLedger,
  received,
  server,
  withThem,
} from './support/notification-steps';
import { cut, no, ok, openPage, startPages, stopPages } from './support/open-page';

beforeAll(startPages);
afterAll(stopPages);

test('from 氏名などの変更を届け出る to 受付番号: old and new are shown before they are sent', async () => {
  const { page, calls, look } = await openPage('mypage', { play: server({ sendNotification: received }) });
  await openLedger(page);
  expect(await look('notify-ledger')).toEqual([]);
  await press(page, '氏名などの変更を届け出る');
  await page.waitForFunction(() => document.activeElement?.textContent === '氏名などの変更の届出');
  await page.getByLabel('氏名の変更').check();
  expect(await look('notify')).toEqual([]);
  await page.getByText('いまの登録：髙﨑 邉子').waitFor();
  expect(await page.getByLabel('生年月日', { exact: true }).count()).toBe(0);
  await fillName(page);
  await press(page, '確認する');
  await page.getByRole('heading', { name: '届出の確認' }).waitFor();
  await page.getByText('変更前：髙﨑 邉子').waitFor();
  await page.getByText('変更後：試作 邉子').waitFor();
  await page.getByText('令和8年11月1日（2026年）').waitFor();
  expect(await look('notify-confirm')).toEqual([]);
  await press(page, '修正する');
  expect(await page.getByLabel('お名前').inputValue()).toBe('試作 邉子');
  await press(page, '確認する');
  await press(page, 'この内容で届け出る');
  await page.getByRole('heading', { name: '変更の届出を受け付けました' }).waitFor();
  await page.getByText('D26-000123-7').waitFor();
  expect(calls.filter(({ method }) => method === 'sendNotification')).toEqual([
    expect.objectContaining({
      token: 't-home',
      key: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      args: {
        kind: '氏名',
        changes: { 氏名: '試作 邉子' },
        changedOn: '令和8年11月1日',
        note: '',
        evidence: '郵送待ち',
      },
    }),
  ]);
  expect(await look('notify-received')).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  for (const text of ['D26-000123-7', '試作 邉子', '00123', '同封'])
    expect(await page.getByText(text).first().isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: '印刷する' }).isVisible()).toBe(false);
  await look('notify-slip-print');
  await page.emulateMedia({ media: 'screen' });
  await press(page, '台帳にもどる');
  await page.getByRole('heading', { name: '届出の状況' }).waitFor();
  expect(await look('notify-list')).toEqual([]);
});

test('what is wrong is said above and at each field', async () => {
  const { page, calls, look } = await openPage('mypage', { play: server({}) });
  await openForm(page);
  await press(page, '確認する');
  const summary = page.getByRole('alert');
  await summary.getByText('「届出の種類」を選んでください。').waitFor();
  await page.getByLabel('氏名の変更').check();
  expect(await summary.count()).toBe(0);
  await press(page, '確認する');
  await summary.getByText('変わったところがありません。').waitFor();
  await summary.getByText('「変更が生じた日」を入力してください。').waitFor();
  await page.getByLabel('お名前').fill('');
  await page.getByLabel('フリガナ').fill('試作');
  await page.getByLabel('変更が生じた日').fill('2999/1/1');
  await press(page, '確認する');
  for (const sentence of [
    '「お名前」を入力してください。',
    '「フリガナ」は、カタカナで入力してください。',
    '「変更が生じた日」が、今日よりあとの日付になっています。',
  ])
    await summary.getByText(sentence).waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
  expect(await look('notify-wrong')).toEqual([]);
  await summary.getByRole('link', { name: '「フリガナ」は' }).click();
  await page.waitForFunction(() => (document.activeElement as HTMLInputElement).value === '試作');
  expect(calls.map(({ method }) => method)).toEqual(['status', 'login']);
});

test.each([
  ['登録の辞退', '辞退する日', '承認されると、登録がなくなります'],
  ['休止', '休止を始める日', '承認されると、休止になります'],
])('%s says what it means before it is sent, and asks for no papers', async (kind, day, warning) => {
  const { page, look } = await openPage('mypage', { play: server({ sendNotification: received }) });
  await openForm(page, kind);
  expect(await page.getByLabel(day).inputValue()).toMatch(/^\d{4}\/\d{2}\/\d{2}$/);
  expect(await page.getByRole('group', { name: '証明書類' }).count()).toBe(0);
  await press(page, '確認する');
  await page.getByText(warning).waitFor();
  expect(await look(`notify-confirm-${kind}`)).toEqual([]);
});

test('その他 is told in words, and papers may be left out', async () => {
  const { page, calls } = await openPage('mypage', { play: server({ sendNotification: received }) });
  await openForm(page, 'その他の届出');
  await press(page, '確認する');
  await page.getByRole('alert').getByText('「届出の内容」を入力してください。').waitFor();
  await page.getByLabel('届出の内容').fill('旧姓の併記をお願いします');
  await page.getByLabel('送る書類はない').check();
  await press(page, '確認する');
  await press(page, 'この内容で届け出る');
  await page.getByText('D26-000123-7').waitFor();
  expect(calls.at(-1)?.args).toMatchObject({
    kind: 'その他',
    note: '旧姓の併記をお願いします',
    evidence: '不要',
  });
});

test('a lost answer is sent again under the same key, and a double press sends once', async () => {
  const answers = [cut, received];
  const { page, calls } = await openPage('mypage', {
    play: server({ sendNotification: () => answers.shift() ?? no('TROUBLE') }),
  });
  await openForm(page, '氏名の変更');
  await fillName(page);
  await press(page, '確認する');
  await page.getByRole('button', { name: 'この内容で届け出る' }).dblclick();
  await page.getByText('通信がとぎれました。入力はそのままです。').waitFor();
  await press(page, 'この内容で届け出る');
  await page.getByText('D26-000123-7').waitFor();
  const keys = calls.filter(({ method }) => method === 'sendNotification').map(({ key }) => key);
  expect(keys).toHaveLength(2);
  expect(keys[1]).toBe(keys[0]);
});

test('filed on another phone meanwhile, it is said and 台帳 shows it', async () => {
  let elsewhere = false;
  const { page } = await openPage('mypage', {
    play: server({
      sendNotification: () => {
        elsewhere = true;
        return no('OPEN_ALREADY');
      },
      view: () => (elsewhere ? ok({ token: 't-later', view: withThem(filed()) }) : no('TROUBLE')),
    }),
  });
  await openForm(page, '氏名の変更');
  await fillName(page);
  await press(page, '確認する');
  await press(page, 'この内容で届け出る');
  await page.getByText('同じ種類の届出が、まだ終わっていません。').waitFor();
  await page.getByRole('link', { name: '台帳' }).click();
  await page.getByRole('article', { name: 'D26-000123-7' }).waitFor();
});

test('what only the server finds wrong leads back to its field; typed text survives an expired session', async () => {
  const answers = [no('INVALID', { fields: { changedOn: 'FUTURE' } }), no('SESSION_ENDED'), received];
  const { page } = await openPage('mypage', {
    play: server({ sendNotification: () => answers.shift() ?? no('TROUBLE') }),
  });
  await openForm(page, '氏名の変更');
  await fillName(page);
  await press(page, '確認する');
  await press(page, 'この内容で届け出る');
  await page.getByRole('alert').getByText('「変更が生じた日」が、今日よりあとの日付').waitFor();
  await page.getByLabel('変更が生じた日').fill('2026/10/1');
  await press(page, '確認する');
  await press(page, 'この内容で届け出る');
  await page.getByRole('heading', { name: 'もう一度ログインしてください' }).waitFor();
  await page.getByLabel('パスワード', { exact: true }).fill('own password');
  await press(page, 'ログイン');
  await page.getByText('変更後：試作 邉子').waitFor();
  await press(page, 'この内容で届け出る');
  await page.getByText('D26-000123-7').waitFor();
});

test.each([
  [320, '100%'],
  [390, '200%'],
])(
  'at %i px with text %s every view fits, and everything to press is 44 px high',
  async (width, fontSize) => {
    const { page, look } = await openPage('mypage', { play: server({ sendNotification: received }), width });
    await page.addStyleTag({ content: `html { font-size: ${fontSize}; }` });
    await openForm(page, '氏名の変更');
    await fillName(page);
    expect(await look(`notify-${fontSize}`)).toEqual([]);
    const low = () =>
      page
        .locator('main :is(button, select, input:not([type=radio]), .tick)')
        .evaluateAll((all) =>
          all.filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.outerHTML),
        );
    expect(await low()).toEqual([]);
    await press(page, '確認する');
    expect(await look(`notify-confirm-${fontSize}`)).toEqual([]);
    await press(page, 'この内容で届け出る');
    await page.getByText('D26-000123-7').waitFor();
    expect(await look(`notify-slip-${fontSize}`)).toEqual([]);
    expect(await low()).toEqual([]);
  },
);
