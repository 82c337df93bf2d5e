/** Tabs that hold what registrants apply for and what follows from it (columns: product.md "Tabs"). */
import { NOTIFICATION_KINDS } from '../../domain/fields/notification';
import { day, instant, number, tab, text } from './column';

const evidenceStates = ['添付', '郵送待ち', '受領済', '不要'] as const;
const hostKinds = ['当協会', 'ほかの団体'] as const;
const decisionStates = ['申請中', '差戻し', '承認', '不承認', '取下げ', '取消'] as const;

export const points = tab('ポイント', 'daily', 'receipt', {
  receipt: text('受付番号', { width: 120 }),
  number: text('登録番号', { width: 90 }),
  name: text('氏名', { width: 120 }),
  category: text('区分', { width: 120 }),
  role: text('立場', { width: 70 }),
  eventCode: text('行事コード', { width: 90 }),
  title: text('名称', { width: 220 }),
  host: text('主催区分', { choices: hostKinds, width: 90 }),
  attendedOn: day('受講日'),
  endedOn: day('終了日'),
  hours: number('時間数'),
  claimed: number('申請ポイント'),
  granted: number('承認ポイント'),
  evidence: text('証明書類', { width: 160 }),
  evidenceState: text('証明書類の状態', { choices: evidenceStates, width: 110 }),
  state: text('状態', { choices: decisionStates, width: 80 }),
  match: text('照合結果', { width: 110 }),
  receivedOn: day('受付日'),
  appliedAt: instant('申請日時'),
  decidedAt: instant('確認日時'),
  decidedBy: text('確認者', { width: 100 }),
  reason: text('理由', { width: 200 }),
  fixBy: day('補正期限'),
  enteredBy: text('登録元', { choices: ['本人', '事務局', '受講履歴'], width: 80 }),
});

export const renewals = tab('更新申請', 'daily', 'receipt', {
  receipt: text('受付番号', { width: 120 }),
  number: text('登録番号', { width: 90 }),
  name: text('氏名', { width: 120 }),
  validTo: day('有効期間満了日'),
  state: text('状態', {
    choices: ['申請中', '差戻し', '確認済', '承認', '不承認', '取下げ', '取消'],
    width: 80,
  }),
  course: text('講習', { width: 160 }),
  magazine: text('メールマガジン', { width: 100 }),
  total: number('ポイント合計'),
  rule: text('規則', { width: 120 }),
  exception: text('特例', { width: 90 }),
  exceptionReason: text('特例の理由', { width: 160 }),
  printedName: text('記載氏名', { width: 120 }),
  sendTo: text('送付先', { width: 80 }),
  receivedOn: day('受付日'),
  appliedAt: instant('申請日時'),
  decidedAt: instant('確認日時'),
  decidedBy: text('確認者', { width: 100 }),
  resolution: text('決裁番号', { width: 100 }),
  resolvedOn: day('決裁日'),
  reason: text('理由', { width: 200 }),
  fixBy: day('補正期限'),
  newStart: day('新有効期間開始日'),
  newEnd: day('新有効期間満了日'),
});

export const certificates = tab('証書', 'daily', 'certificate', {
  certificate: text('証書番号', { width: 110 }),
  number: text('登録番号', { width: 90 }),
  printedName: text('記載氏名', { width: 120 }),
  cause: text('事由', { choices: ['新規', '更新', '書換', '再交付'], width: 80 }),
  period: text('有効期間', { width: 180 }),
  issuedOn: day('交付日'),
  addressee: text('宛名', { width: 240 }),
  postedOn: day('発送日'),
  postedBy: text('発送方法', { width: 100 }),
  tracking: text('お問い合わせ番号', { width: 130 }),
  returnedOn: day('返戻日'),
  returnReason: text('返戻理由', { width: 120 }),
  repostedOn: day('再発送日'),
  receivedOn: day('受領日'),
  state: text('状態', { choices: ['作成待ち', '作成済', '発送済', '返戻', '受領', '廃棄'], width: 80 }),
});

export const notifications = tab('変更届', 'daily', 'receipt', {
  receipt: text('受付番号', { width: 120 }),
  number: text('登録番号', { width: 90 }),
  name: text('氏名', { width: 120 }),
  kind: text('種類', { choices: NOTIFICATION_KINDS, width: 100 }),
  content: text('内容', { width: 260 }),
  changedOn: day('変更が生じた日'),
  evidenceState: text('証明書類の状態', { choices: evidenceStates, width: 110 }),
  state: text('状態', { choices: decisionStates, width: 80 }),
  notifiedOn: day('届出日'),
  decidedAt: instant('確認日時'),
  decidedBy: text('確認者', { width: 100 }),
  reason: text('理由', { width: 200 }),
  fixBy: day('補正期限'),
  enteredBy: text('登録元', { choices: ['本人', '事務局'], width: 80 }),
});

export const attendance = tab('受講履歴', 'reference', 'record', {
  record: text('記録番号', { width: 110 }),
  number: text('登録番号', { width: 90 }),
  name: text('氏名', { width: 120 }),
  kana: text('フリガナ', { width: 140 }),
  eventCode: text('行事コード', { width: 90 }),
  title: text('名称', { width: 220 }),
  category: text('区分', { width: 120 }),
  host: text('主催区分', { choices: hostKinds, width: 90 }),
  attendedOn: day('受講日'),
  presence: text('出欠', { choices: ['出席', '欠席', '途中退席'], width: 80 }),
  hours: number('時間数'),
  importedAt: instant('取込日時'),
});

export const events = tab('行事', 'reference', 'eventCode', {
  eventCode: text('行事コード', { width: 90 }),
  title: text('名称', { width: 240 }),
  category: text('区分', { width: 120 }),
  host: text('主催区分', { choices: hostKinds, width: 90 }),
  startsOn: day('開始日'),
  endsOn: day('終了日'),
  form: text('形式', { choices: ['会場', 'オンライン', '録画配信'], width: 90 }),
  points: number('ポイント'),
  url: text('申込URL', { width: 240 }),
});

export const categories = tab('区分', 'settings', 'category', {
  category: text('区分', { width: 140 }),
  required: text('必須', { choices: ['講習', '―'], width: 70 }),
  role: text('立場', { width: 80 }),
  counting: text('数え方', { choices: ['1回', '1時間', '事務局'], width: 80 }),
  points: number('ポイント'),
  rounding: text('端数', { width: 80 }),
  cap: number('上限'),
  repeated: text('同じ活動の数え方', { choices: ['同日1回', '期間1回', '制限なし'], width: 130 }),
  hostRule: text('主催の条件', { choices: ['当協会のみ', '問わない'], width: 100 }),
  evidence: text('証明書類', { width: 140 }),
  withoutApplying: text('申請なしで付与', { choices: ['する', 'しない'], width: 110 }),
  help: text('説明', { width: 260 }),
  from: day('適用開始日'),
});
