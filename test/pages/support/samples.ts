/** What the server of a test answers: one registrant, one office. */
import type { MypageView, StatusView } from '../../../src/contract/mypage';
import type { OfficeHome, PasswordCase, ProductionFigures } from '../../../src/contract/office';

export const office = {
  name: '公益社団法人全国民営職業紹介事業協会 職業紹介士事務局',
  person: '阿部',
  phone: '03-3818-7011',
  hours: '平日 9:00–17:00',
  mail: 'shokaishi@minshokyo.or.jp',
};

export const status: StatusView = { office, stopped: null, numberLabel: '登録番号' };

export const view: MypageView = {
  number: '00123',
  name: '髙﨑 邉子',
  lastLogin: '2026-11-20T21:03:00+09:00',
  validity: {
    state: '有効',
    start: '令和4年4月1日（2022年）',
    end: '令和9年3月31日（2027年）',
    daysLeft: 129,
  },
  ledger: [
    { label: 'お名前', text: '髙﨑 邉子', kind: '文字', help: '' },
    { label: 'フリガナ', text: 'タカサキ クニコ', kind: 'カナ', help: '' },
    { label: '生年月日', text: '昭和38年4月2日（1963年）', kind: '日付', help: '' },
    { label: '郵便番号', text: '113-0021', kind: '郵便番号', help: '' },
    { label: '住所', text: '東京都文京区本駒込1丁目2番3号', kind: '文字', help: '' },
    { label: '建物・部屋', text: '', kind: '文字', help: '' },
    {
      label: 'メールアドレス',
      text: 'kuniko.takasaki-no-nagai-namae@example.ne.jp',
      kind: 'メール',
      help: '',
    },
    { label: '送付先', text: '自宅', kind: '選択肢', help: '資格認定証書をお送りする先です。' },
  ],
  notices: [
    { date: '令和8年11月20日（2026年）', subject: '【民紹協】職業紹介士マイページ　パスワードのお知らせ' },
  ],
  office,
  numberLabel: '登録番号',
};

export const officeHome: OfficeHome = {
  mode: '本番',
  waiting: [
    { label: 'パスワードの要確認', count: 3, tab: 'パスワード送付' },
    { label: 'パスワードの送付待ち', count: 2, tab: 'パスワード送付' },
    { label: '送信待ちのお知らせ', count: 0, tab: '通知' },
    { label: '失敗した通知', count: 1, tab: '通知' },
  ],
  findings: [],
};

export const cases: PasswordCase[] = [
  {
    row: 12,
    responseId: 'r-1',
    received: '11月20日 10:02',
    number: '00123',
    name: '高崎 邉子',
    newMail: 'kuniko.takasaki-no-nagai-namae@example.ne.jp',
    oldMail: 'k-takasaki@example.co.jp',
    reason: '別のアドレス登録済',
    differences: [{ label: '氏名', given: '高崎 邉子', onFile: '髙﨑 邉子' }],
  },
  {
    row: 13,
    responseId: 'r-2',
    received: '11月20日 11:40',
    number: '9999',
    name: '山田 太郎',
    newMail: 'taro@example.com',
    oldMail: '',
    reason: '番号なし',
    differences: [],
  },
];

export const figures: ProductionFigures = {
  mode: '準備',
  mails: [{ kind: 'パスワードのお知らせ', count: 2 }],
  answersBefore: 300,
  answersToTreat: 2,
  wouldLapse: 30,
  blankEnd: 20,
  oddEnd: 4,
  warnings: ['満了日が空欄の方が20名います。タブ「台帳」で入力してください。'],
};
