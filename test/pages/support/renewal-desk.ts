/** 更新 in the sidebar as tests open it: two applications, and how the server answers. */
import type { Page } from 'playwright-core';
import type { RenewalCase } from '../../../src/contract/office-renewal';
import { NAMES, openDesk, type Answers } from './certificate-samples';
import { ok } from './open-page';

export const applied = (at: number, more: Partial<RenewalCase> = {}): RenewalCase => ({
  receipt: `K26-00000${String(at)}-0`,
  row: at + 1,
  number: `0010${String(at)}`,
  name: NAMES[at] ?? '',
  state: '申請中',
  mayBecome: ['確認済', '差戻し'],
  validTo: '令和9年3月31日（2027年）',
  received: '令和8年11月10日（2026年）',
  course: { met: true, proof: '令和7年6月5日（2025年） 職業紹介責任者講習', pending: '' },
  magazine: true,
  points: { have: 5, needed: 5, pending: 0 },
  proofs: ['令和8年10月8日（2026年） 実務セミナー 2ポイント（P26-000001-0）'],
  unmet: [],
  obstacles: [],
  spelled: [],
  printedName: NAMES[at] ?? '',
  nameDiffers: false,
  gaiji: '',
  sendTo: '自宅',
  address: '〒113-0021 東京都文京区見本1-2-3',
  next: '令和9年4月1日（2027年）から令和14年3月31日（2032年）まで',
  exception: '',
  exceptionReason: '',
  wish: '',
  fixBy: '',
  overdue: false,
  reason: '',
  decidedBy: '',
  lastChance: false,
  ...more,
});
export const two = [
  applied(1),
  applied(2, {
    unmet: ['POINTS'],
    points: { have: 3, needed: 5, pending: 0 },
    spelled: ['ポイントが2足りません。'],
  }),
];

export const decided = (more: object = {}) =>
  ok({
    decided: 1,
    skipped: [],
    notices: 1,
    letters: 0,
    leavesAt: '11月24日 10:30',
    certificates: 0,
    ...more,
  });

/** What the server says of each state; without 決裁を使う an application is decided at once. */
export const OFFERS: Record<string, RenewalCase['mayBecome']> = {
  申請中: ['確認済', '差戻し'],
  確認済: ['承認', '差戻し', '不承認', '申請中'],
  差戻し: ['申請中', '不承認'],
};
export const AT_ONCE: RenewalCase['mayBecome'] = ['承認', '差戻し', '不承認'];
export const queue = (state = '申請中', useDecision = true) =>
  ok({
    ...{ total: 2, today: '2027-03-20', fixBy: '2027-04-03', useDecision },
    cases: two.map((each) => ({
      ...{ ...each, state },
      mayBecome: state === '申請中' && !useDecision ? AT_ONCE : OFFERS[state],
    })),
    reasons: [{ code: 'K1', reason: '記載氏名が違います。', request: '直してください。' }],
  });
export const open = (view: string, answers: Answers = {}) =>
  openDesk('sidebar', { renewalQueue: ({ args }) => queue(String(args.show)), ...answers }, view);
/** Names of the buttons of a card. */
export const buttonsOf = (page: Page, name: string) =>
  card(page, name).locator('.buttons button').allInnerTexts();

export const card = (page: Page, name: string) => page.getByRole('article', { name });
