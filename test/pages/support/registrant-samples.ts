/** Somebody as 登録番号 finds her. */
import type { Registrant } from '../../../src/contract/office-renewal';

/** 雛形 次郎, unless said otherwise. */
export const registrant = (more: Partial<Registrant>): Registrant => ({
  ...{ number: '00101', name: '雛形 次郎', kana: 'ヒナガタ ジロウ', company: '株式会社見本職業紹介所' },
  ...{ birthDate: '昭和45年5月1日（1970年）', state: '有効' },
  period: '令和4年4月1日（2022年）から令和9年3月31日（2027年）まで',
  actions: ['休止', '抹消', '登録の取消'],
  ...more,
});
