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
