import { dayOfSerial, parseDay } from './date';
import { toPlain, withoutBlanks } from './width';

/** A day in an imported cell, also as Excel's number of it; `''` for a blank one, undefined for what is none. */
export function readDayCell(text: string): string | undefined {
  const plain = toPlain(text);
  if (plain === '') return '';
  return /^[3-7][0-9]{4}$/.test(plain)
    ? dayOfSerial(Number(plain))
    : parseDay(plain.replace(/ \d{1,2}:\d{2}.*$/, ''));
}

/** Hours: 2, 1.5, 2時間, 1時間30分, 90分, 1:30, 2h; null for a blank cell, undefined for what is none. */
export function readHours(text: string): number | null | undefined {
  const plain = withoutBlanks(text).toLowerCase().replace('時間半', '時間30分');
  if (plain === '' || plain === '-') return null;
  const match =
    /^([0-9]+(?:\.[0-9]+)?)(?:時間|h|hours?)?$/.exec(plain) ??
    /^(?:([0-9]+)(?:時間|h))?([0-9]{1,3})(?:分|min|m)$/.exec(plain) ??
    /^([0-9]{1,2}):([0-5][0-9])$/.exec(plain);
  if (!match) return undefined;
  return Math.round((Number(match[1] ?? 0) + Number(match[2] ?? 0) / 60) * 100) / 100;
}

/** 主催区分 out of however a list names who held it; `''` where it says nothing. */
export function readHost(text: string): string {
  const plain = withoutBlanks(text);
  if (plain === '') return '';
  return /^(?:当協会|本協会|協会|自協会|民紹協|主催|自主|(?:\(?(?:公益)?社団法人\)?|\(公社\))?全国民営職業紹介事業協会)(?:主催)?$/.test(
    plain,
  )
    ? '当協会'
    : 'ほかの団体';
}
