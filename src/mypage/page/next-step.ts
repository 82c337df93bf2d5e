import type { MypageView } from '../../contract/mypage';
import { isSettled, renewalStep } from './renewal/renewal-words';

/** 「次にすること」 in a few sentences: the renewal first. */
export function nextStep(view: MypageView): string[] {
  switch (view.validity.state) {
    case '有効':
      return [...renewalStep(view), '住所や連絡先に変わりがないか、台帳をご覧ください。'];
    case '休止':
      return ['資格は休止中です。再開するときは、事務局へご連絡ください。'];
    case '失効':
      return ['資格は失効しています（資格の効力がなくなること）。お手続きは、事務局へお問い合わせください。'];
    case '満了':
      return ['有効期間が終わっています。', ...renewalStep(view)];
    case '不明':
      return ['有効期間がわからないときは、事務局へお問い合わせください。'];
  }
}

/** What the button to 「更新」 says. */
export function renewalButton({ renewal }: MypageView): string {
  if (renewal.canApply) return '更新を申請する';
  return isSettled(renewal) ? '更新の状況を見る' : '更新の要件を見る';
}
