/** J4 on a phone, through My Page's face: 更新を申請する, 差戻し mended, approved, posted, 受け取りました; and one who is too late. */
import type { FrameLocator } from 'playwright-core';
import { openBrowser, phone, screenshot, type TestBrowser } from '../support/browser';
import { officeDay, type OfficeDay, type Person } from '../support/office-day';
import { renewalDay, type RenewalDay } from '../support/renewal-day';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

const OWN = 'みどり-そら-かわ-ねこ-2026';

let workspace: TestWorkspace;
let browser: TestBrowser;
let day: OfficeDay;
let renewal: RenewalDay;
let person: Person;

beforeAll(async () => {
  [workspace, browser] = await Promise.all([startTestWorkspace(), openBrowser()]);
  day = officeDay(workspace.control);
  renewal = renewalDay(day);
});
beforeEach(async () => {
  await workspace.control.post('/api/reset', {
    ...{ scenario: 'sample', registrants: 60, now: '2026-11-24T10:00:00+09:00' },
  });
  ({ person } = await renewal.enter('inWindowComplete'));
});
afterAll(async () => {
  await browser.close();
  await workspace.close();
});

interface Visit {
  mypage: FrameLocator;
  press: (name: string) => Promise<void>;
  says: (text: string) => Promise<void>;
  look: (name: string) => Promise<string>;
}

/** Logs in anew and opens 「更新」. */
async function visit(): Promise<Visit> {
  const page = await browser.newPage(phone);
  await page.goto(`${workspace.url}exec`);
  const mypage = page.frameLocator('#sandboxFrame').frameLocator('#userHtmlFrame');
  // By keyboard: clicks sometimes land beside what has just been scrolled to inside the frames.
  const press = (name: string) => mypage.getByRole('button', { name, exact: true }).press('Enter');
  await mypage.getByLabel('登録番号').fill(person.number);
  await mypage.getByLabel('パスワード', { exact: true }).fill(OWN);
  await press('ログイン');
  await mypage.getByRole('link', { name: '更新', exact: true }).press('Enter');
  await mypage.getByRole('heading', { name: '資格更新の申請' }).waitFor();
  return {
    ...{ mypage, press },
    says: (text) => mypage.getByText(text).first().waitFor(),
    look: (name) => screenshot(page, `renewal-mypage-${name}`),
  };
}

const application = async () => (await day.rows('更新申請'))[0];

it('is applied for, mended, approved and ends with the certificate in the letter box', async () => {
  const first = await visit();
  await first.says('更新を申請できます');
  await first.look('open');
  await first.press('更新を申請する');
  await first.mypage.getByRole('radio', { name: '自宅' }).press('Space');
  await first.press('確認する');
  await first.press('この内容で申請する');
  await first.says('更新の申請を受け付けました');
  const receipt = (await application())?.['受付番号'] ?? '';
  await first.says(receipt);
  expect(await application()).toMatchObject({ 状態: '申請中', 記載氏名: person.name, 送付先: '自宅' });

  await renewal.decide('差戻し', [receipt], {
    reason: 'お名前を確認できませんでした。',
    request: '台帳のとおりに直してください。',
    fixBy: '2026-12-10',
  });
  const second = await visit();
  await second.says('お名前を確認できませんでした。');
  await second.says('台帳のとおりに直してください。');
  await second.says('令和8年12月10日（木）');
  await second.look('returned');
  await second.press('修正して再申請');
  await second.mypage.getByLabel('記載氏名').fill('十全　満');
  await second.press('確認する');
  await second.press('この内容で申請する');
  await second.says('更新の申請を受け付けました');
  expect(await application()).toMatchObject({ 受付番号: receipt, 状態: '申請中', 記載氏名: '十全　満' });

  await renewal.approve([receipt], '2026-11-24');
  const [letter] = await renewal.rowsOf('証書', person.number);
  const certificate = letter?.['証書番号'] ?? '';
  await renewal.ask('markCertificates', { to: '作成済', certificates: [certificate] });
  const third = await visit();
  await third.says('令和14年3月31日（2032年）まで');
  await third.says('発送の準備をしています。');
  await third.look('approved');
  const lines = [{ certificate, tracking: '1234-5678-9012' }];
  await renewal.ask('postCertificates', { postedOn: '2026-11-24', postedBy: '簡易書留', lines });

  const fourth = await visit();
  await fourth.says('お問い合わせ番号 1234-5678-9012');
  await fourth.look('posted');
  await fourth.press('受け取りました');
  await fourth.mypage.getByRole('heading', { name: '資格認定証書の受領' }).waitFor();
  await fourth.press('受け取りました');
  await fourth.says('受領を記録しました。');
  await fourth.look('received');
  expect(await renewal.rowsOf('証書', person.number)).toMatchObject([{ 状態: '受領', 受領日: '2026/11/24' }]);
});

it('is withdrawn after a question, applied for once more, and closed after 満了日', async () => {
  const first = await visit();
  await first.press('更新を申請する');
  await first.press('確認する');
  await first.press('この内容で申請する');
  await first.says('更新の申請を受け付けました');
  await first.press('更新にもどる');
  await first.press('取り下げる');
  await first.mypage.getByRole('heading', { name: '更新の申請を取り下げますか' }).waitFor();
  await first.press('取り下げる');
  await first.says('更新の申請を取り下げました。');
  await first.says('この申請は、取り下げられています。');
  await first.says('更新を申請できます');
  expect(await application()).toMatchObject({ 状態: '取下げ' });

  await renewal.to('2027-04-02T10:00:00+09:00');
  const late = await visit();
  await late.says('申請の期限（令和9年3月31日（水））を過ぎたため、この画面からは申請できません。');
  expect(await late.mypage.getByRole('button', { name: '更新を申請する' }).count()).toBe(0);
  await late.look('late');
});

it('shows in the page that stayed open what the office decided meanwhile', async () => {
  const open = await visit();
  await open.press('更新を申請する');
  await open.mypage.getByRole('radio', { name: '自宅' }).press('Space');
  await open.press('確認する');
  await open.press('この内容で申請する');
  await open.says('更新の申請を受け付けました');
  await renewal.approve([(await application())?.['受付番号'] ?? ''], '2026-11-24');
  await open.mypage.getByRole('link', { name: '更新', exact: true }).press('Enter');
  await open.says('令和14年3月31日（2032年）まで');
  await open.says('更新が承認されました。');
  await open.look('open-meanwhile');
});
