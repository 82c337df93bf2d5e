/** How the same thing is typed by different hands over twenty years. */
import type { Day } from './days';
import { eraOf, partsOf } from './days';
import type { Random } from './random';

/** Digits, letters and signs of ASCII in full width. */
export function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

/** A day as a spreadsheet takes it for a date: 2022/4/1. */
export function asDate(day: Day): string {
  const { year, month, day: date } = partsOf(day);
  return `${year}/${month}/${date}`;
}

/** A day written out: 令和4年4月1日, the first year as 元年. */
export function asEra(day: Day): string {
  const { month, day: date } = partsOf(day);
  const era = eraOf(day);
  return `${era.name}${era.year === 1 ? '元' : era.year}年${month}月${date}日`;
}

/** A day in short: R4.4.1. */
export function asShortEra(day: Day): string {
  const { month, day: date } = partsOf(day);
  const era = eraOf(day);
  return `${era.letter}${era.year}.${month}.${date}`;
}

/** A day in one of the ways it is found in the old ledger; two in five are real dates. */
export function handDate(day: Day, random: Random): string {
  const chance = random.next();
  if (chance < 0.4) return asDate(day);
  if (chance < 0.65) return asEra(day);
  if (chance < 0.95) return asShortEra(day);
  return fullWidth(asShortEra(day));
}

/** A postal code with a hyphen, without, with 〒, or in full width. */
export function handPostalCode(code: string, random: Random): string {
  if (code === '') return '';
  const chance = random.next();
  if (chance < 0.55) return code;
  if (chance < 0.85) return code.replace('-', '');
  return chance < 0.93 ? `〒${code}` : fullWidth(code);
}

/** A telephone number with hyphens, brackets, none, or in full width. */
export function handPhone(phone: string, random: Random): string {
  if (phone === '' || phone.startsWith('+')) return phone;
  const chance = random.next();
  if (chance < 0.75) return phone;
  if (chance < 0.85) return phone.replace(/-/g, '');
  if (chance < 0.93) return phone.replace(/^(\d+)-(\d+)-/, '$1($2)');
  return fullWidth(phone);
}

/** An address of mail as it is, with a capital, with a blank behind, or in full width. */
export function handMail(mail: string, random: Random): string {
  if (mail === '') return '';
  const chance = random.next();
  if (chance < 0.92) return mail;
  if (chance < 0.95) return mail.charAt(0).toUpperCase() + mail.slice(1);
  return chance < 0.98 ? `${mail} ` : fullWidth(mail);
}

/** A registration number as people write it on a form: 00123, 123, １２３, 第123号, No.123. */
export function handNumber(number: string, random: Random): string {
  const short = String(Number(number));
  return random.pick([
    number,
    number,
    short,
    fullWidth(short),
    `第${short}号`,
    `No.${number}`,
    `第${fullWidth(number)}号`,
  ]);
}
