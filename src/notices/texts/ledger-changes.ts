import { signature, type NoticeText } from './notice-text';

/** Texts about what a person changed in 台帳 without a decision. */
export const ledgerChangeTexts = {
  変更の受付: {
    subject: '【民紹協】登録内容の変更を受け付けました（{{受付番号}}）',
    body: `{{氏名}} 様

職業紹介士マイページで、次の項目の変更を受け付け、台帳に反映しました。

▼受付番号
{{受付番号}}

▼変更した項目
{{変更した項目}}

変更の内容は、マイページの「台帳」でご覧いただけます。
{{マイページURL}}

お心当たりのない方は、すぐに下記へお電話ください。${signature}`,
  },
} satisfies Record<string, NoticeText>;
