/** ポイント on My Page: どの行事ですか → 申請 → 確認する → この内容で申請する → 受付番号, and what becomes of it. */
import type { Page } from 'playwright-core';
import type { MypageView } from '../../src/contract/mypage';
import { cut, no, ok, openPage, startPages, stopPages, type Play, type Reply } from './support/open-page';
import { status, view } from './support/samples';

jest.setTimeout(60_000);
beforeAll(startPages);
afterAll(stopPages);

const received = ok({
  receipt: 'P26-000123-7',
  at: '2026-11-22T09:05:00+09:00',
  mailed: true,
  token: 't-next',
  view,
});

const server =
  (answers: Record<string, Reply | (() => Reply)>, mine: MypageView = view): Play =>
  ({ method }) => {
    if (method === 'status') return ok(status);
    if (method === 'login') return ok({ next: 'home', token: 't-home', view: mine });
    const answer = answers[method];
    return typeof answer === 'function' ? answer() : (answer ?? no('TROUBLE'));
  };

/** One point is missing, and nothing waits. */
const requirements: MypageView['points']['requirements'] = {
  met: false,
  course: { met: true, proof: null, pending: null },
  magazine: { met: true },
  points: { met: false, have: 4, needed: 5, missing: 1, pending: 0 },
  lastSafeDay: '令和9年3月17日（水）',
};

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

async function openPoints(page: Page): Promise<void> {
  await page.getByLabel('登録番号').fill('00123');
  await page.getByLabel('パスワード').fill('own password');
  await press(page, 'ログイン');
  await page.getByRole('link', { name: 'ポイント' }).click();
  await page.getByRole('heading', { name: 'ポイントの確認・申請' }).waitFor();
}

async function openForm(page: Page): Promise<void> {
  await openPoints(page);
  await press(page, '講習・ポイントの承認を申請する');
  await press(page, '一覧にない');
  await page.getByRole('heading', { name: '講習・ポイントの承認を申請する' }).waitFor();
}

async function fillLecture(page: Page): Promise<void> {
  await page.getByLabel('講演会', { exact: true }).check();
  await page.getByLabel('ほかの団体', { exact: true }).check();
  await page.getByLabel('セミナー・講習などの名称').fill('若者の就労を考える講演会');
  await page.getByLabel('月', { exact: true }).fill('9');
  await page.getByLabel('日', { exact: true }).fill('12');
}

/** A photo as a phone makes it, drawn by the browser itself. */
async function photo(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1200, 900];
    const pen = canvas.getContext('2d');
    if (pen) {
      pen.fillStyle = '#fff';
      pen.fillRect(100, 100, 1000, 700);
    }
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
  });
  return Buffer.from(base64, 'base64');
}

test('a date typed in full width is seen whole on a phone', async () => {
  const { page, look } = await openPage('mypage', { play: server({}) });
  await openForm(page);
  for (const [label, text] of [
    ['年', '２０２６'],
    ['月', '１２'],
    ['日', '３１'],
  ] as const) {
    const box = page.getByLabel(label, { exact: true });
    await box.fill(text);
    const hidden = await box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect([label, hidden]).toEqual([label, 0]);
  }
  const tops = await page
    .getByLabel(/^[年月日]$/)
    .evaluateAll((boxes) => boxes.map((box) => box.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
  expect(await look('wide-date')).toEqual([]);
});

test('the home view says what is missing for the renewal, the list what counts and why not', async () => {
  const { page, look } = await openPage('mypage', { play: server({}) });
  await page.getByLabel('登録番号').fill('00123');
  await page.getByLabel('パスワード').fill('own password');
  await press(page, 'ログイン');
  await page.getByRole('button', { name: 'ポイントを確認・申請する' }).waitFor();
  expect(await look('points-home')).toEqual([]);
  await press(page, 'ポイントを確認・申請する');
  await page.getByText('確認中の申請が承認されると、更新の要件がそろいます。').first().waitFor();
  await page.getByText('理由：受講証明書の写真が読めませんでした。').waitFor();
  await page.getByText('補正期限（直す期限）：令和8年12月4日（金）').waitFor();
  expect(await look('points')).toEqual([]);
});

test('what one attended is applied for with two presses', async () => {
  const mine = {
    ...view,
    points: { ...view.points, categories: view.points.categories.map((one) => ({ ...one, byHours: false })) },
  };
  const { page, calls, look } = await openPage('mypage', { play: server({ applyPoints: received }, mine) });
  await openPoints(page);
  await press(page, '講習・ポイントの承認を申請する');
  await page.getByRole('heading', { name: 'どの行事ですか' }).waitFor();
  expect(await look('points-pick')).toEqual([]);
  await press(page, /^この受講のポイントを申請する/);
  await page.getByRole('heading', { name: '申請の確認' }).waitFor();
  expect(await look('points-confirm')).toEqual([]);
  await press(page, 'この内容で申請する');
  await page.getByRole('heading', { name: '講習・ポイントの申請を受け付けました' }).waitFor();
  await page.getByText('P26-000123-7').waitFor();
  expect(await look('points-done')).toEqual([]);
  expect(calls.filter(({ method }) => method === 'applyPoints')).toEqual([
    expect.objectContaining({
      token: 't-home',
      key: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      args: {
        form: expect.objectContaining({
          eventCode: 'S2611',
          host: '当協会',
          attendedOn: '2026-11-12',
        }) as object,
        evidence: { kind: 'none' },
      },
    }),
  ]);
});

test('a photo is sent ahead of the application that names it, once', async () => {
  let tries = 0;
  const { page, calls, look } = await openPage('mypage', {
    play: server({
      sendEvidence: ok({ token: 't-sent' }),
      applyPoints: () => (++tries === 1 ? cut : received),
    }),
  });
  await openForm(page);
  await fillLecture(page);
  await page.getByLabel('写真・PDFを付ける', { exact: true }).check();
  await page
    .getByLabel('写真・PDF', { exact: true })
    .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await photo(page) });
  await page.getByRole('img', { name: '1つ目の写真' }).waitFor();
  expect(await look('points-form')).toEqual([]);
  await press(page, '確認する');
  await page.getByText('写真・PDFを付ける（1つ）').waitFor();
  await press(page, 'この内容で申請する');
  await page.getByText('通信がとぎれました。').first().waitFor();
  expect(await look('points-cut')).toEqual([]);
  await press(page, 'この内容で申請する');
  await page.getByText('P26-000123-7').waitFor();
  const sent = calls.filter(({ method }) => method === 'sendEvidence');
  const applied = calls.filter(({ method }) => method === 'applyPoints');
  expect(sent).toHaveLength(1);
  expect(sent[0]?.args).toEqual({ data: expect.stringMatching(/^\/9j\//) as string });
  expect(new Set(applied.map(({ key }) => key)).size).toBe(1);
  expect(applied.at(-1)?.args.evidence).toEqual({ kind: 'files', files: [sent[0]?.key] });
});

test('a photo the server does not take is asked for again; what was typed stays', async () => {
  const { page, look } = await openPage('mypage', {
    play: server({ sendEvidence: no('INVALID', { fields: { evidence: 'NOT_ACCEPTED' } }) }),
  });
  await openForm(page);
  await fillLecture(page);
  await page.getByLabel('写真・PDFを付ける', { exact: true }).check();
  await page
    .getByLabel('写真・PDF', { exact: true })
    .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await photo(page) });
  await page.getByRole('img', { name: '1つ目の写真' }).waitFor();
  await press(page, '確認する');
  await press(page, 'この内容で申請する');
  await page.getByText('「証明書類」は、写真（JPEG・PNG）かPDFを選んでください。').first().waitFor();
  expect(await page.getByLabel('セミナー・講習などの名称').inputValue()).toBe('若者の就労を考える講演会');
  expect(await look('points-refused')).toEqual([]);
});

test('a course of another body is stopped with the dates of ours', async () => {
  const { page, look } = await openPage('mypage', { play: server({}) });
  await openForm(page);
  await page.getByLabel('職業紹介責任者講習', { exact: true }).check();
  await page.getByLabel('ほかの団体', { exact: true }).check();
  await page.getByText('当協会が開催する講習だけが対象です。').waitFor();
  await page.getByText('職業紹介責任者講習（第6回）').waitFor();
  expect(await page.getByRole('button', { name: '確認する' }).count()).toBe(0);
  expect(await look('points-course')).toEqual([]);
});

test('a list that is closed shows that it can be opened', async () => {
  const [known] = view.points.offered;
  const offered = Array.from({ length: 7 }, () => ({
    ...known,
    attended: false,
  })) as typeof view.points.offered;
  const { page, look } = await openPage('mypage', {
    play: server({}, { ...view, points: { ...view.points, offered } }),
  });
  await openPoints(page);
  await press(page, '講習・ポイントの承認を申請する');
  const list = page.getByText('最近の当協会の行事（7件）');
  const sign = () => list.evaluate((summary) => getComputedStyle(summary, '::before').content);
  expect(await sign()).toContain('▶');
  expect(await look('points-pick-closed')).toEqual([]);
  await list.click();
  expect(await sign()).toContain('▼');
  expect(await page.getByRole('heading', { level: 2 }).count()).toBe(7);
});

test('where the validity has ended, ポイント asks for nothing that would come too late', async () => {
  const mine = { ...view, points: { ...view.points, today: '2027-05-10', requirements } };
  const { page } = await openPage('mypage', { play: server({}, mine) });
  await openPoints(page);
  await page.getByText('要件がそろわないまま、この資格有効期間は終わりました。').waitFor();
  expect(await page.getByText('残りの日数が少ないので').count()).toBe(0);
});

test('a course of another body is not offered to pick, whatever is known of it', async () => {
  const [known] = view.points.offered;
  const course = { ...known, category: '職業紹介責任者講習', title: 'ほかの団体の講習', host: 'ほかの団体' };
  const lecture = { ...known, category: '講演会', title: 'ほかの団体の講演会', host: 'ほかの団体' };
  const offered = [known, course, lecture, { ...course, attended: false }] as typeof view.points.offered;
  const { page } = await openPage('mypage', {
    play: server({}, { ...view, points: { ...view.points, offered } }),
  });
  await openPoints(page);
  await press(page, '講習・ポイントの承認を申請する');
  await page.getByRole('heading', { name: 'ほかの団体の講演会' }).waitFor();
  expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
    '実務セミナー（11月）',
    'ほかの団体の講演会',
  ]);
});

test('a photo that is missing is asked for at its field, until one is chosen or it comes by post', async () => {
  const { page, look } = await openPage('mypage', { play: server({}) });
  await openForm(page);
  await fillLecture(page);
  await page.getByLabel('写真・PDFを付ける', { exact: true }).check();
  const missing = page.getByText(
    '「証明書類」の写真かPDFを選んでください。いま用意できないときは、「あとで郵送・FAXする」に印を付けてください。',
  );
  const files = page.getByLabel('写真・PDF', { exact: true });
  await press(page, '確認する');
  await missing.first().waitFor();
  expect(await missing.count()).toBe(2);
  expect(await files.getAttribute('aria-invalid')).toBe('true');
  expect(await look('points-no-photo')).toEqual([]);
  await files.setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await photo(page) });
  await page.getByRole('img', { name: '1つ目の写真' }).waitFor();
  expect(await missing.count()).toBe(0);
  await press(page, /^取り消す/);
  await press(page, '確認する');
  await missing.first().waitFor();
  await page.getByLabel('あとで郵送・FAXする', { exact: true }).check();
  expect(await missing.count()).toBe(0);
});

test('what is missing is named at its field', async () => {
  const { page, calls, look } = await openPage('mypage', { play: server({}) });
  await openForm(page);
  await press(page, '確認する');
  await page.getByText('「活動の種類」を選んでください。').first().waitFor();
  expect(await look('points-missing')).toEqual([]);
  expect(calls.some(({ method }) => method === 'applyPoints')).toBe(false);
});

test('a 差戻し is mended with what was sent before, and keeps its number', async () => {
  const { page, calls, look } = await openPage('mypage', { play: server({ applyPoints: received }) });
  await openPoints(page);
  await press(page, '修正して再申請');
  await page.getByText('直していただきたい点', { exact: true }).waitFor();
  await page.getByText('受付番号 P26-000022-5').waitFor();
  expect(await page.getByLabel('セミナー・講習などの名称').inputValue()).toBe('若者の就労を考える講演会');
  expect(await look('points-mend')).toEqual([]);
  await page.getByLabel('あとで郵送・FAXする', { exact: true }).check();
  await press(page, '確認する');
  await press(page, 'この内容で申請する');
  await page.getByText('証明書類に受付番号を書き添えて、郵送かFAXでお送りください。').waitFor();
  expect(calls.at(-1)?.args).toMatchObject({ receipt: 'P26-000022-5', evidence: { kind: 'later' } });
});

test('an application is withdrawn after a question; one decided meanwhile is told', async () => {
  let tries = 0;
  const { page, look } = await openPage('mypage', {
    play: server({
      view: ok({ token: 't-new', view }),
      withdrawPoints: () =>
        ++tries === 1 ? no('INVALID', { fields: { activity: 'NOT_OPEN' } }) : ok({ token: 't-next', view }),
    }),
  });
  await openPoints(page);
  await press(page, '取り下げる');
  await page.getByRole('heading', { name: 'この申請を取り下げますか' }).waitFor();
  expect(await look('points-withdraw')).toEqual([]);
  await press(page, '取り下げる');
  await page.getByText('この申請は、事務局で確認が済んだか、取り下げられています。').first().waitFor();
  await press(page, '取り下げる');
  await page.getByRole('heading', { name: 'この申請を取り下げますか' }).waitFor();
  await press(page, '取り下げる');
  await page.getByText('申請を取り下げました（受付番号 P26-000022-5）。').waitFor();
});
