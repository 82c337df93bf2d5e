/** Whose qualification ends, in the sidebar: 失効予定, 更新の見通し, 登録者の状態. */
import { ok, startPages, stopPages } from './support/open-page';
import { registrant } from './support/registrant-samples';
import { open } from './support/renewal-desk';

beforeAll(startPages);
afterAll(stopPages);

test('失効 is confirmed by a person who sees how many', async () => {
  const person = {
    number: '00103',
    name: '手本 三郎',
    end: '令和8年9月30日（2026年）',
    phone: '',
    by: 'メール',
  };
  const { page, calls, look } = await open('lapse', {
    lapseList: () => ok({ total: 1, people: [person] }),
    confirmLapse: () => ok({ lapsed: 1, left: 0 }),
  });
  await page.getByText('「本番」にする前に満了日を過ぎた方は、ここには並びません。').waitFor();
  await page.getByLabel('すべて選ぶ').check();
  expect(await look('lapse')).toEqual([]);
  await page.getByRole('button', { name: '失効を確定する（1名）' }).click();
  await page.getByText('1名の失効を確定しますか').waitFor();
  await page.getByRole('button', { name: '失効を確定する（1名）' }).click();
  await page.getByText('1名の失効を確定しました。').waitFor();
  expect(calls.find(({ method }) => method === 'confirmLapse')?.args).toEqual({ numbers: ['00103'] });
});

test('失効予定: sixty whose applications are under way do not hide those who come after them', async () => {
  const person = {
    number: '00103',
    name: '手本 三郎',
    end: '令和9年3月31日（2027年）',
    phone: '',
    by: '郵送',
  };
  const { page, calls, look } = await open('lapse', {
    lapseList: ({ args }) => ok({ total: 61, people: args.skip === 60 ? [person] : [] }),
  });
  await page
    .getByText('満了日を過ぎた61名のうち、1人目から60人目までで、更新の申請などがない方は0名です。')
    .waitFor();
  await page.getByRole('button', { name: '次を見る' }).click();
  await page.getByLabel('手本 三郎（00103）').check();
  await page.getByRole('button', { name: '失効を確定する（1名）' }).click();
  await page.getByRole('listitem').filter({ hasText: '手本 三郎' }).waitFor();
  expect(await look('lapse-next')).toEqual([]);
  expect(calls.filter(({ method }) => method === 'lapseList').map(({ args }) => args.skip)).toEqual([0, 60]);
});

test('更新の見通し counts who stands where', async () => {
  const { page, look } = await open('outlook', {
    outlookEnds: () =>
      ok({
        ends: [
          { end: '2027-03-31', written: '令和9年3月31日（2027年）', people: 1 },
          { end: '2037-12-31', written: '令和19年12月31日（2037年）', people: 128 },
        ],
      }),
    renewalOutlook: () =>
      ok({
        total: 1,
        people: [
          {
            ...{ number: '00101', name: '雛形 次郎', group: '講習だけ未', points: 5 },
            ...{ unreachable: true, mail: '', phone: '03-0000-0101' },
          },
        ],
      }),
  });
  await page.getByRole('button', { name: '見通しを見る' }).click();
  await page.getByRole('alert').getByText('「満了日」を選んでください。').waitFor();
  expect(await look('outlook-no-day')).toEqual([]);
  const day = page.getByLabel('満了日');
  expect(await day.locator('option').last().textContent()).toBe('令和19年12月31日（128名）');
  const cut = await day.evaluate((select: HTMLSelectElement) => {
    const pen = document.createElement('canvas').getContext('2d');
    const { font, paddingLeft, paddingRight } = getComputedStyle(select);
    if (!pen) return 'no canvas';
    pen.font = font;
    const room = select.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    return [...select.options]
      .filter(({ text }) => pen.measureText(text).width > room)
      .map(({ text }) => text);
  });
  expect(cut).toEqual([]);
  await day.selectOption('2027-03-31');
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.getByRole('button', { name: '見通しを見る' }).click();
  await page.getByText('講習だけ未 1名（うち郵送でお知らせする方 1名）').click();
  expect(await look('outlook')).toEqual([]);
});

test('登録者の状態 shows whose number it is, says what a change does, and its button names the person', async () => {
  const people = [
    registrant({}),
    registrant({ number: '00104', name: '例示 四郎', state: '登録抹消', actions: [] }),
  ];
  const { page, calls, look } = await open('state', {
    findRegistrant: ({ args }) =>
      ok({ person: people.find(({ number }) => Number(number) === Number(args['number'])) ?? null }),
    changePersonState: () => ok({ name: '雛形 次郎', state: '登録抹消', period: '' }),
  });
  const number = page.getByRole('textbox', { name: '登録番号' });
  await number.fill('104');
  await number.press('Enter');
  await page.getByText('いまの状態「登録抹消」からは、この画面では変えられません。').waitFor();
  expect(await look('person-state-ended')).toEqual([]);
  await page.getByRole('button', { name: 'もどる' }).click();
  expect(await page.getByRole('button', { name: /状態を変える/ }).count()).toBe(0);
  await number.fill('101');
  await page.getByRole('button', { name: '次へ' }).click();
  const person = page.getByRole('group', { name: '登録番号の方' });
  await person.getByText('雛形 次郎').waitFor();
  expect(await person.evaluate((box) => box === document.activeElement)).toBe(true);
  await person.getByText('令和4年4月1日（2022年）から令和9年3月31日（2027年）まで').waitFor();
  expect(await page.getByLabel('復帰', { exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: '雛形 次郎さんの状態を変える' }).click();
  await page.getByText('「変更」を選んでください。').first().waitFor();
  await page.getByLabel('抹消', { exact: true }).check();
  await page.getByText('登録を抹消します。待っている申請と届出は終わり').waitFor();
  await page.getByLabel('事由').fill('本人の申出');
  expect(await look('person-state')).toEqual([]);
  expect(calls.filter(({ method }) => method === 'changePersonState')).toEqual([]);
  await page.getByRole('button', { name: '雛形 次郎さんを登録抹消にする' }).click();
  await page.getByText('雛形 次郎さんの状態を「登録抹消」にしました。').waitFor();
  expect(calls.find(({ method }) => method === 'changePersonState')?.args).toMatchObject({
    ...{ number: '00101', action: '抹消', reason: '本人の申出', seen: '有効' },
  });
  expect(await number.inputValue()).toBe('');
});
