import type { MypageView } from '../../contract/mypage';
import { outlook } from './points-words';

/** 「次にすること」 in a few sentences: what the requirements still lack goes first. */
export function nextStep({ validity: { state }, points }: MypageView): string[] {
  switch (state) {
    case '有効':
      return [...outlook(points), '住所や連絡先に変わりがないか、台帳をご覧ください。'];
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
