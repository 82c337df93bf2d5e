/** Around the queue of ポイント in the sidebar: paper, 受付番号で探す, 送信を止める, 元に戻した入力. */
import { ok, startPages, stopPages } from './support/open-page';
import { registrant } from './support/registrant-samples';
import { waits, openQueue } from './support/points-desk';

beforeAll(startPages);
afterAll(stopPages);

test('an application on paper is entered from a 行事', async () => {
  const { page, calls, look } = await openQueue({
    answers: {
      pointChoices: () =>
        ok({
          today: '2026-11-24',
          categories: [{ category: 'セミナー', roles: [], course: false, byHours: false, oursOnly: false }],
          events: [
            {
              ...{ eventCode: 'S26-01', title: '実務セミナー（秋）', category: 'セミナー', host: '当協会' },
              ...{ attendedOn: '2026-10-08', endedOn: '', date: '令和8年10月8日（2026年）' },
            },
          ],
        }),
      findRegistrant: ({ args }) =>
        ok({ person: args['number'] === '102' ? registrant({ number: '00102', name: '見本 花子' }) : null }),
      enterPoints: () => ok({ receipt: 'P26-000099-1', name: '見本 花子' }),
    },
  });
  await page.getByRole('button', { name: '紙の申請を入力する' }).click();
  const number = page.getByRole('textbox', { name: '登録番号' });
  await number.waitFor();
  await page.getByRole('button', { name: '次へ' }).click();
  await page.getByText('「登録番号」を入力してください。').first().waitFor();
  await number.fill('999');
  await page.getByRole('button', { name: '次へ' }).click();
  await page.getByText('台帳に、この登録番号の方がいません。').first().waitFor();
  expect(await look('points-paper-nobody')).toEqual([]);
  await number.fill('102');
  await number.press('Enter');
  await page.getByRole('group', { name: '登録番号の方' }).getByText('昭和45年5月1日（1970年）').waitFor();
  await page.getByRole('button', { name: '見本 花子さんの申請を受け付ける' }).click();
  expect(await page.getByRole('alert').getByRole('link').allTextContents()).toEqual([
    '「活動の種類」を選んでください。',
    '「名称」を入力してください。',
    '「主催」を選んでください。',
    '「受講日」を入力してください。',
  ]);
  expect(await page.getByLabel('当協会などの行事から入れる').locator('option').allTextContents()).toEqual([
    '一覧にない',
    '実務セミナー（秋） 令和8年10月8日',
  ]);
  await page.getByLabel(/行事から入れる/).selectOption({ index: 1 });
  expect(await look('points-paper')).toEqual([]);
  await page.getByRole('button', { name: '見本 花子さんの申請を受け付ける' }).click();
  await page.getByText('見本 花子さんの申請を、受付番号 P26-000099-1 で受け付けました。').waitFor();
  expect(await number.inputValue()).toBe('');
  expect(await number.evaluate((input) => input === document.activeElement)).toBe(true);
  expect(calls.find(({ method }) => method === 'enterPoints')?.args).toMatchObject({
    number: '00102',
    receivedOn: '2026-11-24',
    form: { eventCode: 'S26-01', attendedOn: '2026-10-08' },
    evidenceState: '受領済',
  });
});

test('an application is found by its number in whatever state', async () => {
  const { page, look } = await openQueue({
    answers: {
      pointCase: () => ok({ found: waits(1, { state: '承認', decided: '11月20日 10:00 青木' }) }),
    },
  });
  await page.getByRole('button', { name: '受付番号で探す' }).click();
  await page.getByRole('textbox', { name: '受付番号' }).fill('P26-000001-0');
  await page.getByRole('button', { name: '探す', exact: true }).click();
  await page.getByRole('button', { name: '決定を取り消す' }).waitFor();
  await page.getByText('いまの状態：承認（2ポイント）').waitFor();
  expect(await look('points-search')).toEqual([]);
});

test('a notice that has not left is stopped after a question', async () => {
  const notice = {
    ...{ notice: 'N26-000012', number: '00101', name: '雛形 次郎', kind: 'ポイントの承認' },
    ...{ about: 'P26-000001-0', leavesAt: '11月24日 10:30' },
  };
  const { page, calls, look } = await openQueue({
    answers: {
      waitingNotices: () => ok({ notices: [notice] }),
      stopNotices: () => ok({ stopped: 1, gone: 0 }),
    },
  });
  await page.getByLabel('画面').selectOption('notices');
  await page.getByText('これから送るお知らせが1通あります。').waitFor();
  expect(await look('notices')).toEqual([]);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '送信を止める' }).click();
  await page.getByText('選んだ1通の送信を止めますか').waitFor();
  await page.getByRole('button', { name: '送信を止める' }).click();
  await page.getByText('1通の送信を止めました。').waitFor();
  expect(calls.find(({ method }) => method === 'stopNotices')?.args).toEqual({ notices: ['N26-000012'] });
});

test('what could not stay in a tab is listed with the reason', async () => {
  const { page, look } = await openQueue({
    answers: {
      putBackEdits: () =>
        ok({
          edits: [
            {
              ...{ at: '11月24日 9:58', by: '青木', target: 'P26-000001-0' },
              text: '状態に「承認」（すでに取り下げられています）',
            },
          ],
        }),
    },
  });
  await page.getByLabel('画面').selectOption('putBack');
  await page.getByText('状態に「承認」（すでに取り下げられています）').waitFor();
  expect(await look('put-back')).toEqual([]);
});
