import { civilDay, epochDay, isRealDay, isoDay } from './calendar';
import { eraNamed, eraOf, type EraName } from './era';
import { foldHyphens, toPlain } from './width';

export type { EraName };

/** Which calendar stands first: the setting 日付の表示. */
export type DateOrder = '和暦が先' | '西暦が先';

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;
/** Sheets counts days from 1899-12-30; 1970-01-01 is 25569. */
const SERIAL_OF_EPOCH = 25569;

/** Whether the text is a day that exists, as `YYYY-MM-DD`. */
export function isDay(iso: string): boolean {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(iso);
  return match !== null && isRealDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/**
 * Reads a day as people and old tables write it: 2024-10-01, 2024/10/1, 20241001, 令和6年10月1日, R6.10.1, 令6.10.1,
 * R061001, any width, 元年, a weekday behind it, kanji numerals. Only days that exist and lie in their era are read
 * (昭和64年1月8日 is refused); a year of two digits without an era is refused. Answers `YYYY-MM-DD` or undefined.
 */
export function parseDay(text: string): string | undefined {
  const plain = toPlain(text).replace(/ 0{1,2}:00(?::00)?$/, '');
  const bare = withDigits(foldHyphens(plain).replace(/ /g, '')).replace(
    /\((?:[月火水木金土日]曜?日?)\)$/,
    '',
  );
  const match =
    /^(明治|大正|昭和|平成|令和|西暦|[明大昭平令]|[MTSHR])?([0-9]{1,4}|元)[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})日?$/i.exec(
      bare,
    ) ??
    /^([MTSHR]|明治|大正|昭和|平成|令和)([0-9]{2})([0-9]{2})([0-9]{2})$/i.exec(bare) ??
    /^()([0-9]{4})([0-9]{2})([0-9]{2})$/.exec(bare);
  return match ? dayOf(match[1] ?? '', match[2] ?? '', match[3] ?? '', match[4] ?? '') : undefined;
}

/** The day typed into three boxes, each in any width; undefined if it does not exist or lies outside its era. */
export function dayFromParts(era: EraName, year: string, month: string, day: string): string | undefined {
  const digits = (text: string) => toPlain(text).replace(/[年月日 ]/g, '');
  return dayOf(era, digits(year), digits(month), digits(day));
}

function dayOf(eraText: string, yearText: string, monthText: string, dayText: string): string | undefined {
  if (!/^[0-9]{1,2}$/.test(monthText) || !/^[0-9]{1,2}$/.test(dayText)) return undefined;
  const era = eraNamed(eraText);
  if (!era && !/^[0-9]{4}$/.test(yearText)) return undefined;
  if (!/^(?:[0-9]{1,4}|元)$/.test(yearText)) return undefined;
  const counted = yearText === '元' ? 1 : Number(yearText);
  if (era && (counted < 1 || counted > 99)) return undefined;
  const year = era ? era.year + counted - 1 : counted;
  const month = Number(monthText);
  const day = Number(dayText);
  if (year < 1868 || year > 2999 || !isRealDay(year, month, day)) return undefined;
  const iso = isoDay(year, month, day);
  return era && (iso < era.first || iso > era.last) ? undefined : iso;
}

/** 二〇二四 → 2024, 十二 → 12, 三十一 → 31; other text stays. */
function withDigits(text: string): string {
  const values = '〇一二三四五六七八九';
  return text.replace(/[〇一二三四五六七八九十]+/g, (run) => {
    const digits = (part: string) => [...part].map((each) => String(values.indexOf(each))).join('');
    if (!run.includes('十')) return digits(run);
    const [tens = '', ones = ''] = run.split('十');
    return String(Number(digits(tens) || '1') * 10 + Number(digits(ones) || '0'));
  });
}

/** 令和8年4月1日（2026年）, or 2026年4月1日（令和8年）; `''` stays `''`. */
export function writeDay(iso: string, order: DateOrder = '和暦が先'): string {
  if (iso === '') return '';
  const { year, month, day } = parts(iso);
  const rest = `${String(month)}月${String(day)}日`;
  const era = eraOf(iso);
  if (!era) return `${String(year)}年${rest}`;
  return order === '和暦が先'
    ? `${eraYear(era)}${rest}（${String(year)}年）`
    : `${String(year)}年${rest}（${eraYear(era)}）`;
}

/** A day by which something must be done, with its weekday: 令和9年3月31日（水）; `''` stays `''`. */
export function writeDeadline(iso: string): string {
  if (iso === '') return '';
  const { year, month, day } = parts(iso);
  const era = eraOf(iso);
  const named = era ? eraYear(era) : `${String(year)}年`;
  return `${named}${String(month)}月${String(day)}日（${weekdayOf(iso)}）`;
}

function eraYear(era: { name: EraName; year: number }): string {
  return `${era.name}${era.year === 1 ? '元' : String(era.year)}年`;
}

/** The weekday as one kanji. */
export function weekdayOf(iso: string): string {
  const index = (((serialOfDay(iso) - 1) % 7) + 7) % 7; // serial 1 is Sunday 1899-12-31
  return WEEKDAYS[index] ?? '';
}

/** A day as Sheets stores it: days since 1899-12-30. */
export function serialOfDay(iso: string): number {
  const { year, month, day } = parts(iso);
  return epochDay(year, month, day) + SERIAL_OF_EPOCH;
}

/** The day of a Sheets serial; its time of day is dropped. */
export function dayOfSerial(serial: number): string {
  const { year, month, day } = civilDay(Math.floor(serial) - SERIAL_OF_EPOCH);
  return isoDay(year, month, day);
}

function parts(iso: string): { year: number; month: number; day: number } {
  if (!isDay(iso)) throw new RangeError(`Not a day: ${iso}`);
  return {
    year: Number(iso.slice(0, 4)),
    month: Number(iso.slice(5, 7)),
    day: Number(iso.slice(8, 10)),
  };
}
