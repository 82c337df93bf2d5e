/** ポイント of My Page as tests open it: the server, the way to the form, a lecture filled in, a photo. */
import type { Page } from 'playwright-core';
import type { MypageView } from '../../../src/contract/mypage';
import { no, ok, type Play, type Reply } from './open-page';
import { status, view } from './samples';

export const received = ok({
  receipt: 'P26-000123-7',
  at: '2026-11-22T09:05:00+09:00',
  mailed: true,
  token: 't-next',
  view,
});

export const server =
  (answers: Record<string, Reply | (() => Reply)>, mine: MypageView = view): Play =>
  ({ method }) => {
    if (method === 'status') return ok(status);
    if (method === 'login') return ok({ next: 'home', token: 't-home', view: mine });
    const answer = answers[method];
    return typeof answer === 'function' ? answer() : (answer ?? no('TROUBLE'));
  };

/** One point is missing, and nothing waits. */
export const requirements: MypageView['points']['requirements'] = {
  met: false,
  course: { met: true, proof: null, pending: null },
  magazine: { met: true },
  points: { met: false, have: 4, needed: 5, missing: 1, pending: 0 },
  lastSafeDay: '令和9年3月17日（水）',
};

export const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

export async function openPoints(page: Page): Promise<void> {
  await page.getByLabel('登録番号').fill('00123');
  await page.getByLabel('パスワード').fill('own password');
  await press(page, 'ログイン');
  await page.getByRole('link', { name: 'ポイント' }).click();
  await page.getByRole('heading', { name: 'ポイントの確認・申請' }).waitFor();
}

export async function openForm(page: Page): Promise<void> {
  await openPoints(page);
  await press(page, '講習・ポイントの承認を申請する');
  await press(page, '一覧にない');
  await page.getByRole('heading', { name: '講習・ポイントの承認を申請する' }).waitFor();
}

export async function fillLecture(page: Page): Promise<void> {
  await page.getByLabel('講演会', { exact: true }).check();
  await page.getByLabel('ほかの団体', { exact: true }).check();
  await page.getByLabel('セミナー・講習などの名称').fill('若者の就労を考える講演会');
  await page.getByLabel('月', { exact: true }).fill('9');
  await page.getByLabel('日', { exact: true }).fill('12');
}

/** A photo as a phone makes it, drawn by the browser itself. */
export async function photo(page: Page): Promise<Buffer> {
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
