/** 証書 in the sidebar: 発送, 返戻 with its next step, 受領, 作成済にもどす. */
import { certificate } from './support/certificate-samples';
import { ok, startPages, stopPages } from './support/open-page';
import { open, card } from './support/renewal-desk';

beforeAll(startPages);
afterAll(stopPages);

test('証書 of somebody whose registration has ended says so, and is not in the list of what is posted', async () => {
  const cases = [certificate(1), certificate(2, { ended: true, noAddress: true })];
  const { page, look } = await open('certificates', {
    certificateQueue: () =>
      ok({
        ...{ total: 2, cases, today: '2027-04-10', association: '公益社団法人 見本協会' },
        sheet: { faces: '12面', x: 0, y: 0 },
      }),
  });
  await page.getByLabel('作成済', { exact: true }).check();
  await card(page, '見本 花子').getByText('登録が終わった方です。作成・発送しません。').waitFor();
  expect(await look('certificates-ended')).toEqual([]);
  await page.getByRole('button', { name: '発送日とお問い合わせ番号を入れる' }).click();
  await page.getByRole('button', { name: '1件を発送済にする' }).waitFor();
});

test('発送: a pasted column must have as many lines as the list; a changed address is warned of', async () => {
  const { page, calls, look } = await open('certificates', {
    postCertificates: () => ok({ posted: 3, skipped: [], ended: [], notices: 3, leavesAt: '4月12日 9:00' }),
  });
  await page.getByLabel('作成済', { exact: true }).check();
  await card(page, '見本 花子').getByText('宛名ラベル作成後に住所が変わりました').waitFor();
  expect(await look('certificates')).toEqual([]);
  await page.getByRole('button', { name: '発送日とお問い合わせ番号を入れる' }).click();
  const numbers = page.getByLabel(/お問い合わせ番号/);
  await numbers.fill('123-45-67890-1\n123-45-67890-2');
  await page.getByRole('button', { name: '3件を発送済にする' }).click();
  await page.getByText('「お問い合わせ番号」が2行あります。一覧と同じ3行にしてください。').first().waitFor();
  expect(await look('certificates-post')).toEqual([]);
  await numbers.fill('123-45-67890-1\n１２３－４５－６７８９０－２\n123ー45ー67890ー3\n');
  await page.getByRole('button', { name: '3件を発送済にする' }).click();
  await page.getByText('3件を「発送済」にしました。').waitFor();
  expect(calls.find(({ method }) => method === 'postCertificates')?.args).toMatchObject({
    lines: [
      { certificate: 'S26-000001', tracking: '123-45-67890-1' },
      { certificate: 'S26-000002', tracking: '123-45-67890-2' },
      { certificate: 'S26-000003', tracking: '123-45-67890-3' },
    ],
  });
});

test('返戻 takes its reason and says the next step; 受領 is one press', async () => {
  const posted = certificate(1, { state: '発送済', posted: '令和9年4月10日（2027年）', tracking: '123' });
  const { page, look } = await open('certificates', {
    certificateQueue: () =>
      ok({
        ...{ total: 1, cases: [posted], today: '2027-04-20', association: '' },
        sheet: { faces: '12面', x: 0, y: 0 },
      }),
    returnCertificate: () => ok({ nextStep: 'お電話で住所をお確かめください。' }),
  });
  await page.getByLabel('発送済', { exact: true }).check();
  await page.getByRole('button', { name: '返戻を記録する' }).click();
  await page.getByLabel('返戻理由').selectOption('転居先不明');
  expect(await look('certificates-returned')).toEqual([]);
  await page.getByRole('button', { name: '返戻にする' }).click();
  await page.getByText('返戻を記録しました。お電話で住所をお確かめください。').waitFor();
});

test('返戻 goes back to 作成済 by a button; a label that would go to the same address is said to', async () => {
  const returned = { state: '返戻', returned: '令和9年4月20日（2027年）', returnReason: '転居先不明' };
  const cases = [
    certificate(1, { ...returned, addressChanged: true, newLabel: '〒100-0002 見本市新町1-2-3' }),
    certificate(2, returned),
  ];
  const { page, calls, look } = await open('certificates', {
    certificateQueue: () =>
      ok({
        ...{ total: 2, cases, today: '2027-04-25', association: '' },
        sheet: { faces: '12面', x: 0, y: 0 },
      }),
    markCertificates: () => ok({ marked: 1, skipped: [], ended: [] }),
  });
  await page.getByLabel('返戻', { exact: true }).check();
  await page.getByText('台帳の住所は、この宛名のままです。').waitFor();
  expect(await page.getByText('台帳の住所は、この宛名のままです。').count()).toBe(1);
  expect(await look('certificates-back')).toEqual([]);
  await page.getByRole('button', { name: '作成済にもどす' }).first().click();
  await page.getByText('「作成済」にもどしました。宛名は、いまの台帳の住所です。').waitFor();
  expect(calls.find(({ method }) => method === 'markCertificates')?.args).toEqual({
    ...{ to: '作成済', certificates: ['S26-000001'] },
  });
});
