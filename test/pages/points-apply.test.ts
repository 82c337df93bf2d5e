/** The application of ポイント on My Page: what one attended, 一覧にない, 証明書類, and what is missing. */
import { cut, no, ok, openPage, startPages, stopPages } from './support/open-page';
import { view } from './support/samples';
import { received, server, press, openPoints, openForm, fillLecture, photo } from './support/points-page';

beforeAll(startPages);
afterAll(stopPages);

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
