/** A visit of My Page as tests begin it: the server, the login, the birth date. */
import type { Page } from 'playwright-core';
import { no, ok, type Play, type Reply } from './open-page';
import { status, view } from './samples';

export const first = ok({ next: 'first', token: 't-first', askBirthDate: true, passwordLength: 12 });
export const home = ok({ next: 'home', token: 't-home', view });

/** A server with an answer for each method. */
export const server =
  (answers: Record<string, Reply | (() => Reply)>): Play =>
  ({ method }) => {
    const answer = method === 'status' ? ok(status) : (answers[method] ?? no('TROUBLE'));
    return typeof answer === 'function' ? answer() : answer;
  };

export async function logIn(page: Page): Promise<void> {
  await page.getByLabel('登録番号').fill('00123');
  await page.getByLabel('パスワード').fill('abcd-efgh-jkmn');
  await page.getByRole('button', { name: 'ログイン' }).click();
}

export async function typeBirthDate(page: Page): Promise<void> {
  await page.getByLabel('年', { exact: true }).fill('1963');
  await page.getByLabel('月', { exact: true }).fill('4');
  await page.getByLabel('日', { exact: true }).fill('2');
}
