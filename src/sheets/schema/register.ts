/** Tabs about registrants: 台帳, 台帳項目, 有効期間 (columns: product.md "Tabs"). */
import { MAIL_STATES, MYPAGE_STATES, STATES } from '../../domain/registrant';
import { day, instant, number, tab, text } from './column';

export const ledger = tab('台帳', 'daily', 'number', {
  number: text('登録番号', { width: 90 }),
  name: text('氏名', { width: 120 }),
  kana: text('フリガナ', { width: 140 }),
  birthDate: day('生年月日'),
  postalCode: text('郵便番号', { width: 80 }),
  address: text('住所', { width: 240 }),
  building: text('建物・部屋', { width: 140 }),
  phone: text('電話番号', { width: 110 }),
  mobile: text('携帯電話番号', { width: 110 }),
  mail: text('メールアドレス', { width: 200 }),
  mailKind: text('メール区分', { choices: ['個人', '事業所'], width: 80 }),
  mailState: text('メールの状態', { choices: MAIL_STATES, width: 90 }),
  company: text('事業所名', { width: 180 }),
  department: text('部署', { width: 120 }),
  companyPostalCode: text('事業所郵便番号', { width: 90 }),
  companyAddress: text('事業所住所', { width: 220 }),
  companyPhone: text('事業所電話番号', { width: 110 }),
  sendTo: text('送付先', { choices: ['自宅', '事業所'], width: 70 }),
  noticeBy: text('通知方法', { choices: ['メール', '郵送'], width: 80 }),
  magazine: text('メールマガジン登録', { choices: ['有', '無'], width: 90 }),
  certifiedOn: day('認定日'),
  certifiedRound: text('認定回', { width: 70 }),
  validFrom: day('有効期間開始日'),
  validTo: day('有効期間満了日'),
  state: text('状態', { choices: STATES, width: 80 }),
  stateReason: text('状態の事由', { width: 110 }),
  stateOn: day('状態の日'),
  mypage: text('マイページ', { choices: MYPAGE_STATES, width: 90 }),
  gaijiMemo: text('外字メモ', { width: 120 }),
  remarks: text('備考', { width: 200 }),
  updatedAt: instant('更新日時'),
});

export const ledgerItems = tab('台帳項目', 'settings', 'item', {
  item: text('項目', { width: 140 }),
  label: text('画面の名前', { width: 140 }),
  shown: text('表示', { choices: ['する', 'しない'], width: 70 }),
  change: text('本人の変更', { choices: ['すぐ反映', '確認後に反映', '不可'], width: 110 }),
  required: text('必須', { choices: ['必須', '任意'], width: 70 }),
  kind: text('形式', {
    choices: ['文字', 'カナ', '郵便番号', '電話', 'メール', '日付', '選択肢'],
    width: 90,
  }),
  choices: text('選択肢', { width: 140 }),
  help: text('説明', { width: 260 }),
  proof: text('証明書類', { width: 140 }),
});

export const periods = tab(
  '有効期間',
  'reference',
  'number',
  {
    number: text('登録番号', { width: 90 }),
    term: number('期'),
    start: day('開始日'),
    end: day('満了日'),
    basis: text('根拠', { choices: ['新規認定', '更新', '特例', '復帰'], width: 90 }),
    decidedOn: day('決定日'),
    receipt: text('受付番号', { width: 120 }),
    certificate: text('証書番号', { width: 110 }),
  },
  { within: 'term' },
);
