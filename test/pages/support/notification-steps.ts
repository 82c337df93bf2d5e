/** 変更届 on My Page as a test plays it: what was filed, the server's answers, and the way to the form. */
import type { Page } from 'playwright-core';
import type { MypageView } from '../../../src/contract/mypage';
import type { NotificationFacts } from '../../../src/contract/mypage-notifications';
import { answering, logIn, press, type Answers } from './mypage-steps';
import { ok, type Play } from './open-page';
import { view } from './samples';

/** A 変更届 that waits, changed where the test says. */
export const filed = (more: Partial<NotificationFacts> = {}): NotificationFacts => ({
  receipt: 'D26-000123-7',
  kind: '氏名',
  state: '申請中',
  changes: [{ item: '氏名', before: '髙﨑 邉子', after: '試作 邉子' }],
  note: '',
  changedOn: '2026-11-01',
  notifiedOn: '2026-11-22',
  evidence: '郵送待ち',
  reason: '',
  fixBy: '',
  ...more,
});
/** One who filed these. */
export const withThem = (...notifications: NotificationFacts[]): MypageView => ({ ...view, notifications });
/** The 変更届 is received. */
export const received = ok({
  receipt: 'D26-000123-7',
  at: '2026-11-22T09:05:00+09:00',
  mailed: true,
  token: 't-next',
  view: withThem(filed()),
});

/** Answers each method as the test says, to one who sees `mine` after the login. */
export const server = (answers: Answers, mine: MypageView = view): Play =>
  answering({ login: ok({ next: 'home', token: 't-home', view: mine }), ...answers });

/** Logs in and goes to 台帳. */
export async function openLedger(page: Page): Promise<void> {
  await logIn(page);
  await page.getByRole('link', { name: '台帳' }).click();
  await page.getByRole('button', { name: '氏名などの変更を届け出る' }).waitFor();
}

/** Goes to the form, and chooses the kind if there is one. */
export async function openForm(page: Page, kind?: string): Promise<void> {
  await openLedger(page);
  await press(page, '氏名などの変更を届け出る');
  await page.getByRole('heading', { name: '氏名などの変更の届出' }).waitFor();
  if (kind !== undefined) await page.getByLabel(kind, { exact: true }).check();
}

/** Fills in a change of 氏名. */
export async function fillName(page: Page): Promise<void> {
  await page.getByLabel('お名前').fill('試作 邉子');
  await page.getByLabel('変更が生じた日').fill('令和8年11月1日');
}
