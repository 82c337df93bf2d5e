import type { SettingDefinition } from './definition';

/** When notices leave. */
export const SENDING_SETTINGS = {
  sendDelay: {
    key: '送信までの待ち時間',
    kind: '数',
    default: '30',
    min: 0,
    max: 1440,
    explanation: '決定のお知らせを送るまでの分数です。パスワードと受付のお知らせはすぐに送ります。',
  },
  sendHours: {
    key: '送信時間帯',
    kind: '時間帯',
    default: '9:00–18:00',
    explanation: '営業日にお知らせを送る時間帯です。パスワード、確認番号、受付のお知らせにはかかりません。',
  },
  reminderDays: {
    key: '督促',
    kind: '数の一覧',
    default: '180/90/30/7',
    explanation: '満了日の何日前に更新のお知らせを送るかです。',
  },
} as const satisfies Record<string, SettingDefinition>;
