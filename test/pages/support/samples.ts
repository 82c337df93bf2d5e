/** What the server of a test answers: one registrant, one office. */
import type { LedgerItem, MypageView, StatusView } from '../../../src/contract/mypage';
import type { RenewalView } from '../../../src/contract/mypage-renewal';
import type { OfficeHome } from '../../../src/contract/office';
import type { ProductionFigures } from '../../../src/contract/office-operation';
import type { PasswordCase } from '../../../src/contract/office-passwords';
import { points } from './points-samples';

export const office = {
  name: '公益社団法人全国民営職業紹介事業協会 職業紹介士事務局',
  person: '見本',
  phone: '03-0000-7011',
  hours: '平日 9:00–17:00',
  mail: 'shokaishi@example.jp',
};

export const status: StatusView = { office, stopped: null, numberLabel: '登録番号' };

function item(
  name: string,
  value: string,
  kind: LedgerItem['kind'],
  way: LedgerItem['way'],
  more: Partial<LedgerItem> = {},
): LedgerItem {
  return {
    item: name,
    label: name,
    value,
    text: value,
    kind,
    way,
    papers: way === 'proof',
    help: '',
    required: false,
    choices: [],
    ...more,
  };
}

const renewal: RenewalView = {
  canApply: false,
  why: ['POINTS'],
  start: '令和4年4月1日（2022年）',
  end: '令和9年3月31日（2027年）',
  opens: '令和8年9月30日（水）',
  closes: '令和9年3月31日（水）',
  daysToApply: 129,
  rescuedUntil: '',
  waitsInTime: true,
  rescueDays: 14,
  form: {
    printedName: '髙﨑 邉子',
    gaiji: true,
    sendTo: '自宅',
    places: [
      { sendTo: '自宅', address: '〒113-0021 東京都文京区本駒込1丁目2番3号', usable: true },
      { sendTo: '事業所', address: '', usable: false },
    ],
  },
  application: null,
  next: null,
  periods: [
    {
      term: 1,
      start: '令和4年4月1日（2022年）',
      end: '令和9年3月31日（2027年）',
      basis: '新規認定',
      certificate: '07-0123',
      current: true,
    },
  ],
  certificates: [],
  fee: 0,
  schemeUrl: 'https://example.jp/scheme',
};

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
  renewal,
  ledger: [
    item('登録番号', '00123', '文字', 'no'),
    item('氏名', '髙﨑 邉子', '文字', 'proof', { label: 'お名前', required: true }),
    item('フリガナ', 'タカサキ クニコ', 'カナ', 'proof', { required: true }),
    item('生年月日', '1963-04-02', '日付', 'proof', { text: '昭和38年4月2日（1963年）' }),
    item('郵便番号', '113-0021', '郵便番号', 'now', { required: true }),
    item('住所', '東京都文京区本駒込1丁目2番3号', '文字', 'now', { required: true }),
    item('建物・部屋', '', '文字', 'now'),
    item('電話番号', '03-0000-0101', '電話', 'now'),
    item('メールアドレス', 'kuniko.takasaki-no-nagai-namae@example.ne.jp', 'メール', 'mail'),
    item('送付先', '自宅', '選択肢', 'now', {
      choices: ['自宅', '事業所'],
      help: '資格認定証書をお送りする先です。',
    }),
    item('メールマガジン登録', '有', '選択肢', 'now', {
      label: 'メールマガジンの登録',
      choices: ['有', '無'],
      help: '登録は資格更新の要件です。',
    }),
  ],
  mailFails: false,
  notificationKinds: ['氏名', '生年月日訂正', '登録辞退', '休止', 'その他'],
  notifications: [],
  notices: [
    { date: '令和8年11月20日（2026年）', subject: '【民紹協】職業紹介士マイページ　パスワードのお知らせ' },
  ],
  points,
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
  ledgerFindings: 2,
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
    memo: '',
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
    memo: '',
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
