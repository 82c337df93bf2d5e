import type { NoticeText } from './notice-text';

/** The text to the secretariat itself; it is signed by nobody. */
export const officeTexts = {
  事務局へのお知らせ: {
    subject: '【マイページ】事務局の確認を待っているものがあります（{{日時}}）',
    body: `職業紹介士マイページで、次のものが待っています。

{{待っているもの}}

スプレッドシートを開き、メニュー「マイページ」の「事務局画面を開く」でご覧ください。
「要確認の台帳」は、事務局画面の「台帳の点検」で内容をご覧になり、直してください。
「お確かめいただくこと」は、「設定を点検する」で内容をご覧いただけます。

このお知らせは、待っているものが変わったときだけ、営業日の午前9時と午後2時に送ります。`,
  },
} satisfies Record<string, NoticeText>;
