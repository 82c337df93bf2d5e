import type { SettingDefinition } from './definition';

/** How mails and pages name the association, its pages, numbers and days. */
export const WORD_SETTINGS = {
  guideUrl: {
    key: '案内ページURL',
    kind: '文字',
    default: '',
    shape: 'url',
    explanation: 'メールと文書に載せるただ一つのURLです。協会のホームページの案内ページを入れます。',
  },
  schemeUrl: {
    key: '制度の案内URL',
    kind: '文字',
    default: '',
    shape: 'url',
    explanation: '資格更新制度の案内のURLです。マイページに載せます。',
  },
  officeName: {
    key: '事務局名',
    kind: '文字',
    default: '職業紹介士事務局',
    explanation: 'メールと画面に出る事務局の名前です。',
  },
  officePerson: {
    key: '担当者名',
    kind: '文字',
    default: '',
    explanation: 'メールと画面に出る担当者の名前です。',
  },
  officePhone: {
    key: '電話',
    kind: '文字',
    default: '',
    explanation: 'お問い合わせの電話番号です。',
  },
  officeHours: {
    key: '受付時間',
    kind: '文字',
    default: '平日 9:00～17:00',
    explanation: '電話の受付時間です。',
  },
  officeMail: {
    key: 'メール',
    kind: '文字',
    default: '',
    shape: 'mail',
    explanation: 'お問い合わせのアドレスです。メールの返信先にもなります。',
  },
  senderMail: {
    key: '差出人アドレス',
    kind: '文字',
    default: '',
    shape: 'mail',
    explanation:
      '差出人に使うアドレス（管理者のGmailに登録したもの）です。空欄のときは管理者のアドレスです。',
  },
  numberLabel: {
    key: '番号の呼び名',
    kind: '文字',
    default: '登録番号',
    explanation: '画面とメールでの番号の呼び方です。',
  },
  numberFormat: {
    key: '登録番号の形式',
    kind: '文字',
    default: '',
    explanation: '番号の書き方の例です（画面の説明に使います）。',
  },
  dateOrder: {
    key: '日付の表示',
    kind: '選択',
    default: '和暦が先',
    choices: ['和暦が先', '西暦が先'],
    explanation: '日付を書くときに先に出す暦です。',
  },
} as const satisfies Record<string, SettingDefinition>;
