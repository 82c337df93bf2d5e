import type { SettingDefinition } from './definition';

/** Passwords. */
export const PASSWORD_SETTINGS = {
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
} as const satisfies Record<string, SettingDefinition>;
