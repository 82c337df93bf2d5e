import { instantOfIso, instantOfSerial } from './fields/instant';
import { isMailAddress, normalizeMail } from './fields/mail';
import { toPlain } from './fields/width';
import type { SettingDefinition } from './settings/definition';
import { SETTING_TABLE } from './settings-table';

export type { SettingDefinition } from './settings/definition';

type Table = typeof SETTING_TABLE;
/** Minutes of a day, from–to. */
export interface Hours {
  from: number;
  to: number;
}
type ValueOf<D extends SettingDefinition> = D extends {
  kind: '選択';
  choices: readonly (infer Choice)[];
}
  ? Choice
  : D extends { kind: '数' }
    ? number
    : D extends { kind: 'する・しない' }
      ? boolean
      : D extends { kind: '日時' }
        ? number | null
        : D extends { kind: '一覧' }
          ? readonly string[]
          : D extends { kind: '数の一覧' }
            ? readonly number[]
            : D extends { kind: '時間帯' }
              ? Hours
              : string;

/** The settings as the rules use them: numbers as numbers, 日時 as epoch ms or null while blank. */
export type Settings = { -readonly [Name in keyof Table]: ValueOf<Table[Name]> };

/** Every row of 設定, in order. */
export const SETTINGS: readonly SettingDefinition[] = Object.values(SETTING_TABLE);

/** Why a cell of 設定 was not used; its default stands instead. */
export type SettingReason =
  | 'NOT_A_NUMBER'
  | 'OUT_OF_RANGE'
  | 'NOT_A_CHOICE'
  | 'NOT_A_DATE_TIME'
  | 'NOT_HOURS'
  | 'NOT_A_MAIL'
  | 'NOT_A_URL'
  | 'TWICE'
  | 'UNKNOWN';

export interface SettingProblem {
  key: string;
  value: string;
  reason: SettingReason;
}

/** A row of 設定 as it stands in the cells; a date cell as its serial. */
export interface SettingRow {
  key: string;
  value: string | number | boolean;
}

/** 設定 → typed settings. Blank cells and missing rows take the default; what cannot be read too, and is reported. */
export function readSettings(rows: readonly SettingRow[]): {
  settings: Settings;
  problems: SettingProblem[];
} {
  const problems: SettingProblem[] = [];
  const cells = new Map<string, SettingRow['value']>();
  const known = new Set(SETTINGS.map((definition) => definition.key));
  for (const row of rows) {
    const key = toPlain(row.key);
    if (key === '') continue;
    if (!known.has(key)) problems.push({ key, value: String(row.value), reason: 'UNKNOWN' });
    else if (cells.has(key)) problems.push({ key, value: String(row.value), reason: 'TWICE' });
    else cells.set(key, row.value);
  }
  const entries = Object.entries<SettingDefinition>(SETTING_TABLE).map(([name, definition]) => {
    const cell = cells.get(definition.key) ?? '';
    const text = typeof cell === 'string' ? cell.trim() : cell;
    const read = text === '' ? undefined : readValue(definition, text);
    if (read && 'reason' in read)
      problems.push({
        key: definition.key,
        value: String(cell),
        reason: read.reason,
      });
    const value = read && 'value' in read ? read.value : defaultOf(definition);
    return [name, value] as const;
  });
  return { settings: Object.fromEntries(entries) as unknown as Settings, problems };
}

type Value = string | number | boolean | null | readonly string[] | readonly number[] | Hours;
type Read = { value: Value } | { reason: SettingReason };

function defaultOf(definition: SettingDefinition): Value {
  if (definition.default === '') return definition.kind === '日時' ? null : '';
  const read = readValue(definition, definition.default);
  if ('reason' in read) throw new RangeError(`Default of ${definition.key}: ${read.reason}`);
  return read.value;
}

function readValue(definition: SettingDefinition, cell: string | number | boolean): Read {
  const plain = toPlain(String(cell));
  switch (definition.kind) {
    case '文字':
      return readText(definition, String(cell));
    case '数':
      return readNumber(definition, plain);
    case 'する・しない':
      return readYesNo(plain);
    case '選択':
      return definition.choices?.includes(plain) ? { value: plain } : { reason: 'NOT_A_CHOICE' };
    case '日時': {
      const instant = typeof cell === 'number' ? instantOfSerial(cell) : instantOfIso(plain);
      return instant === undefined ? { reason: 'NOT_A_DATE_TIME' } : { value: instant };
    }
    case '一覧':
      return { value: plain.split(/[ ,、;]+/).filter((each) => each !== '') };
    case '数の一覧': {
      const numbers = plain.split(/[ ,、;/]+/).map((each) => Number(each.replace(/日前?$/, '')));
      const fit = numbers.every((each) => Number.isInteger(each) && each >= 0);
      return fit ? { value: numbers.sort((a, b) => b - a) } : { reason: 'NOT_A_NUMBER' };
    }
    case '時間帯':
      return readHours(plain);
  }
}

function readText(definition: SettingDefinition, text: string): Read {
  const trimmed = text.trim();
  if (definition.shape === 'mail') {
    const mail = normalizeMail(trimmed);
    return isMailAddress(mail) ? { value: mail } : { reason: 'NOT_A_MAIL' };
  }
  if (definition.shape === 'url' && !/^https?:\/\/[^\s/]+\S*$/.test(trimmed)) return { reason: 'NOT_A_URL' };
  return { value: trimmed };
}

function readNumber(definition: SettingDefinition, text: string): Read {
  const bare = text.replace(/,/g, '').replace(/(?:年|日前?|か月前?|分|円|ポイント|文字|mm)$/, '');
  if (!/^-?[0-9]+(?:\.[0-9]+)?$/.test(bare)) return { reason: 'NOT_A_NUMBER' };
  const value = Number(bare);
  const { min = -Infinity, max = Infinity } = definition;
  return value >= min && value <= max ? { value } : { reason: 'OUT_OF_RANGE' };
}

function readYesNo(text: string): Read {
  if (['する', 'はい', 'TRUE', 'true'].includes(text)) return { value: true };
  if (['しない', 'いいえ', 'FALSE', 'false'].includes(text)) return { value: false };
  return { reason: 'NOT_A_CHOICE' };
}

function readHours(text: string): Read {
  const match = /^([0-9]{1,2}):([0-9]{2}) ?[-‐–—~〜～−] ?([0-9]{1,2}):([0-9]{2})$/.exec(text);
  if (!match) return { reason: 'NOT_HOURS' };
  const [from, to] = [
    [match[1], match[2]],
    [match[3], match[4]],
  ].map(([hour, minute]) => Number(hour) * 60 + Number(minute));
  if (from === undefined || to === undefined || from >= to || to > 24 * 60) return { reason: 'NOT_HOURS' };
  return { value: { from, to } };
}
