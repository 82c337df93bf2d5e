import type { SettingDefinition } from './definition';

/** Paper: applications by post, labels, records. */
export const PAPER_SETTINGS = {
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
