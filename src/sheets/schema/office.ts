/** Tabs of the secretariat's own work, texts, settings and records (columns: product.md "Tabs"). */
import { day, instant, json, number, tab, text } from './column';

export const passwords = tab('パスワード送付', 'daily', 'responseId', {
  responseId: text('回答ID', { width: 110 }),
  receivedAt: instant('受付日時'),
  number: text('登録番号', { width: 90 }),
  name: text('氏名', { width: 120 }),
  mail: text('メールアドレス', { width: 200 }),
  answers: json('回答'),
  match: text('照合結果', {
    choices: [
      '一致',
      '番号なし',
      '氏名不一致',
      '生年月日不一致',
      '照合項目不足',
      '別のアドレス登録済',
      'ほかの登録者と同じアドレス',
      '共用アドレス',
      '登録抹消・停止',
      '重複',
      '開始前',
    ],
    width: 150,
  }),
  state: text('状態', {
    choices: ['送付待ち', '送付済', '要確認', '送付しない', '重複', '開始前'],
    width: 90,
  }),
  sentAt: instant('送付日時'),
  staff: text('担当者', { width: 100 }),
  memo: text('メモ', { width: 240 }),
});

export const history = tab(
  '変更履歴',
  'reference',
  'change',
  {
    change: text('変更番号', { width: 110 }),
    at: instant('日時'),
    number: text('登録番号', { width: 90 }),
    item: text('項目', { width: 130 }),
    before: text('変更前', { width: 200 }),
    after: text('変更後', { width: 200 }),
    by: text('変更者', { width: 120 }),
    route: text('経路', {
      choices: ['マイページ', 'シート', '事務局画面', 'フォーム', '取込', '紙', '更新'],
      width: 90,
    }),
    receipt: text('受付番号', { width: 120 }),
    seen: text('確認済', { width: 80 }),
  },
  { editing: 'warning' },
);

export const notices = tab(
  '通知',
  'reference',
  'notice',
  {
    notice: text('通知番号', { width: 110 }),
    number: text('登録番号', { width: 90 }),
    kind: text('種別', { width: 130 }),
    by: text('方法', { choices: ['メール', '郵送'], width: 70 }),
    to: text('宛先', { width: 200 }),
    about: text('対象', { width: 130 }),
    fields: json('差込'),
    subject: text('件名', { width: 260 }),
    state: text('状態', {
      choices: ['送信待ち', '送信中', '送信済', '失敗', '不達', '宛先なし', '郵送待ち', '投函済', '取りやめ'],
      width: 90,
    }),
    dueAt: instant('予定日時'),
    sentAt: instant('送信日時'),
    tries: number('試行回数'),
    error: text('エラー', { width: 200 }),
  },
  { editing: 'warning' },
);

export const texts = tab('文面', 'settings', 'kind', {
  kind: text('種別', { width: 150 }),
  subject: text('件名', { width: 320 }),
  body: text('本文', { width: 520 }),
});

export const reasons = tab('理由文例', 'settings', 'code', {
  code: text('コード', { width: 90 }),
  target: text('対象', { choices: ['ポイント', '更新', '変更届', 'パスワード'], width: 100 }),
  reason: text('理由', { width: 320 }),
  request: text('お願い', { width: 360 }),
});

export const settings = tab('設定', 'settings', 'item', {
  item: text('項目', { width: 200 }),
  value: text('値', { width: 280 }),
  help: text('説明', { width: 480 }),
});

export const staff = tab('担当者', 'settings', 'account', {
  name: text('氏名', { width: 120 }),
  account: text('Googleアカウント', { width: 220 }),
  role: text('役割', { choices: ['閲覧', '受付', '決裁', '管理'], width: 80 }),
  from: day('開始日'),
  to: day('終了日'),
});

export const closedDays = tab('休業日', 'settings', 'day', {
  day: day('日付'),
  label: text('名称', { width: 200 }),
});

export const operations = tab(
  '操作記録',
  'records',
  'at',
  {
    at: instant('日時'),
    by: text('操作者', { width: 200 }),
    kind: text('種別', { width: 140 }),
    target: text('対象', { width: 160 }),
    result: text('結果', { width: 320 }),
  },
  { editing: 'warning' },
);

export const logins = tab(
  'ログイン記録',
  'records',
  'at',
  {
    at: instant('日時'),
    number: text('登録番号', { width: 90 }),
    result: text('結果', { width: 160 }),
  },
  { editing: 'warning' },
);
