import type { SettingDefinition } from './definition';

/** 動作モード, and the form: which answers are treated, and how far by themselves. */
export const FORM_SETTINGS = {
  mode: {
    key: '動作モード',
    kind: '選択',
    default: '準備',
    choices: ['準備', '試行', '本番'],
    explanation:
      '準備：メールは出ません。試行：すべて試行宛先に届きます。本番：ご本人に届きます（本番への切り替えは専用の画面で行います）。',
  },
  testMail: {
    key: '試行宛先',
    kind: '文字',
    default: '',
    shape: 'mail',
    explanation: '試行のあいだ、すべてのメールが届く事務局のアドレスです。',
  },
  formUrl: {
    key: 'フォームURL',
    kind: '文字',
    default: '',
    shape: 'url',
    explanation: '連絡先記入フォームの編集画面のURLです。',
  },
  formQuestions: {
    key: '質問の対応',
    kind: '文字',
    default: '',
    explanation: 'フォームの質問と項目の対応です。初期設定が書き込みます。',
  },
  columnMapping: {
    key: '旧台帳の列の対応',
    kind: '文字',
    default: '',
    explanation: '旧台帳の列と台帳の列の対応です。初期設定が書き込みます。',
  },
  formOpenedAt: {
    key: 'フォーム取扱開始日時',
    kind: '日時',
    default: '',
    explanation:
      'これより前のフォームの回答には自動で送りません。空欄のときは、本番に切り替えた日時が入ります。',
  },
  autoSendItem: {
    key: '自動送付の照合項目',
    kind: '選択',
    default: '生年月日',
    choices: ['生年月日', '電話番号', 'なし'],
    explanation: '番号と氏名のほかに照合する項目です。なしにすると、すべて事務局の確認になります。',
  },
  firstBirthDateCheck: {
    key: '初回の生年月日確認',
    kind: 'する・しない',
    default: 'する',
    explanation: '最初のログインで生年月日をおたずねします。',
  },
  sharedMailboxes: {
    key: '共用アドレス',
    kind: '一覧',
    default:
      'info@ soumu@ jinji@ office@ contact@ mail@ admin@ support@ honsha@ eigyo@ kanri@ keiri@ jimu@ jimukyoku@ saiyo@ recruit@ sales@ webmaster@ postmaster@',
    explanation: '複数の人が読むことの多いアドレスです。自動では送りません。',
  },
} as const satisfies Record<string, SettingDefinition>;
