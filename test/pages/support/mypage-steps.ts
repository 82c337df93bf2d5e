/** My Page up to what a test is about: the server that answers by method, a press of a button, the login. */
import type { Page } from 'playwright-core';
import { no, ok, type Play, type Reply } from './open-page';
import { status } from './samples';

/** What each method answers, each time the same or by turns. */
export type Answers = Record<string, Reply | (() => Reply | Promise<Reply>)>;

/** Plays a server that is open and knows only these methods. */
export const answering =
  (answers: Answers): Play =>
  ({ method }) => {
    const all: Answers = { status: ok(status), ...answers };
    const answer = all[method];
    return typeof answer === 'function' ? answer() : (answer ?? no('TROUBLE'));
  };

/** Presses the button of exactly this name. */
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Logs in with what the sample person holds. */
export async function logIn(page: Page): Promise<void> {
  await page.getByLabel('登録番号').fill('00123');
  await page.getByLabel('パスワード', { exact: true }).fill('own password');
  await press(page, 'ログイン');
}
