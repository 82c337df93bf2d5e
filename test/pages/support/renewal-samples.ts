/** 「更新」 in each of its states, as the server of a test answers it. */
import type { MypageView } from '../../../src/contract/mypage';
import type {
  CertificateLine,
  RenewalLine,
  RenewalStep,
  RenewalView,
} from '../../../src/contract/mypage-renewal';
import { points } from './points-samples';
import { view } from './samples';

export const openRenewal: RenewalView = {
  ...view.renewal,
  canApply: true,
  why: [],
  waitsInTime: false,
};

/** Everything of the checklist is there. */
export const metPoints: MypageView['points'] = {
  ...points,
  requirements: {
    met: true,
    course: {
      met: true,
      proof: {
        title: '職業紹介責任者講習（第3回）',
        date: '令和7年6月5日（2025年）',
        receipt: 'P25-000012-4',
      },
      pending: null,
    },
    magazine: { met: true },
    points: { met: true, have: 6, needed: 5, missing: 0, pending: 0 },
    lastSafeDay: '令和9年3月17日（水）',
  },
};

/** One who may apply today, or is as far as `more` says. */
export const renewing = (more: Partial<RenewalView> = {}): MypageView => ({
  ...view,
  points: metPoints,
  renewal: { ...openRenewal, ...more },
});

const DAYS: Record<RenewalStep['step'], string> = {
  受付: '令和8年11月22日（2026年）',
  確認: '令和8年11月24日（2026年）',
  決裁: '令和8年12月1日（2026年）',
  発送: '令和8年12月10日（2026年）',
  受領: '令和8年12月14日（2026年）',
};

/** The timeline with its first steps done. */
export function timeline(done: number): RenewalStep[] {
  return (Object.keys(DAYS) as RenewalStep['step'][]).map((step, at) => ({
    ...{ step, done: at < done, current: at === done },
    date: at < done ? DAYS[step] : '',
  }));
}

export const applied = (more: Partial<RenewalLine> = {}): RenewalLine => ({
  receipt: 'K26-000045-2',
  state: '申請中',
  received: '令和8年11月22日（2026年）',
  printedName: '髙﨑 邉子',
  sendTo: '自宅',
  reason: '',
  fixBy: '',
  exception: false,
  canWithdraw: true,
  canMend: false,
  lastChance: false,
  timeline: timeline(1),
  ...more,
});

/** An application is under way. */
export const waiting = (more: Partial<RenewalLine> = {}): MypageView =>
  renewing({ canApply: false, why: ['OPEN_APPLICATION'], application: applied(more) });

export const returned = (more: Partial<RenewalLine> = {}): MypageView =>
  waiting({
    state: '差戻し',
    reason: '記載氏名の旧字が、台帳と違っています。\n台帳のお名前のとおりに直してください。',
    fixBy: '令和8年12月8日（火）',
    canMend: true,
    ...more,
  });

export const certificate = (more: Partial<CertificateLine> = {}): CertificateLine => ({
  certificate: '12-0123',
  cause: '更新',
  printedName: '髙﨑 邉子',
  period: '令和9年4月1日（2027年）から令和14年3月31日（2032年）まで',
  state: '作成待ち',
  posted: '',
  postedBy: '',
  tracking: '',
  returned: '',
  returnReason: '',
  received: '',
  canConfirm: false,
  ...more,
});

export const postedCertificate = certificate({
  state: '発送済',
  posted: DAYS.発送,
  postedBy: '簡易書留',
  tracking: '123-45-67890-1',
  canConfirm: true,
});

export const receivedCertificate = {
  ...postedCertificate,
  state: '受領',
  received: DAYS.受領,
  canConfirm: false,
};

/** Approved, with the certificate as far as it is. */
export const approved = (done: number, letter: CertificateLine): MypageView =>
  renewing({
    canApply: false,
    why: ['RENEWED'],
    application: applied({ state: '承認', canWithdraw: false, timeline: timeline(done) }),
    next: { start: '令和9年4月1日（2027年）', end: '令和14年3月31日（2032年）' },
    periods: [
      {
        term: 2,
        start: '令和9年4月1日（2027年）',
        end: '令和14年3月31日（2032年）',
        basis: '更新',
        certificate: '12-0123',
        current: false,
      },
      ...view.renewal.periods,
    ],
    certificates: [letter],
  });

/** Nothing may be applied for. */
export const closed = (
  why: RenewalView['why'],
  more: Partial<RenewalView> = {},
  validity: Partial<MypageView['validity']> = {},
): MypageView => {
  const mine = renewing({ canApply: false, why, ...more });
  const short = why.includes('POINTS') || why.includes('COURSE');
  return { ...mine, ...(short && { points }), validity: { ...view.validity, ...validity } };
};
