/** 「更新」 on My Page: 更新を申請する → 確認する → この内容で申請する → 受付番号, mending, withdrawing, 受け取りました. */
import type { Page } from 'playwright-core';
import type { MypageView } from '../../src/contract/mypage';
import { cut, no, ok, openPage, startPages, stopPages, type Play, type Reply } from './support/open-page';
import {
  applied,
  approved,
  postedCertificate,
  receivedCertificate,
  renewing,
  returned,
  waiting,
} from './support/renewal-samples';
import { status } from './support/samples';

beforeAll(startPages);
afterAll(stopPages);

const received = ok({
  receipt: 'K26-000045-2',
  at: '2026-11-22T23:59:05+09:00',
  mailed: true,
  token: 't-next',
  view: waiting(),
});

const server =
  (mine: MypageView, answers: Record<string, Reply | (() => Reply)> = {}): Play =>
  ({ method }) => {
    if (method === 'status') return ok(status);
    if (method === 'login') return ok({ next: 'home', token: 't-home', view: mine });
    const answer = answers[method];
    return typeof answer === 'function' ? answer() : (answer ?? no('TROUBLE'));
  };

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const arrive = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();

async function logIn(page: Page): Promise<void> {
  await page.getByLabel('登録番号').fill('00123');
  await page.getByLabel('パスワード').fill('own password');
  await press(page, 'ログイン');
  await page.getByRole('heading', { name: '次にすること' }).waitFor();
}

async function open(page: Page): Promise<void> {
  await logIn(page);
  await page.getByRole('link', { name: '更新', exact: true }).click();
  await arrive(page, '資格更新の申請');
}

test('from ホーム to 受付番号: 記載氏名 and 送付先 are confirmed before anything is sent, and the 控え prints', async () => {
  const { page, calls, look } = await openPage('mypage', {
    play: server(renewing(), { applyRenewal: received }),
  });
  await logIn(page);
  await page.getByText('令和9年3月31日（水）までに、更新を申請してください。').waitFor();
  expect(await look('renewal-home')).toEqual([]);
  await press(page, '更新を申請する');
  await arrive(page, '資格更新の申請');
  await page.getByText('申請の期限まで あと 129 日').waitFor();
  expect(await page.getByText('満たしています').count()).toBe(3);
  await page.getByText('P25-000012-4').waitFor();
  expect(await look('renewal-open')).toEqual([]);
  await press(page, '更新を申請する');
  await page.waitForFunction(() => document.activeElement?.textContent === '更新の申請');
  expect(await page.getByLabel('記載氏名').inputValue()).toBe('髙﨑 邉子');
  expect(await page.getByRole('radio').count()).toBe(1);
  expect(await page.getByRole('radio', { name: '自宅' }).isChecked()).toBe(true);
  await page.getByText('事業所は、台帳に住所がないため選べません。').waitFor();
  expect(await look('renewal-form')).toEqual([]);
  await page.getByLabel('記載氏名').fill('髙﨑（旧姓 試作） 邉子');
  await press(page, '確認する');
  await arrive(page, '申請の確認');
  for (const text of [
    '髙﨑（旧姓 試作） 邉子',
    '〒113-0021 東京都文京区本駒込1丁目2番3号',
    '台帳のとおりに記載します',
  ])
    await page.getByText(text).first().waitFor();
  expect(await look('renewal-confirm')).toEqual([]);
  await press(page, '修正する');
  expect(await page.getByLabel('記載氏名').inputValue()).toBe('髙﨑（旧姓 試作） 邉子');
  await press(page, '確認する');
  await press(page, 'この内容で申請する');
  await arrive(page, '更新の申請を受け付けました');
  await page.getByText('受付日時 令和8年11月22日（2026年） 23:59').waitFor();
  expect(calls.filter(({ method }) => method === 'applyRenewal')).toEqual([
    expect.objectContaining({
      token: 't-home',
      key: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      args: { printedName: '髙﨑（旧姓 試作） 邉子', sendTo: '自宅' },
    }),
  ]);
  expect(await look('renewal-done')).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  for (const text of ['K26-000045-2', '髙﨑 邉子 様', '00123', '令和8年11月22日（2026年）'])
    expect(await page.getByText(text).first().isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: '控えを印刷する' }).isVisible()).toBe(false);
  await look('renewal-slip-print');
  await page.emulateMedia({ media: 'screen' });
  await press(page, '更新にもどる');
  await page.getByText('事務局で確認しています。').first().waitFor();
  await press(page, '控えを見る・印刷する');
  await arrive(page, '更新の申請の控え');
  expect(await page.getByText('このあとのこと').count()).toBe(0);
});

test('what is wrong is said above and at its field, before and after sending', async () => {
  const answers = [no('INVALID', { fields: { printedName: 'NOT_ALLOWED', sendTo: 'NO_ADDRESS' } }), received];
  const { page, calls, look } = await openPage('mypage', {
    play: server(renewing(), { applyRenewal: () => answers.shift() ?? no('TROUBLE') }),
  });
  await open(page);
  await press(page, '更新を申請する');
  await page.getByLabel('記載氏名').fill('　');
  await press(page, '確認する');
  await page.getByRole('alert').getByText('「記載氏名」を入力してください。').waitFor();
  expect(await look('renewal-wrong')).toEqual([]);
  expect(calls.map(({ method }) => method)).toEqual(['status', 'login']);
  await page.getByLabel('記載氏名').fill('髙﨑 邉子');
  await press(page, '確認する');
  await press(page, 'この内容で申請する');
  await page.getByRole('alert').getByText('「記載氏名」に、使えない文字が入っています。').waitFor();
  await page.getByRole('alert').getByText('この送付先の住所が、台帳にありません。').waitFor();
});

test('差戻し shows why and until when; mended, it keeps its 受付番号 and what was typed', async () => {
  const { page, calls, look } = await openPage('mypage', {
    play: server(returned(), { applyRenewal: received }),
  });
  await logIn(page);
  await page.getByText('令和8年12月8日（火）までに、「更新」から直してください。').waitFor();
  await press(page, '更新の状況を見る');
  await page.getByText('台帳のお名前のとおりに直してください。').waitFor();
  await page.getByText('までに直していただければ、令和8年11月22日（2026年）の申請として扱います。').waitFor();
  expect(await look('renewal-returned')).toEqual([]);
  await press(page, '修正して再申請');
  expect(await page.getByLabel('記載氏名').inputValue()).toBe('髙﨑 邉子');
  await page.getByLabel('記載氏名').fill('高崎 邉子');
  await press(page, '台帳を開く');
  await page.getByRole('link', { name: '更新', exact: true }).click();
  await press(page, '修正して再申請');
  expect(await page.getByLabel('記載氏名').inputValue()).toBe('高崎 邉子');
  expect(await look('renewal-mend')).toEqual([]);
  await press(page, '確認する');
  await press(page, 'この内容で申請する');
  await arrive(page, '更新の申請を受け付けました');
  expect(calls.at(-1)?.args).toEqual({ receipt: 'K26-000045-2', printedName: '高崎 邉子', sendTo: '自宅' });
});

test.each([
  [false, '取り下げたあとも、期限までは申請できます。'],
  [true, '取り下げると、もう申請できません'],
])('取り下げる asks first (last chance: %s)', async (lastChance, warning) => {
  const withdrawn = renewing({ application: applied({ state: '取下げ', canWithdraw: false }) });
  const { page, calls, look } = await openPage('mypage', {
    play: server(waiting({ lastChance }), { withdrawRenewal: ok({ token: 't-next', view: withdrawn }) }),
  });
  await open(page);
  await press(page, '取り下げる');
  await arrive(page, '更新の申請を取り下げますか');
  await page.getByText(warning).waitFor();
  expect(await look(`renewal-withdraw-${String(lastChance)}`)).toEqual([]);
  await press(page, '取り下げない');
  await arrive(page, '資格更新の申請');
  expect(calls.some(({ method }) => method === 'withdrawRenewal')).toBe(false);
  await press(page, '取り下げる');
  await press(page, '取り下げる');
  await page.getByText('更新の申請を取り下げました。').waitFor();
  expect(calls.at(-1)).toMatchObject({ method: 'withdrawRenewal', args: { receipt: 'K26-000045-2' } });
});

test('「受け取りました」 is pressed beside what stands on the certificate, and ends the timeline', async () => {
  const { page, calls, look } = await openPage('mypage', {
    play: server(approved(4, postedCertificate), {
      confirmCertificate: ok({ token: 't-next', view: approved(5, receivedCertificate) }),
    }),
  });
  await logIn(page);
  await page.getByText('資格認定証書をお送りしました。').waitFor();
  expect(await look('renewal-home-posted')).toEqual([]);
  await press(page, '更新の状況を見る');
  await press(page, '受け取りました');
  await arrive(page, '資格認定証書の受領');
  await page.getByText('令和9年4月1日（2027年）から 令和14年3月31日（2032年）まで').waitFor();
  expect(await look('renewal-received')).toEqual([]);
  await press(page, '受け取りました');
  await page.getByText('受領を記録しました。').waitFor();
  expect(await page.getByRole('button', { name: '受け取りました' }).count()).toBe(0);
  expect(calls.at(-1)).toMatchObject({ method: 'confirmCertificate', args: { certificate: '12-0123' } });
});

test('a lost answer is sent again under the same key, and a double press sends once', async () => {
  const answers = [cut, received];
  const { page, calls } = await openPage('mypage', {
    play: server(renewing(), { applyRenewal: () => answers.shift() ?? no('TROUBLE') }),
  });
  await open(page);
  await press(page, '更新を申請する');
  await press(page, '確認する');
  await page.getByRole('button', { name: 'この内容で申請する' }).dblclick();
  await page.getByText('通信がとぎれました。入力はそのままです。').waitFor();
  await press(page, 'この内容で申請する');
  await arrive(page, '更新の申請を受け付けました');
  const keys = calls.filter(({ method }) => method === 'applyRenewal').map(({ key }) => key);
  expect(keys).toHaveLength(2);
  expect(keys[1]).toBe(keys[0]);
});

test('applied for on another phone meanwhile, the page says so and shows how it is; typed text survives an expired session', async () => {
  const answers = [no('SESSION_ENDED'), no('INVALID', { fields: { renewal: 'OPEN_APPLICATION' } })];
  const { page } = await openPage('mypage', {
    play: server(renewing(), {
      applyRenewal: () => answers.shift() ?? no('TROUBLE'),
      view: () => (answers.length > 0 ? no('TROUBLE') : ok({ token: 't-later', view: waiting() })),
    }),
  });
  await open(page);
  await press(page, '更新を申請する');
  await page.getByLabel('記載氏名').fill('高崎 邉子');
  await press(page, '確認する');
  await press(page, 'この内容で申請する');
  await page.getByRole('heading', { name: 'もう一度ログインしてください' }).waitFor();
  await page.getByLabel('パスワード', { exact: true }).fill('own password');
  await press(page, 'ログイン');
  await page.getByText('高崎 邉子').first().waitFor();
  await press(page, 'この内容で申請する');
  await page.getByRole('alert').getByText('いまの状況は、下のとおりです。').waitFor();
  await page.getByText('K26-000045-2').waitFor();
});

test.each([
  [320, '100%'],
  [390, '200%'],
])(
  'at %i px with text %s every view fits, and everything to press is 44 px high',
  async (width, fontSize) => {
    const { page, look } = await openPage('mypage', {
      play: server(approved(4, postedCertificate)),
      width,
    });
    await logIn(page);
    await page.evaluate((size) => (document.documentElement.style.fontSize = size), fontSize);
    await page.getByRole('link', { name: '更新', exact: true }).click();
    for (const name of ['', '受け取りました']) {
      if (name !== '') await press(page, name);
      expect(await look(`renewal-narrow-${fontSize}-${name}`)).toEqual([]);
      const low = await page
        .locator('main button:visible')
        .evaluateAll((all) =>
          all
            .filter((each) => each.getBoundingClientRect().height < 44)
            .map(({ textContent }) => textContent),
        );
      expect(low).toEqual([]);
    }
  },
);
