/**
 * Texts of the platform, localised as Google's are, so that no code branches on them. Where a Japanese text is not
 * known from the field its words are ours.
 */
import type { Lang } from './service';

const TEXTS = {
  serverError: {
    en: "We're sorry, a server error occurred. Please wait a bit and try again.",
    ja: 'サーバー エラーが発生しました。しばらくしてからもう一度試してください。',
  },
  functionNotFound: {
    en: 'Script function not found: {0}',
    ja: 'スクリプト関数が見つかりません: {0}',
  },
  nothingReturned: {
    en: 'The script completed but did not return anything.',
    ja: 'スクリプトが完了しましたが、何も返されませんでした。',
  },
  wrongReturn: {
    en: 'The script completed but the returned value is not a supported return type.',
    ja: 'スクリプトは完了しましたが、返された値はサポートされている戻り値の型ではありません。',
  },
  timeExceeded: {
    en: 'Exceeded maximum execution time',
    ja: '起動時間の最大値を超えました',
  },
  tooManyExecutions: {
    en: 'There are too many scripts running simultaneously for this Google user account.',
    ja: 'この Google ユーザー アカウントで同時に実行されているスクリプトが多すぎます。',
  },
  missingScope: {
    en: 'Specified permissions are not sufficient to call {0}. Required permissions: {1}',
    ja: '指定された権限では {0} を呼び出すことができません。必要な権限: {1}',
  },
  lockTimeout: {
    en: 'Lock timeout: another process was holding the lock for too long.',
    ja: 'ロックのタイムアウト: 別のプロセスがロックを保持している時間が長すぎました。',
  },
  tooManyForOneDay: {
    en: 'Service invoked too many times for one day: {0}.',
    ja: '1 日にサービスを呼び出した回数が多すぎます: {0}。',
  },
  propertyQuota: {
    en: 'You have exceeded the property storage quota. Please remove some properties and try again.',
    ja: 'プロパティ ストレージの割り当てを超えました。プロパティをいくつか削除してから、もう一度お試しください。',
  },
  propertyName: {
    en: 'When setting or getting a property value, the property name must not be null or empty.',
    ja: 'プロパティの値を設定または取得する際、プロパティ名を null または空にすることはできません。',
  },
  dataStorage: { en: 'Data storage error', ja: 'データ ストレージ エラー' },
  argumentTooLarge: { en: 'Argument too large: {0}', ja: '引数が大きすぎます: {0}' },
  invalidArgument: { en: 'Invalid argument: {0}', ja: '引数が無効です: {0}' },
  argumentNull: { en: 'Argument cannot be null: {0}', ja: '引数は null にできません: {0}' },
  computerTime: {
    en: 'Service using too much computer time for one day.',
    ja: '1 日にサービスを使用した時間が長すぎます。',
  },
  signature: {
    en: "The parameters ({0}) don't match the method signature for {1}.",
    ja: 'パラメータ（{0}）が {1} のメソッドのシグネチャと一致しません。',
  },
  noUi: {
    en: 'Cannot call SpreadsheetApp.getUi() from this context.',
    ja: 'このコンテキストから SpreadsheetApp.getUi() を呼び出せません。',
  },
  outsideSheet: {
    en: 'The coordinates of the range are outside the dimensions of the sheet.',
    ja: '範囲の座標がシートのサイズから外れています。',
  },
  startingRow: {
    en: 'The starting row of the range is too small.',
    ja: '範囲の開始行が小さすぎます。',
  },
  startingColumn: {
    en: 'The starting column of the range is too small.',
    ja: '範囲の開始列が小さすぎます。',
  },
  noRows: {
    en: 'The number of rows in the range must be at least 1.',
    ja: '範囲の行数は 1 以上でなければなりません。',
  },
  noColumns: {
    en: 'The number of columns in the range must be at least 1.',
    ja: '範囲の列数は 1 以上でなければなりません。',
  },
  rangeNotFound: { en: 'Range not found', ja: '範囲が見つかりません' },
  rowsDiffer: {
    en: 'The number of rows in the data does not match the number of rows in the range. The data has {0} but the range has {1}.',
    ja: 'データの行数が範囲の行数と一致しません。データの行数は {0}、範囲の行数は {1} です。',
  },
  columnsDiffer: {
    en: 'The number of columns in the data does not match the number of columns in the range. The data has {0} but the range has {1}.',
    ja: 'データの列数が範囲の列数と一致しません。データの列数は {0}、範囲の列数は {1} です。',
  },
  sheetExists: {
    en: 'A sheet with the name "{0}" already exists. Please enter another name.',
    ja: '「{0}」という名前のシートはすでに存在します。別の名前を入力してください。',
  },
  cellTooLong: {
    en: 'Your input contains more than the maximum of 50000 characters in a single cell.',
    ja: '1 つのセルに最大文字数である 50000 文字を超える入力があります。',
  },
  protectedCell: {
    en: 'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    ja: '保護されているセルやオブジェクトを編集しようとしています。編集する必要がある場合は、スプレッドシートのオーナーに保護の解除を依頼してください。',
  },
  invalidData: {
    en: 'The data you entered in cell {0} violates the data validation rules set on this cell.',
    ja: 'セル {0} に入力したデータは、このセルで設定しているデータの入力規則に違反しています。',
  },
  invalidDataList: {
    en: 'The data you entered in cell {0} violates the data validation rules set on this cell. Please enter one of the following values: {1}.',
    ja: 'セル {0} に入力したデータは、このセルで設定しているデータの入力規則に違反しています。次のいずれかの値を入力してください: {1}。',
  },
  documentMissing: {
    en: 'Document is missing (perhaps it was deleted?)',
    ja: 'ドキュメントが見つかりません（削除された可能性があります）',
  },
  noPermission: {
    en: 'You do not have permissions to access the requested document.',
    ja: 'リクエストされたドキュメントにアクセスする権限がありません。',
  },
  tooManyCells: {
    en: 'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ja: 'この操作を行うと、ワークブックのセルの数が上限の 10000000 を超えます。',
  },
} as const satisfies Record<string, Record<Lang, string>>;

/** Name of a text of the platform. */
export type TextName = keyof typeof TEXTS;

/** A text of the platform in the language of the running user, with its facts filled in. */
export function platformText(lang: Lang, name: TextName, ...facts: readonly string[]): string {
  return TEXTS[name][lang].replace(/\{(\d)\}/gu, (_, index: string) => facts[Number(index)] ?? '');
}
