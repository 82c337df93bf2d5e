/** 「更新」 in each state: what it says, what may be pressed, and that it can be read. */
import type { MypageView } from '../../src/contract/mypage';
import type { RenewalView } from '../../src/contract/mypage-renewal';
import { no, ok, openPage, startPages, stopPages, type OpenPage } from './support/open-page';
import {
  applied,
  approved,
  certificate,
  closed,
  metPoints,
  postedCertificate,
  receivedCertificate,
  renewing,
  timeline,
  waiting,
} from './support/renewal-samples';
import { status, view } from './support/samples';

beforeAll(startPages);
afterAll(stopPages);

async function visit(mine: MypageView): Promise<OpenPage> {
  const opened = await openPage('mypage', {
    play: ({ method }) =>
      method === 'status'
        ? ok(status)
        : method === 'login'
          ? ok({ next: 'home', token: 't', view: mine })
          : no('TROUBLE'),
  });
  const { page } = opened;
  await page.getByLabel('登録番号').fill('00123');
  await page.getByLabel('パスワード').fill('own password');
  await page.getByRole('button', { name: 'ログイン', exact: true }).click();
  await page.getByRole('heading', { name: '次にすること' }).waitFor();
  return opened;
}

interface State {
  name: string;
  mine: MypageView;
  home: string[];
  says: string[];
  button?: string;
  silent?: (string | RegExp)[];
}

const noCourse: MypageView = {
  ...closed(['COURSE', 'MAGAZINE', 'POINTS']),
  points: {
    ...view.points,
    requirements: {
      met: false,
      course: { met: false, proof: null, pending: null },
      magazine: { met: false },
      points: { met: false, have: 3, needed: 5, missing: 2, pending: 0 },
      lastSafeDay: '令和9年3月17日（水）',
    },
  },
};
const unknown: Partial<RenewalView> = {
  start: '',
  end: '',
  opens: '',
  closes: '',
  daysToApply: null,
  periods: [],
};

/** The first period of somebody of an old 台帳, which knows only its end. */
const noStart: MypageView = {
  ...renewing({ start: '', periods: [{ ...view.renewal.periods[0], start: '' }] as RenewalView['periods'] }),
  points: { ...metPoints, start: '' },
};

const states: State[] = [
  {
    name: 'no-start',
    mine: noStart,
    home: ['更新を申請してください。'],
    says: ['更新を申請できます'],
    silent: [/(^|\s)から/],
  },
  {
    name: 'too-early',
    mine: closed(['TOO_EARLY']),
    home: ['更新の申請は、令和8年9月30日（水）から受け付けます。', '自動では更新されません。'],
    says: ['申請の受付は、これからです', '更新の申請は、令和8年9月30日（水）から受け付けます。'],
  },
  {
    name: 'just-renewed',
    mine: closed(['COURSE', 'POINTS', 'TOO_EARLY']),
    home: ['更新の申請は、令和8年9月30日（水）から受け付けます。'],
    says: ['申請の受付は、これからです', 'あと2ポイントが必要です。'],
    silent: ['いまは申請できません'],
  },
  {
    name: 'short',
    mine: noCourse,
    home: ['あと2ポイントが必要です。'],
    says: [
      'いまは申請できません',
      '職業紹介責任者講習（当協会開催）の受講が必要です。令和9年3月31日（水）までに、「ポイント」から申請してください。',
      'メールマガジンの登録が必要です。',
      'あと2ポイントが必要です。令和9年3月31日（水）までに、「ポイント」から申請してください。',
      '確認に日数がかかります。令和9年3月17日（水）までの申請をおすすめします。',
    ],
    button: '台帳を開く',
  },
  {
    name: 'pending',
    mine: closed(['POINTS']),
    home: ['あと2ポイントが必要です。申請を事務局で確認しています。'],
    says: ['申請を事務局で確認しています。結果をお待ちください。'],
  },
  {
    name: 'pending-in-time',
    mine: closed(['POINTS'], { waitsInTime: true }),
    home: ['承認の日の14日後まで、更新を申請できます。'],
    says: ['確認が期限のあとになっても、承認されて要件がそろえば'],
  },
  {
    name: 'rescued',
    mine: renewing({ rescuedUntil: '令和9年4月14日（水）', daysToApply: 0 }),
    home: ['令和9年4月14日（水）までに、更新を申請してください。'],
    says: ['今日が申請の最後の日です', 'まで申請できます。'],
    button: '更新を申請する',
  },
  {
    name: 'confirmed',
    mine: waiting({ state: '確認済', timeline: timeline(2) }),
    home: ['更新の申請を受け付けています。'],
    says: ['事務局での確認が終わりました。', '協会の決裁'],
    button: '取り下げる',
    silent: ['いまは申請できません', '更新の要件'],
  },
  {
    name: 'typed-state',
    mine: waiting({ state: '処理中', canWithdraw: false }),
    home: ['更新の申請を受け付けています。'],
    says: ['事務局で手続きをしています。'],
    silent: ['取り下げる'],
  },
  {
    name: 'refused',
    mine: renewing({
      application: applied({
        state: '不承認',
        canWithdraw: false,
        reason: '講習の記録が確認できませんでした。',
      }),
    }),
    home: ['更新を申請してください。'],
    says: ['今回は、更新を承認することができませんでした。', '講習の記録が確認できませんでした。'],
    button: '更新を申請する',
  },
  {
    name: 'approved',
    mine: approved(3, certificate()),
    home: ['更新が承認されました。次の資格有効期間は、令和9年4月1日（2027年）からです。'],
    says: [
      '次の資格有効期間',
      '令和9年4月1日（2027年）以後の講習とポイントが対象になります。',
      '発送の準備をしています。',
    ],
    silent: ['いまは申請できません', '受け取りました'],
  },
  {
    name: 'posted',
    mine: approved(4, postedCertificate),
    home: ['届きましたら、「更新」の「受け取りました」を押してください。'],
    says: ['お問い合わせ番号 123-45-67890-1', '（簡易書留）'],
    button: '受け取りました',
  },
  {
    name: 'came-back',
    mine: approved(3, {
      ...postedCertificate,
      ...{
        state: '返戻',
        returned: '令和8年12月20日（2026年）',
        returnReason: '宛先不明',
        canConfirm: false,
      },
    }),
    home: ['更新が承認されました。'],
    says: ['事務局へもどってきました（宛先不明）。「台帳」の住所と送付先をお確かめのうえ'],
    silent: ['受け取りました'],
  },
  {
    name: 'received-all',
    mine: approved(5, receivedCertificate),
    home: ['更新が承認されました。'],
    says: ['令和8年12月14日（2026年）に受け取られました。', '第2期　更新', '第1期　新規認定　いまの期間'],
  },
  {
    name: 'too-late',
    mine: closed(['TOO_LATE'], { daysToApply: -3 }, { state: '満了', daysLeft: -3 }),
    home: ['有効期間が終わっています。', '申請の期限（令和9年3月31日（水））を過ぎたため'],
    says: ['お早めに、事務局へお電話ください。'],
    silent: ['更新を申請する'],
  },
  {
    name: 'too-late-waiting',
    mine: closed(
      ['POINTS', 'TOO_LATE'],
      { daysToApply: -3, waitsInTime: true },
      { state: '満了', daysLeft: -3 },
    ),
    home: ['期限までの申請を事務局で確認しています。'],
    says: ['承認されて要件がそろえば、承認の日の14日後まで、更新を申請できます。'],
  },
  {
    name: 'lapsed',
    mine: closed(['STATE', 'TOO_LATE'], { daysToApply: -40 }, { state: '失効', daysLeft: -40 }),
    home: ['資格は失効しています'],
    says: ['資格の効力がなくなっているため、申請できません。', '第1期　新規認定'],
  },
  {
    name: 'paused',
    mine: closed(['STATE', 'POINTS'], {}, { state: '休止' }),
    home: ['資格は休止中です。'],
    says: ['再開するときは、事務局へご連絡ください。'],
    silent: ['あと2ポイントが必要です。'],
  },
  {
    name: 'unknown',
    mine: {
      ...closed(['UNKNOWN'], unknown, { state: '不明', start: '', end: '', daysLeft: null }),
      points: { ...view.points, start: '', end: '', requirements: null },
    },
    home: ['有効期間がわからないときは'],
    says: ['資格有効期間を事務局で確認しています。'],
  },
];

test.each(states)('$name', async ({ name, mine, home, says, button, silent = [] }) => {
  const { page, look } = await visit(mine);
  for (const text of home) await page.getByText(text).first().waitFor();
  await page.getByRole('link', { name: '更新', exact: true }).click();
  await page.getByRole('heading', { name: '資格更新の申請', level: 1 }).waitFor();
  for (const text of says) await page.getByText(text).first().waitFor();
  if (button !== undefined) await page.getByRole('button', { name: button, exact: true }).waitFor();
  for (const text of silent) expect(await page.getByText(text, { exact: true }).count()).toBe(0);
  const text = await page.locator('main').innerText();
  expect(text).not.toMatch(/undefined|null|NaN|OPEN_APPLICATION|TOO_|COURSE|POINTS/);
  expect(await look(`renewal-state-${name}`)).toEqual([]);
});
