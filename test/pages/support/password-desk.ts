/** The queue of パスワード in the sidebar as tests open it: five cases that wait, and how the server answers. */
import type { Page } from 'playwright-core';
import type { PasswordCase } from '../../../src/contract/office-passwords';
import { ok, openPage, type Reply, type SeenCall } from './open-page';
import { officeHome } from './samples';

export const waits = (at: number, more: Partial<PasswordCase> = {}): PasswordCase => ({
  row: at + 1,
  responseId: `r-${String(at)}`,
  received: '11月20日 10:02',
  number: `0010${String(at)}`,
  name: ['', '雛形 次郎', '見本 花子', '仮名 正', '手本 三郎', '凡例 良子'][at] ?? '',
  newMail: `new${String(at)}@example.com`,
  oldMail: `old${String(at)}@example.co.jp`,
  reason: '別のアドレス登録済',
  memo: '',
  differences: [],
  ...more,
});

export const five = [
  waits(1),
  waits(2),
  waits(3, { reason: '氏名不一致', oldMail: '' }),
  waits(4),
  waits(5, {
    reason: '氏名不一致',
    differences: [{ label: '氏名', given: '凡例 良子', onFile: '凡例 好子' }],
  }),
];

export const DOUBTS = '氏名か生年月日が台帳と合わない回答が1件、台帳と違うアドレスの回答が4件あります。';

export type Decide = (call: SeenCall) => Reply | Promise<Reply>;
export const all = (call: SeenCall): Reply =>
  ok({ decided: (call.args['responseIds'] as string[]).length, skipped: [] });
export const skip = (reason: string) => (): Reply =>
  ok({ decided: 0, skipped: [{ responseId: 'r-1', reason }] });

/** The view パスワード of a sidebar whose queue is played. */
export async function openQueue(
  options: {
    width?: number;
    home?: () => Reply | undefined;
    cases?: PasswordCase[];
    early?: PasswordCase[];
    decide?: Decide;
    mode?: string;
    total?: number;
  } = {},
) {
  const { cases = five, early = [], decide = all, mode = '本番' } = options;
  let waiting = options.total ?? cases.length;
  const opened = await openPage('office', {
    width: options.width ?? 300,
    height: 700,
    append: '<div id="view" data-view="sidebar" data-facts="{}" hidden></div>',
    play: async (call) => {
      if (call.method === 'home')
        return (
          options.home?.() ??
          ok({
            ...officeHome,
            mode,
            waiting: [{ label: 'パスワードの要確認', count: waiting, tab: 'パスワード送付' }],
          })
        );
      if (call.method === 'passwordQueue') {
        const shown = call.args['state'] === '開始前' ? early : cases;
        return ok({ cases: shown, total: shown === early ? early.length : waiting });
      }
      if (call.method !== 'decidePasswords') return ok({});
      const reply = await decide(call);
      if ('value' in reply && (reply.value as { ok: boolean }).ok)
        waiting -= (reply.value as { value: { decided: number } }).value.decided;
      return reply;
    },
  });
  await opened.page.getByLabel('画面').selectOption('passwords');
  await opened.page.getByRole('heading', { name: 'パスワードの送付' }).waitFor();
  const decisions = () => opened.calls.filter(({ method }) => method === 'decidePasswords');
  return { ...opened, decisions };
}

export const card = (page: Page, name: string) => page.getByRole('article', { name });
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const focused = (page: Page) => page.locator(':focus:not(body)').innerText();
