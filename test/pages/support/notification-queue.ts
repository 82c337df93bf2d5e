/** 変更届 in the sidebar as a test plays it: what waits, and the server's answers. */
import type { OfficeValues } from '../../../src/contract/office';
import type { NotificationCase } from '../../../src/contract/office-notifications';
import { ok, openPage, type Reply, type SeenCall } from './open-page';
import { officeHome } from './samples';

/** A 変更届 that waits, changed where the test says. */
export const waits = (at: number, more: Partial<NotificationCase> = {}): NotificationCase => ({
  receipt: `D26-00000${String(at)}-0`,
  place: { row: at + 1, summaryRow: at + 2, ledgerRow: at + 1 },
  number: `0010${String(at)}`,
  name: ['', '雛形 次郎', '見本 花子', '仮名 正', '手本 三郎'][at] ?? '',
  kind: '氏名',
  state: '申請中',
  changes: [{ item: '氏名', before: '雛形 次郎', after: '凡例 次郎' }],
  onFile: ['雛形 次郎'],
  note: '',
  changedOn: '2026-11-01',
  notifiedOn: '2026-11-20',
  evidence: '受領済',
  reason: '',
  fixBy: '',
  enteredBy: '本人',
  readable: true,
  overdue: false,
  personState: '有効',
  ...more,
});

const four = [
  waits(1),
  waits(2, { evidence: '郵送待ち', onFile: ['雛形 二郎'], enteredBy: '事務局' }),
  waits(3, { kind: '登録辞退', changes: [], onFile: [], note: '転職のため', evidence: '不要' }),
  waits(4, {
    state: '差戻し',
    overdue: true,
    fixBy: '2026-11-18',
    reason: '証明書類が、まだ届いていません。\nお送りください。',
  }),
];
const reasons = [
  { reason: '証明書類が、まだ届いていません。', request: '受付番号を書き添えて、お送りください。' },
  { reason: '届け出られた内容と、証明書類の内容が違います。', request: '直して、再申請してください。' },
];
/** It is decided, and the person will be told by mail. */
export const done = ok({ done: true, told: 'mail', sendAt: '2026-11-24T10:30:00+09:00' });
/** It was not decided, and why. */
export const left = (reason: string, about = ''): Reply => ok({ done: false, reason, about });

interface Options {
  width?: number;
  cases?: NotificationCase[];
  total?: number;
  mode?: string;
  answers?: Record<string, (call: SeenCall) => Reply | Promise<Reply>>;
}

/** Opens the sidebar at 変更届, with what waits and the answers of the server. */
export async function openQueue(options: Options = {}) {
  const { cases = four, answers = {}, mode = '本番' } = options;
  const queue: OfficeValues['notificationQueue'] = {
    cases,
    total: options.total ?? cases.length,
    reasons,
    today: '2026-11-24',
    fixBy: '2026-12-08',
  };
  const opened = await openPage('office', {
    width: options.width ?? 300,
    height: 700,
    append: '<div id="view" data-view="sidebar" data-facts="{}" hidden></div>',
    play: async (call) => {
      const answer = answers[call.method];
      if (answer) return answer(call);
      if (call.method === 'home')
        return ok({
          ...officeHome,
          mode,
          waiting: [{ label: '変更届の確認待ち', count: cases.length, tab: '変更届' }],
        });
      if (call.method === 'notificationQueue') return ok(queue);
      return call.method === 'decideNotification' ? done : ok({ done: true });
    },
  });
  if (cases.length > 0) await opened.page.getByRole('button', { name: '変更届の確認待ち' }).click();
  else await opened.page.getByLabel('画面').selectOption('notifications');
  await opened.page.getByRole('heading', { name: '変更届' }).waitFor({ state: 'attached' });
  await opened.page.getByText(/待っている届出/).waitFor();
  const decisions = () => opened.calls.filter(({ method }) => method === 'decideNotification');
  return { ...opened, decisions };
}
