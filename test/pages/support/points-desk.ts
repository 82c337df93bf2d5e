/** The queue of ポイント in the sidebar as tests open it: three applications, and how the server answers. */
import type { Page } from 'playwright-core';
import type { PointCase } from '../../../src/contract/office-points';
import { no, ok, openPage, type Reply, type SeenCall } from './open-page';
import { officeHome } from './samples';

export const waits = (at: number, more: Partial<PointCase> = {}): PointCase => ({
  receipt: `P26-00000${String(at)}-0`,
  row: at + 1,
  number: `0010${String(at)}`,
  name: ['', '雛形 次郎', '見本 花子', '仮名 正'][at] ?? '',
  category: 'セミナー',
  role: '',
  title: '実務セミナー（秋）',
  host: '当協会',
  date: '令和8年10月8日（2026年）',
  received: '令和8年11月10日（2026年）',
  hours: null,
  claimed: 2,
  worth: 2,
  course: false,
  evidence: { state: '不要', links: [] },
  match: '一致',
  explained: ['受講履歴：実務セミナー（秋）（令和8年10月8日（2026年）・出席）'],
  state: '申請中',
  wish: '',
  decided: '',
  fixBy: '',
  overdue: false,
  reason: '',
  enteredBy: '本人',
  validTo: '令和9年3月31日（2027年）',
  standing: '3 / 5ポイント',
  ...more,
});

export const three = [
  waits(1),
  waits(2, {
    host: 'ほかの団体',
    match: '記録なし',
    worth: null,
    explained: ['受講履歴に、この方のこの行事の記録がありません。'],
    evidence: { state: '添付', links: ['https://drive.google.com/file/d/mihon/view'] },
  }),
  waits(3, { evidence: { state: '郵送待ち', links: [] }, enteredBy: '事務局' }),
];
export const reasons = [
  { code: 'P1', reason: '写真が読み取れませんでした。', request: '明るい場所で撮り直してください。' },
];
export const decided = (more: object = {}) =>
  ok({ decided: 1, skipped: [], notices: 1, leavesAt: '11月24日 10:30', letters: 0, ...more });

export interface Options {
  cases?: PointCase[];
  answers?: Record<string, (call: SeenCall) => Reply>;
}

export async function openQueue({ cases = three, answers = {} }: Options = {}) {
  const opened = await openPage('office', {
    width: 300,
    height: 700,
    append: '<div id="view" data-view="sidebar" data-facts="{}" hidden></div>',
    play: (call) => {
      const answer = answers[call.method];
      if (answer) return answer(call);
      if (call.method === 'home')
        return ok({
          ...officeHome,
          waiting: [
            { label: 'ポイントの確認待ち', count: 3, tab: 'ポイント', view: 'points' },
            { label: 'まもなく送信', count: 2, tab: '通知', view: 'notices' },
            { label: '元に戻した入力（7日間）', count: 1, tab: '操作記録', view: 'putBack' },
          ],
        });
      if (call.method === 'pointsQueue')
        return ok({ total: cases.length, cases, reasons, today: '2026-11-24', fixBy: '2026-12-08' });
      return call.method === 'decidePoints' ? decided() : no('TROUBLE');
    },
  });
  await opened.page.getByRole('button', { name: 'ポイントの確認待ち' }).click();
  await opened.page.getByText('申請中の申請が3件あります。').waitFor();
  const decisions = () => opened.calls.filter(({ method }) => method === 'decidePoints');
  return { ...opened, decisions };
}

export const card = (page: Page, name: string) => page.getByRole('article', { name });
