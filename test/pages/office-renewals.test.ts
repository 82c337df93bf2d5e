/** 更新, 証書 and 失効予定 in the sidebar. */
import type { Page } from 'playwright-core';
import type { RenewalCase } from '../../src/contract/office-renewal';
import { certificate, NAMES, openDesk, type Answers } from './support/certificate-samples';
import { no, ok, startPages, stopPages } from './support/open-page';
import { registrant } from './support/registrant-samples';

jest.setTimeout(60_000);
beforeAll(startPages);
afterAll(stopPages);

const applied = (at: number, more: Partial<RenewalCase> = {}): RenewalCase => ({
  receipt: `K26-00000${String(at)}-0`,
  row: at + 1,
  number: `0010${String(at)}`,
  name: NAMES[at] ?? '',
  state: '申請中',
  mayBecome: ['確認済', '差戻し'],
  validTo: '令和9年3月31日（2027年）',
  received: '令和8年11月10日（2026年）',
  course: { met: true, proof: '令和7年6月5日（2025年） 職業紹介責任者講習', pending: '' },
  magazine: true,
  points: { have: 5, needed: 5, pending: 0 },
  proofs: ['令和8年10月8日（2026年） 実務セミナー 2ポイント（P26-000001-0）'],
  unmet: [],
  obstacles: [],
  spelled: [],
  printedName: NAMES[at] ?? '',
  nameDiffers: false,
  gaiji: '',
  sendTo: '自宅',
  address: '〒113-0021 東京都文京区見本1-2-3',
  next: '令和9年4月1日（2027年）から令和14年3月31日（2032年）まで',
  exception: '',
  exceptionReason: '',
  wish: '',
  fixBy: '',
  overdue: false,
  reason: '',
  decidedBy: '',
  lastChance: false,
  ...more,
});
const two = [
  applied(1),
  applied(2, {
    unmet: ['POINTS'],
    points: { have: 3, needed: 5, pending: 0 },
    spelled: ['ポイントが2足りません。'],
  }),
];

const decided = (more: object = {}) =>
  ok({
    decided: 1,
    skipped: [],
    notices: 1,
    letters: 0,
    leavesAt: '11月24日 10:30',
    certificates: 0,
    ...more,
  });

/** What the server says of each state; without 決裁を使う an application is decided at once. */
const OFFERS: Record<string, RenewalCase['mayBecome']> = {
  申請中: ['確認済', '差戻し'],
  確認済: ['承認', '差戻し', '不承認', '申請中'],
  差戻し: ['申請中', '不承認'],
};
const AT_ONCE: RenewalCase['mayBecome'] = ['承認', '差戻し', '不承認'];
const queue = (state = '申請中', useDecision = true) =>
  ok({
    ...{ total: 2, today: '2027-03-20', fixBy: '2027-04-03', useDecision },
    cases: two.map((each) => ({
      ...{ ...each, state },
      mayBecome: state === '申請中' && !useDecision ? AT_ONCE : OFFERS[state],
    })),
    reasons: [{ code: 'K1', reason: '記載氏名が違います。', request: '直してください。' }],
  });
const open = (view: string, answers: Answers = {}) =>
  openDesk('sidebar', { renewalQueue: ({ args }) => queue(String(args.show)), ...answers }, view);
/** Names of the buttons of a card. */
const buttonsOf = (page: Page, name: string) => card(page, name).locator('.buttons button').allInnerTexts();

const card = (page: Page, name: string) => page.getByRole('article', { name });

test('an application shows figures and proof; one that lacks points is 確認済 only with a reason of 特例', async () => {
  const { page, calls, look } = await open('renewals', { decideRenewals: () => decided() });
  await card(page, '見本 花子').getByText('ポイントが2足りません。').waitFor();
  expect(await look('renewals')).toEqual([]);
  await card(page, '雛形 次郎').getByRole('button', { name: '確認済にする' }).click();
  await page.getByText('「確認済」にしました。').waitFor();
  await card(page, '見本 花子').getByRole('button', { name: '確認済にする' }).click();
  await page.getByLabel('特例とする理由').fill('会長の決裁による。');
  expect(await look('renewals-exception')).toEqual([]);
  await card(page, '見本 花子').getByRole('button', { name: '確認済にする' }).click();
  await page.getByText('申請中の申請はありません。').waitFor();
  const decisions = calls.filter(({ method }) => method === 'decideRenewals').map(({ args }) => args);
  expect(decisions[0]).toEqual({
    decision: '確認済',
    receipts: ['K26-000001-0'],
    rows: { 'K26-000001-0': 2 },
  });
  expect(decisions[1]).toMatchObject({ exception: { kind: '要件不足', reason: '会長の決裁による。' } });
});

test('決裁日を入れてまとめて承認: count, samples, and what was left', async () => {
  const { page, calls, look } = await open('renewals', {
    decideRenewals: () =>
      decided({
        certificates: 1,
        skipped: [
          {
            receipt: 'K26-000002-0',
            name: '見本 花子',
            reason: 'UNMET',
            state: '確認済',
            spelled: ['ポイントが2足りません。'],
          },
        ],
      }),
  });
  await page.getByLabel('確認済', { exact: true }).check();
  await page.getByLabel('要件を満たす申請をすべて選ぶ').check();
  await page.getByLabel('見本 花子（00102）を選ぶ').check();
  await page.getByRole('button', { name: 'まとめて承認' }).click();
  await page.getByText('選んだ2件を「承認」にしますか').waitFor();
  await page.getByLabel('決裁日').fill('令和9年3月20日');
  await page.getByLabel('決裁番号').fill('第12号');
  expect(await look('renewals-together')).toEqual([]);
  await page.getByRole('button', { name: 'まとめて承認' }).click();
  await page.getByText('見本 花子：ポイントが2足りません。').waitFor();
  await page.getByText('雛形 次郎（00101）：「承認」にしました。').waitFor();
  expect(calls.find(({ method }) => method === 'decideRenewals')?.args).toMatchObject({
    decision: '承認',
    receipts: ['K26-000001-0', 'K26-000002-0'],
    resolvedOn: '2027-03-20',
    resolution: '第12号',
  });
});

test.each([
  ['申請中', true, ['確認済にする', '差戻し'], 'まとめて確認済'],
  ['申請中', false, ['承認する', '差戻し', '不承認'], 'まとめて承認'],
  ['確認済', true, ['承認する', '差戻し', '不承認', '確認を取り消す'], 'まとめて承認'],
  ['確認済', false, ['承認する', '差戻し', '不承認', '確認を取り消す'], 'まとめて承認'],
  ['差戻し', true, ['申請中にもどす', '不承認'], ''],
  ['差戻し', false, ['申請中にもどす', '不承認'], ''],
] as const)(
  '%s with 決裁を使う=%s: the buttons are what the server offers',
  async (state, use, names, all) => {
    const { page, look } = await open('renewals', {
      renewalQueue: ({ args }) => queue(String(args.show), use),
    });
    await page.getByLabel(state, { exact: true }).check();
    await page.getByText(`${state}の申請が2件あります。`).waitFor();
    expect(await buttonsOf(page, '雛形 次郎')).toEqual(names);
    const group = page.getByRole('button', { name: /^まとめて/ });
    expect(await group.allInnerTexts()).toEqual(all === '' ? [] : [all]);
    expect(await page.getByLabel('雛形 次郎（00101）を選ぶ').count()).toBe(all === '' ? 0 : 1);
    expect(await look(`renewals-offers-${state}-${String(use)}`)).toEqual([]);
  },
);

test('決裁を使う=しない: approved from 申請中 without 決裁日; a 特例 asks for its 決裁番号', async () => {
  const { page, calls, look } = await open('renewals', {
    renewalQueue: () => queue('申請中', false),
    decideRenewals: () => decided({ certificates: 1 }),
  });
  await card(page, '雛形 次郎').getByRole('button', { name: '承認する' }).click();
  await page.getByText('この申請を承認しますか').waitFor();
  expect(await page.getByLabel('決裁日').count()).toBe(0);
  await card(page, '雛形 次郎').getByRole('button', { name: '承認する' }).click();
  await page.getByText('「承認」にしました。').waitFor();
  await card(page, '見本 花子').getByRole('button', { name: '承認する' }).click();
  await page.getByLabel('特例とする理由').fill('会長の決裁による。');
  await page.getByLabel('決裁番号').fill('特第1号');
  expect(await look('renewals-at-once-exception')).toEqual([]);
  await card(page, '見本 花子').getByRole('button', { name: '承認する' }).click();
  await page.getByText('申請中の申請はありません。').waitFor();
  const decisions = calls.filter(({ method }) => method === 'decideRenewals').map(({ args }) => args);
  expect(decisions[0]).toEqual({
    ...{ decision: '承認', receipts: ['K26-000001-0'], rows: { 'K26-000001-0': 2 } },
  });
  expect(decisions[1]).toMatchObject({ resolution: '特第1号', exception: { kind: '要件不足' } });
});

test('a press its state does not allow leaves the case where it is; one somebody was faster with goes', async () => {
  const skip = (at: 0 | 1, state: string) => {
    const { receipt, name } = two[at] as RenewalCase;
    return { receipt, name, reason: 'DECIDED', state, spelled: [] };
  };
  const { page, look } = await open('renewals', {
    decideRenewals: ({ args }) =>
      decided({
        ...{ decided: 0, notices: 0 },
        skipped:
          (args.receipts as string[]).length === 2
            ? [skip(0, '申請中'), skip(1, '取下げ')]
            : [skip(0, '申請中')],
      }),
  });
  await card(page, '雛形 次郎').getByRole('button', { name: '確認済にする' }).click();
  await card(page, '雛形 次郎')
    .getByText('「申請中」の申請は、いまの設定ではこのように決められません。')
    .waitFor();
  expect(await look('renewals-not-allowed')).toEqual([]);
  await page.getByLabel('要件を満たす申請をすべて選ぶ').check();
  await page.getByLabel('見本 花子（00102）を選ぶ').check();
  await page.getByRole('button', { name: 'まとめて確認済' }).click();
  await page.getByRole('button', { name: 'まとめて確認済' }).click();
  await page.getByText('見本 花子（00102）：すでに「取下げ」になっています。').waitFor();
  await card(page, '雛形 次郎').getByRole('button', { name: '確認済にする' }).waitFor();
  await page.getByText('申請中の申請が1件あります。').waitFor();
});

test('an approval is taken back in its line', async () => {
  const { page, calls, look } = await open('renewals', {
    decideRenewals: ({ args }) => decided({ notices: args.decision === '取消' ? 0 : 1 }),
  });
  await page.getByLabel('確認済', { exact: true }).check();
  const first = card(page, '雛形 次郎').getByRole('button', { name: '承認する' });
  await first.click();
  await page.getByText('この申請を承認しますか').waitFor();
  await first.click();
  await page.getByText('「承認」にしました。').waitFor();
  await page.getByRole('button', { name: /^決定を取り消す/ }).click();
  await page.getByText('証書は「廃棄」になります。').waitFor();
  await page.getByLabel('理由', { exact: true }).fill('取り違えました。');
  expect(await look('renewals-undo')).toEqual([]);
  await page.getByRole('button', { name: '決定を取り消す', exact: true }).click();
  await page.getByText('雛形 次郎（00101）：「取消」にしました。').waitFor();
  expect(calls.filter(({ method }) => method === 'decideRenewals').pop()?.args).toEqual({
    ...{ decision: '取消', receipts: ['K26-000001-0'], rows: { 'K26-000001-0': 2 } },
    reason: '取り違えました。',
  });
});

test('one found by its number is taken back, and opened again; the list is then read anew', async () => {
  let found = applied(1, { state: '承認', mayBecome: ['取消'], decidedBy: '青木', spelled: ['すでに更新'] });
  const { page, calls, look } = await open('renewals', {
    renewalCase: () => ok({ found }),
    decideRenewals: () => decided({ notices: 0 }),
  });
  const search = async () => {
    await page.getByRole('textbox', { name: '受付番号' }).fill('K26-000001-0');
    await page.getByRole('button', { name: '探す', exact: true }).click();
  };
  await page.getByRole('button', { name: '受付番号で探す' }).click();
  await search();
  await page.getByText('いまの状態：承認').waitFor();
  expect(await look('renewals-search')).toEqual([]);
  await page.getByRole('button', { name: '決定を取り消す' }).click();
  await page.getByText('訂正のお知らせを送ります。').waitFor();
  await page.getByLabel('理由', { exact: true }).fill('取り違えました。');
  expect(await look('renewals-search-undo')).toEqual([]);
  await page.getByRole('button', { name: '決定を取り消す' }).click();
  await page.getByText('雛形 次郎（00101）：「取消」にしました。').waitFor();
  found = { ...found, state: '取消', mayBecome: ['申請中'] };
  await search();
  await page.getByRole('button', { name: '申請中にもどす' }).click();
  await page.getByText('雛形 次郎（00101）：申請中にもどしました。').waitFor();
  const reads = () => calls.filter(({ method }) => method === 'renewalQueue').length;
  const before = reads();
  await page.getByRole('button', { name: '一覧にもどる' }).click();
  await page.getByText('申請中の申請が2件あります。').waitFor();
  expect(reads()).toBe(before + 1);
});

test('an application on paper is entered; what bars it is said', async () => {
  const { page, calls, look } = await open('renewals', {
    findRegistrant: () => ok({ person: registrant({}) }),
    enterRenewal: () => no('INVALID', { fields: { number: 'OPEN_APPLICATION' } }),
  });
  await page.getByRole('button', { name: '紙の申請を入力する' }).click();
  await page.getByRole('textbox', { name: '登録番号' }).fill('１０１');
  await page.getByRole('button', { name: '次へ' }).click();
  expect(calls.find(({ method }) => method === 'findRegistrant')?.args).toEqual({ number: '１０１' });
  await page.getByRole('button', { name: '雛形 次郎さんの申請を受け付ける' }).click();
  await page.getByText('この方の更新の申請が、まだ終わっていません。').first().waitFor();
  expect(await look('renewals-paper')).toEqual([]);
  await page.getByRole('link', { name: 'この方の更新の申請が、まだ終わっていません。' }).click();
  const person = page.getByRole('group', { name: '登録番号の方' });
  expect(await person.evaluate((box) => box === document.activeElement)).toBe(true);
});

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
  expect(await page.getByText('台帳の住所は、この宛名のままです。').count()).toBe(1);
  expect(await look('certificates-back')).toEqual([]);
  await page.getByRole('button', { name: '作成済にもどす' }).first().click();
  await page.getByText('「作成済」にもどしました。宛名は、いまの台帳の住所です。').waitFor();
  expect(calls.find(({ method }) => method === 'markCertificates')?.args).toEqual({
    ...{ to: '作成済', certificates: ['S26-000001'] },
  });
});
