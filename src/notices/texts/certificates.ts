import { signature, type NoticeText } from './notice-text';

/** Texts about the post of 証書. */
export const certificateTexts = {
  証書の発送: {
    subject: '【民紹協】資格認定証書を発送しました',
    body: `{{氏名}} 様

資格認定証書を、{{発送日}}に{{発送方法}}でお送りしました。

▼お問い合わせ番号
{{お問い合わせ番号}}

1週間を過ぎても届かないときは、下記へお知らせください。不在のときは、郵便局の保管期間のうちにお受け取りください。
お受け取りになったら、マイページの「更新」で「受け取りました」を押してください。
{{マイページURL}}${signature}`,
  },
  証書の返戻: {
    subject: '【民紹協】郵便物が戻りました。住所の確認をお願いします',
    body: `{{氏名}} 様

お送りした郵便物が、事務局へ戻ってまいりました。
マイページの「台帳」で住所をご確認ください。お電話でも承ります。
{{マイページURL}}

確認ができましたら、もう一度お送りします。${signature}`,
  },
} satisfies Record<string, NoticeText>;
