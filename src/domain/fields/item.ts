/** Checks of what a registrant types into items of 台帳: the same on the page and on the server. */
import { isOverseas } from './address';
import { parseDay } from './date';
import { katakana } from './kana';
import { isMailAddress, normalizeMail } from './mail';
import { phoneText } from './phone';
import { foreignPostalCode, postalCode } from './postal-code';
import { plainLine } from './text';
import { toPlain } from './width';

/** 形式 of an item of 台帳. */
export type ItemKind = '文字' | 'カナ' | '郵便番号' | '電話' | 'メール' | '日付' | '選択肢';

/** What is wrong with an item; the page says it in a sentence. */
export type ItemCode =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'CONTROL_CHARACTERS'
  | 'NOT_KANA'
  | 'NOT_A_POSTAL_CODE'
  | 'NOT_A_PHONE'
  | 'NOT_A_MAIL'
  | 'NOT_A_DATE'
  | 'NOT_A_CHOICE';

/** What 台帳項目 asks of an item. */
export interface ItemRule {
  required: boolean;
  choices: readonly string[];
  /** For a postal code: its address lies abroad, so that none is needed and any country's is taken. */
  overseas?: boolean;
}

/** The value as it is stored (a day as `YYYY-MM-DD`), or what is wrong. */
export type Checked = { value: string } | { code: ItemCode };

/** Characters an item may have, counted as a person counts them. */
export const ITEM_LENGTH = 200;

/** Normalises and checks one item. What it gives, given to it again, stays as it is. */
export function checkItem(kind: ItemKind, text: string, rule: ItemRule): Checked {
  const line = plainLine(text);
  if (line === undefined) return { code: 'CONTROL_CHARACTERS' };
  if (line === '') return rule.required && !rule.overseas ? { code: 'REQUIRED' } : { value: '' };
  if ([...line].length > ITEM_LENGTH) return { code: 'TOO_LONG' };
  return checkShape(kind, line, rule);
}

function checkShape(kind: ItemKind, line: string, rule: ItemRule): Checked {
  switch (kind) {
    case '文字':
      return { value: line };
    case 'カナ':
      return shaped(katakana(line), 'NOT_KANA');
    case '郵便番号':
      return shaped(
        postalCode(line) ?? (rule.overseas ? foreignPostalCode(line) : undefined),
        'NOT_A_POSTAL_CODE',
      );
    case '電話':
      return shaped(phoneText(line), 'NOT_A_PHONE');
    case 'メール':
      return shaped(isMailAddress(normalizeMail(line)) ? normalizeMail(line) : undefined, 'NOT_A_MAIL');
    case '日付':
      return shaped(parseDay(line), 'NOT_A_DATE');
    case '選択肢':
      return shaped(
        rule.choices.find((each) => toPlain(each) === toPlain(line)),
        'NOT_A_CHOICE',
      );
  }
}

function shaped(value: string | undefined, code: ItemCode): Checked {
  return value === undefined ? { code } : { value };
}

/** An item that may be changed, with what stands in 台帳 now (a day as `YYYY-MM-DD`). */
export interface EditableItem {
  item: string;
  kind: ItemKind;
  required: boolean;
  choices: readonly string[];
  value: string;
}

/** Of which address a postal code is the code. */
const ADDRESS_OF: Readonly<Record<string, string>> = { 郵便番号: '住所', 事業所郵便番号: '事業所住所' };

/** Whether an item is the postal code of an address that lies abroad; `textOf` gives what stands in an item. */
export function isAbroad(item: string, textOf: (item: string) => string): boolean {
  const address = ADDRESS_OF[item];
  return address !== undefined && isOverseas(textOf(address));
}

/** What came of checking a form. */
export interface CheckedItems {
  /** Item → new value, only where it really differs: another way to write the same value is no change. */
  values: Map<string, string>;
  /** Item → what is wrong with it. */
  problems: Map<string, ItemCode>;
}

/**
 * Checks what was typed (item → text; items that are not listed are left out). An item that stays as it is in 台帳 is not
 * checked, so that an old slip stops nobody; but a new address needs the postal code that belongs to it.
 */
export function checkItems(
  items: readonly EditableItem[],
  typed: Readonly<Record<string, string>>,
): CheckedItems {
  const values = new Map<string, string>();
  const problems = new Map<string, ItemCode>();
  const textOf = (name: string) =>
    Object.prototype.hasOwnProperty.call(typed, name) ? typed[name] : undefined;
  const current = (name: string) => items.find(({ item }) => item === name)?.value ?? '';
  for (const each of items) {
    const { item, kind, value } = each;
    const address = ADDRESS_OF[item];
    const newAddress = address === undefined ? undefined : textOf(address);
    const moved = address !== undefined && newAddress !== undefined && newAddress !== current(address);
    const text = textOf(item) ?? value;
    if (text === value && !moved) continue;
    const overseas = isAbroad(item, (name) => textOf(name) ?? current(name));
    // Where somebody works is told or not: its postal code is asked for only together with the address.
    const needed = each.required && !(moved && newAddress === '');
    const rule = { required: needed, choices: each.choices, overseas };
    const checked = checkItem(kind, text, rule);
    if ('code' in checked) problems.set(item, checked.code);
    else if (checked.value !== normal(kind, value, rule)) values.set(item, checked.value);
  }
  return { values, problems };
}

/** What 台帳 holds, written as it would be stored today. */
function normal(kind: ItemKind, value: string, rule: ItemRule): string {
  const checked = checkItem(kind, value, rule);
  return 'value' in checked ? checked.value : value;
}
