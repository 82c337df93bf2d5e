/** How a setting's cell is read. 時間帯 is 9:00–18:00, 数の一覧 numbers separated by / or 、. */
export type SettingKind = '文字' | '数' | 'する・しない' | '選択' | '日時' | '一覧' | '数の一覧' | '時間帯';

/** One row of 設定. */
export interface SettingDefinition {
  /** 項目 */
  key: string;
  kind: SettingKind;
  /** What stands in the cell at first, as a person would type it; `''` = blank. */
  default: string;
  choices?: readonly string[];
  min?: number;
  max?: number;
  /** 文字 that must be an address or a URL, if filled in. */
  shape?: 'mail' | 'url';
  explanation: string;
}

/** Every setting of product.md by its English name, in the order of the tab. */
export const SETTING_TABLE = {
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
  validityYears: {
    key: '有効期間年数',
    kind: '数',
    default: '5',
    min: 1,
    max: 20,
    explanation: '資格有効期間の年数です（規定をご確認ください）。',
  },
  validityEnding: {
    key: '有効期間の終わり方',
    kind: '選択',
    default: '応当日の前日',
    choices: ['応当日の前日', '年度末', '月末'],
    explanation: '資格有効期間の最後の日の決め方です。',
  },
  applyMonths: {
    key: '申請開始',
    kind: '数',
    default: '6',
    min: 1,
    max: 24,
    explanation: '満了日の何か月前から更新を申請できるかです。',
  },
  applyFrom: {
    key: '申請開始日の決め方',
    kind: '選択',
    default: '応当日',
    choices: ['応当日', '応当日の翌日', '月初'],
    explanation: '申請を始められる日の決め方です。',
  },
  applyUntil: {
    key: '申請締切',
    kind: '数',
    default: '0',
    min: 0,
    max: 365,
    explanation: '満了日の何日前に申請を締め切るかです。',
  },
  pointsNeeded: {
    key: '必要ポイント',
    kind: '数',
    default: '5',
    min: 0,
    max: 1000,
    explanation: '更新に必要なポイントです。',
  },
  transitionalRules: {
    key: '経過措置',
    kind: '文字',
    default: '',
    explanation:
      '認定回または認定日による特別の扱いです。1行に1つ書きます（例：第1回～第20回：必要ポイント3、満了日2027年3月31日）。',
  },
  otherCourses: {
    key: '他団体の講習',
    kind: '選択',
    default: '認めない',
    choices: ['認めない', 'ポイントとして認める', '必須として認める'],
    explanation: '当協会以外が開催した職業紹介責任者講習の扱いです。',
  },
  secondCoursePoints: {
    key: '2回目の講習のポイント',
    kind: '数',
    default: '0',
    min: 0,
    max: 100,
    explanation: '同じ有効期間に2回目に受けた講習のポイントです。',
  },
  rescueDays: {
    key: '救済日数',
    kind: '数',
    default: '14',
    min: 0,
    max: 365,
    explanation: '期限内に申請されたポイントがあとで承認されたとき、更新を申請できる日数です。',
  },
  reviewDays: {
    key: '確認日数',
    kind: '数',
    default: '14',
    min: 0,
    max: 365,
    explanation: '事務局の確認にかかる日数の目安です。',
  },
  correctionDays: {
    key: '補正日数',
    kind: '数',
    default: '14',
    min: 1,
    max: 365,
    explanation: '差戻しから直していただくまでの日数です。',
  },
  useDecision: {
    key: '決裁を使う',
    kind: 'する・しない',
    default: 'する',
    explanation: '更新の承認を、確認と決裁の二段にします。',
  },
  lapseBy: {
    key: '失効の確定',
    kind: '選択',
    default: '人',
    choices: ['人', '自動'],
    explanation: '満了のあとの失効を、人が確定するか自動で確定するかです。',
  },
  temporaryDays: {
    key: '仮パスワードの期限',
    kind: '数',
    default: '14',
    min: 1,
    max: 90,
    explanation: '仮パスワードを使える日数（送信した日から）です。',
  },
  passwordLength: {
    key: 'パスワードの最短文字数',
    kind: '数',
    default: '12',
    min: 8,
    max: 64,
    explanation: 'ご自分で決めるパスワードの最短の文字数です。',
  },
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
  paperRule: {
    key: '紙の受付基準',
    kind: '選択',
    default: '消印',
    choices: ['消印', '必着'],
    explanation: '郵送された申請の受付日の決め方です。',
  },
  fee: {
    key: '更新手数料',
    kind: '数',
    default: '0',
    min: 0,
    max: 1000000,
    explanation: '更新手数料（円）です。0のときは画面に出ません。',
  },
  labelSheet: {
    key: '宛名ラベルの用紙',
    kind: '選択',
    default: '12面',
    choices: ['12面', '24面'],
    explanation: 'A4の宛名ラベルの面数です。',
  },
  labelOffsetX: {
    key: '宛名ラベルの横のずれ',
    kind: '数',
    default: '0',
    min: -50,
    max: 50,
    explanation: '印刷を右へずらす長さ（mm）です。',
  },
  labelOffsetY: {
    key: '宛名ラベルの縦のずれ',
    kind: '数',
    default: '0',
    min: -50,
    max: 50,
    explanation: '印刷を下へずらす長さ（mm）です。',
  },
  retentionYears: {
    key: '保存年限',
    kind: '数',
    default: '10',
    min: 1,
    max: 100,
    explanation: '記録を残しておく年数です。過ぎたものも、人が決めるまで消えません。',
  },
} as const satisfies Record<string, SettingDefinition>;
