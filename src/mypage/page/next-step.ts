import type { MypageView } from '../../contract/mypage';

/** 「次にすること」 in one or two sentences; renewal and points are still asked for at the office. */
export function nextStep({ state, daysLeft }: MypageView['validity']): string[] {
  switch (state) {
    case '有効':
      return [
        daysLeft === null
          ? '住所や連絡先に変わりがないか、台帳をご覧ください。'
          : '住所や連絡先に変わりがないか、台帳をご覧ください。更新には申請が必要です。自動では更新されません。',
      ];
    case '休止':
      return ['資格は休止中です。再開するときは、事務局へご連絡ください。'];
    case '失効':
      return ['資格は失効しています（資格の効力がなくなること）。お手続きは、事務局へお問い合わせください。'];
    case '満了':
      return ['有効期間が終わっています。お手続きは、事務局へお問い合わせください。'];
    case '不明':
      return ['有効期間がわからないときは、事務局へお問い合わせください。'];
  }
}
