/** Texts of the platform that the engine itself throws; localised as Google's are, so that no code branches on them. */
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
} as const satisfies Record<string, Record<Lang, string>>;

/** Name of a text of the platform. */
export type TextName = keyof typeof TEXTS;

/** A text of the platform in the language of the running user, with its facts filled in. */
export function platformText(lang: Lang, name: TextName, ...facts: readonly string[]): string {
  return TEXTS[name][lang].replace(/\{(\d)\}/gu, (_, index: string) => facts[Number(index)] ?? '');
}
