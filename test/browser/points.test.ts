/**
 * J3 through both faces: on the phone a seminar is applied for with a photo of 12 megapixels; in the sidebar it is sent back for a
 * blurred one; it is sent again and approved by Enter.
 */
import { admit, OWN_PASSWORD } from '../support/admit';
import type { FrameLocator, Page } from 'playwright-core';
import { violationsOf } from '../support/axe';
import { openBrowser, phone, screenshot, type TestBrowser } from '../support/browser';
import { importDay } from '../support/import-day';
import { officeDay } from '../support/office-day';
import type { Mail, OfficeDay, Person, Row } from '../support/office-day';
import { pointsDay } from '../support/points-day';
import { openSidebar, type Sidebar } from '../support/sidebar';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';

const TITLE = '若者の就労を考えるセミナー';
const BLURRED = '証明書類の写真が読み取れませんでした。';
/** A Tuesday: results go out on working days. */
const NOW = '2026-11-24T09:00:00+09:00';

let workspace: TestWorkspace;
let browser: TestBrowser;
let day: OfficeDay;
let person: Person;
let page: Page;
let mypage: FrameLocator;
let sidebar: Sidebar;

beforeAll(async () => {
  [workspace, browser] = await Promise.all([startTestWorkspace({ now: NOW }), openBrowser()]);
  day = officeDay(workspace.control);
  person = await day.person('inWindowShort');
  await admit(day, person);
  page = await browser.newPage(phone);
  sidebar = await openSidebar(workspace, browser, day);
});
afterAll(async () => {
  await browser.close();
  await workspace.close();
});

// By keyboard: clicks sometimes land beside what has just been scrolled to inside the frames.
const press = (name: string) =>
  mypage.getByRole('button', { name, exact: true }).filter({ visible: true }).press('Enter');
const heading = (name: string) => mypage.getByRole('heading', { name, exact: true, level: 1 }).waitFor();

/** What axe finds in the frames of My Page; a picture beside it. */
async function look(name: string): Promise<string[]> {
  await screenshot(page, name);
  return violationsOf(page, ['sandboxFrame', 'userHtmlFrame']);
}

/** She comes back to the phone, as one does after hours. */
async function login(): Promise<void> {
  await page.goto(`${workspace.url}exec`);
  mypage = page.frameLocator('#sandboxFrame').frameLocator('#userHtmlFrame');
  await mypage.getByLabel('登録番号').fill(person.number);
  await mypage.getByLabel('パスワード', { exact: true }).fill(OWN_PASSWORD);
  await press('ログイン');
  await mypage.getByRole('heading', { name: '更新の要件' }).waitFor();
}

const textOf = (name: string): Promise<string> =>
  mypage
    .locator('section')
    .filter({ has: mypage.getByRole('heading', { name, exact: true }) })
    .innerText();

/** 受講証明書 as a phone takes it, 4,000 by 3,000 pixels with grain; out of focus if the hand shook. */
async function photo(blurred: boolean): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const base64 = await page.evaluate(async (shaken) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [4000, 3000];
    const pen = canvas.getContext('2d')!;
    const image = pen.createImageData(4000, 3000);
    let seed = 1;
    for (let at = 0; at < image.data.length; at += 4) {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      image.data.set(
        [200, 195, 180].map((tone) => tone + ((seed >> 16) % 40)),
        at,
      );
      image.data[at + 3] = 255;
    }
    pen.putImageData(image, 0, 0);
    pen.filter = shaken ? 'blur(60px)' : 'none';
    pen.font = '300px sans-serif';
    pen.fillText('受講証明書', 1200, 900);
    pen.fillText('若者の就労を考えるセミナー', 100, 1800, 3800);
    const blob = await new Promise<Blob>((resolve) =>
      canvas.toBlob((made) => resolve(made!), 'image/jpeg', 0.95),
    );
    const url = await new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result as string);
      reader.readAsDataURL(blob);
    });
    return url.slice(url.indexOf(',') + 1);
  }, blurred);
  return { name: '写真.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
}

async function addPhoto(blurred: boolean): Promise<number> {
  const taken = await photo(blurred);
  await mypage.getByLabel('写真・PDF', { exact: true }).setInputFiles(taken);
  await mypage.getByRole('img', { name: '1つ目の写真' }).waitFor({ timeout: 60_000 });
  return taken.buffer.length;
}

/** Somebody else's application on paper, which 受講履歴 agrees with: it stands below hers. */
async function anotherWaits(): Promise<Person> {
  const other = await day.person('sameMail');
  await importDay(day).attend(other, '実務セミナー', '2026-10-08');
  await pointsDay(day).enter(other.number, { host: '当協会', receivedOn: '2026-11-24' });
  return other;
}

/** The secretary looks at the photo, cannot read it and sends it back with a 理由文例. */
async function sendBack(): Promise<void> {
  await sidebar.frame.getByRole('button', { name: 'ポイントの確認待ち' }).press('Enter');
  await sidebar.frame.getByText('申請中の申請が2件あります。').waitFor();
  const card = sidebar.card(person.number);
  await card.getByText('受講履歴との照合：記録なし').waitFor();
  expect(await sidebar.look('j3-office-queue')).toEqual([]);
  const [opened] = await Promise.all([
    sidebar.page.waitForEvent('popup'),
    card.getByRole('link', { name: '証明書類1を開く' }).press('Enter'),
  ]);
  const image = opened.getByRole('img');
  await image.waitFor();
  expect(await image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBeGreaterThan(1000);
  await opened.close();

  await card.getByRole('button', { name: '差戻し', exact: true }).press('Enter');
  const step = card.getByRole('form', { name: 'ご本人に差し戻しますか' });
  await step.getByLabel('理由文例').selectOption(BLURRED);
  await step.getByText('令和8年12月8日（火）').waitFor();
  expect(await sidebar.look('j3-office-return')).toEqual([]);
  await step.getByRole('button', { name: '差し戻す' }).press('Enter');
  await sidebar.frame
    .getByText(/「差戻し」にしました。お知らせのメールは、11月24日 09:31以後に送られます。/)
    .waitFor();
  await sidebar.frame.getByRole('option', { name: 'ポイント（1）' }).waitFor({ state: 'attached' });
  expect(await sidebar.look('j3-office-returned')).toEqual([]);
  // What was sent back is opened again under 「差戻し」.
  expect(await sidebar.frame.getByRole('button', { name: '決定を取り消す' }).count()).toBe(0);
}

/** Which button has the focus: the name of its card and its own. */
const focused = () =>
  sidebar.frame
    .locator(':focus')
    .evaluate((element) => [element.closest('article')?.ariaLabel ?? '', element.textContent]);

/** She has left the sidebar open, reads it again and goes through it with the Enter key alone. */
async function approveByEnter(other: Person): Promise<void> {
  const { frame, page: sheet } = sidebar;
  await frame.getByRole('button', { name: '最新にする' }).press('Enter');
  const card = sidebar.card(person.number);
  await card.getByText('証明書類2を開く').waitFor();
  await card.getByRole('button', { name: '承認', exact: true }).focus();
  await sheet.keyboard.press('Enter');
  const step = card.getByRole('form', { name: 'この申請を承認しますか' });
  await step.getByText('受講履歴との照合は「記録なし」です。証明書類をお確かめください。').waitFor();
  expect(await sidebar.look('j3-office-approve')).toEqual([]);
  expect(await focused()).toEqual([`${person.name}（${person.number}）`, '承認する']);
  await sheet.keyboard.press('Enter');
  await frame.getByText(`${person.name}（${person.number}）：「承認」にしました。`).waitFor();

  // Of the next one 受講履歴 says the same: one more Enter is all it takes.
  expect(await focused()).toEqual([`${other.name}（${other.number}）`, '承認']);
  await sheet.keyboard.press('Enter');
  await frame.getByText(`${other.name}（${other.number}）：「承認」にしました。`).waitFor();
  await frame.getByText('申請中の申請はありません。').waitFor();
  expect(await sidebar.look('j3-office-approved')).toEqual([]);
}

const mailsAbout = async (subject: string): Promise<Mail[]> =>
  (await day.mails(person.mailToType)).filter((mail) => mail.subject.includes(subject));
const rowOf = async (receipt: string): Promise<Row | undefined> =>
  (await day.rows('ポイント')).find((row) => row['受付番号'] === receipt);
const photos = () =>
  day.control.get<{ mimeType: string; size: number; parent: string | null }[]>('/api/files');

it('a registrant gets a seminar counted from the phone, at the second try', async () => {
  await login();
  expect(await textOf('更新の要件')).toMatch(/ポイント 3／5\s+まだです/);
  expect(await textOf('次にすること')).toContain('あと2ポイントが必要です。');
  expect(await look('j3-home-before')).toEqual([]);

  await press('ポイントを確認・申請する');
  await heading('ポイントの確認・申請');
  expect(await look('j3-points-before')).toEqual([]);
  await press('講習・ポイントの承認を申請する');
  await heading('どの行事ですか');
  expect(await look('j3-pick')).toEqual([]);
  await press('一覧にない');
  await heading('講習・ポイントの承認を申請する');
  await mypage.getByLabel('セミナー', { exact: true }).check();
  await mypage.getByLabel('ほかの団体', { exact: true }).check();
  await mypage.getByLabel('セミナー・講習などの名称').fill(TITLE);
  await mypage.getByLabel('月', { exact: true }).fill('10');
  await mypage.getByLabel('日', { exact: true }).fill('8');
  await mypage.getByText('ポイント：1ポイント（承認されたとき）').waitFor();
  await mypage.getByLabel('写真・PDFを付ける', { exact: true }).check();
  expect(await addPhoto(true)).toBeGreaterThan(3_000_000);
  expect(await look('j3-form')).toEqual([]);
  await press('確認する');
  await heading('申請の確認');
  expect(await look('j3-confirm')).toEqual([]);
  await press('この内容で申請する');
  await heading('講習・ポイントの申請を受け付けました');
  expect(await look('j3-done')).toEqual([]);
  const receipt = (await mypage.getByText(/^P26-\d{6}-\d$/).innerText()).trim();
  await day.advance('PT1M');
  const [receiptMail] = await mailsAbout(`受け付けました（${receipt}）`);
  expect(receiptMail?.body).toContain(TITLE);

  const other = await anotherWaits();
  await sidebar.frame.getByRole('button', { name: '最新にする' }).press('Enter');
  await sendBack();
  await day.advance('PT31M');
  const [returned, ...noMore] = await mailsAbout('ポイントの申請について確認');
  expect(noMore).toEqual([]);
  expect(returned?.body).toContain(`確認が必要な点：${BLURRED}`);
  expect(returned?.body).toContain('期限：令和8年12月8日（火）');
  expect(returned?.body).toContain('「修正して再申請」');

  await login();
  await mypage.getByText('直していただきたいポイントの申請があります').waitFor();
  expect(await look('j3-home-returned')).toEqual([]);
  await press('申請を見る');
  await mypage.getByText('補正期限（直す期限）：令和8年12月8日（火）').scrollIntoViewIfNeeded();
  expect(await look('j3-points-returned')).toEqual([]);
  await press('修正して再申請');
  await heading('修正して再申請');
  expect(await mypage.getByLabel('セミナー・講習などの名称').inputValue()).toBe(TITLE);
  expect(await mypage.getByLabel('月', { exact: true }).inputValue()).toBe('10');
  await mypage.getByLabel('写真・PDFを付ける', { exact: true }).check();
  await addPhoto(false);
  expect(await look('j3-mend')).toEqual([]);
  await press('確認する');
  await heading('申請の確認');
  await press('この内容で申請する');
  await heading('講習・ポイントの申請を受け付けました');
  await mypage.getByText(receipt, { exact: true }).waitFor();

  expect(await rowOf(receipt)).toMatchObject({ 状態: '申請中', 証明書類の状態: '添付', 名称: TITLE });
  expect((await rowOf(receipt))?.['証明書類']?.split('\n')).toHaveLength(2);
  const kept = (await photos()).filter(({ parent }) => parent !== null);
  expect(kept.map(({ mimeType }) => mimeType)).toEqual(['image/jpeg', 'image/jpeg']);
  expect(Math.max(...kept.map(({ size }) => size))).toBeLessThanOrEqual(1_000_000);

  await approveByEnter(other);
  expect(await rowOf(receipt)).toMatchObject({ 状態: '承認', 承認ポイント: '1', 照合結果: '記録なし' });
  await day.advance('PT31M');
  const [approved, ...others] = await mailsAbout('ポイントの申請を承認しました');
  expect(others).toEqual([]);
  expect(approved?.body).toContain(TITLE);
  expect(approved?.body).toContain('ポイント：4（必要 5）');
  expect(approved?.body).toContain('更新には、あと1ポイントが必要です。');

  await login();
  expect(await textOf('更新の要件')).toMatch(/ポイント 4／5\s+まだです/);
  expect(await textOf('次にすること')).toContain('あと1ポイントが必要です。');
  expect(await look('j3-home-after')).toEqual([]);
  await press('ポイントを確認・申請する');
  const card = mypage.getByRole('listitem').filter({ hasText: receipt });
  await card.getByText('承認', { exact: true }).waitFor();
  await card.getByText('1ポイント', { exact: true }).waitFor();
  expect(await look('j3-points-after')).toEqual([]);
});
