/**
 * What becomes of text that is typed into a cell or set by `setValue` (USER_ENTERED, locale ja_JP). The table of
 * facts/platform.md §4.1; whatever is not known for certain is refused instead of guessed.
 */
import { ServiceError } from '../engine/service';
import type { CellValue, NumberFormat } from './cell';
import { isDateFormat, isTextFormat, numberFormat } from './cell';
import { evaluateFormula } from './formula';
import { serialOfDay } from './serial';

/** Thrown for text whose fate on Google is not known; a person is told, a test fails. */
export class AmbiguousInput extends ServiceError {
  constructor(text: string, why: string) {
    super(`AmbiguousInput: what Google makes of "${text}" is not known (${why})`, 'AmbiguousInput');
  }
}

/** What a cell takes over from typed text. `format` only where the text brings its own. */
export interface Entered {
  readonly value?: CellValue;
  readonly formula?: string;
  readonly format?: NumberFormat;
}

export interface TypingContext {
  /** Format the cell has now. */
  readonly format?: NumberFormat | undefined;
  /** Year of the workspace clock in the spreadsheet's time zone, for `1-2`. */
  readonly year: number;
}

const WAREKI = /^(?:明治|大正|昭和|平成|令和|[MTSHR])\s?(?:元|\d{1,2})[年./-]/;
const POSTAL = /^〒?\d{3}-\d{4}$/;
const PHONE = /^0\d{1,4}-\d{1,4}-\d{3,4}$|^0\d{1,3}\(\d{1,4}\)\d{4}$/;

function numberFrom(text: string): Entered | undefined {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return { value: Number(text) };
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) {
    const pattern = text.includes('.') ? '#,##0.00' : '#,##0';
    return { value: Number(text.replace(/,/g, '')), format: numberFormat('NUMBER', pattern) };
  }
  const percent = /^(-?\d+(\.\d+)?)%$/.exec(text);
  if (percent !== null) {
    const pattern = percent[2] === undefined ? '0%' : '0.00%';
    return {
      value: Number((Number(percent[1]) / 100).toPrecision(15)),
      format: numberFormat('PERCENT', pattern),
    };
  }
  if (/^-?\d+(?:\.\d+)?[eE][-+]?\d{1,2}$/.test(text)) {
    return { value: Number(text), format: numberFormat('SCIENTIFIC', '0.00E+00') };
  }
  return undefined;
}

function timeFrom(text: string): { fraction: number; seconds: boolean } | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (match === null) return undefined;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return { fraction: (hour * 3600 + minute * 60 + second) / 86_400, seconds: match[3] !== undefined };
}

function dateFrom(text: string, year: number): Entered | undefined {
  const day = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?: (\d{1,2}:\d{2}(?::\d{2})?))?$/.exec(text);
  if (day !== null) {
    const serial = serialOfDay(Number(day[1]), Number(day[3]), Number(day[4]));
    if (serial === undefined) return undefined;
    const date = day[2] === '/' ? 'yyyy/mm/dd' : 'yyyy-mm-dd';
    if (day[5] === undefined) return { value: serial, format: numberFormat('DATE', date) };
    const time = timeFrom(day[5]);
    if (time === undefined) return undefined;
    return { value: serial + time.fraction, format: numberFormat('DATE_TIME', `${date} h:mm:ss`) };
  }
  const month = /^(\d{4})([-/])(\d{1,2})$/.exec(text);
  if (month !== null) {
    const serial = serialOfDay(Number(month[1]), Number(month[3]), 1);
    return serial === undefined ? undefined : { value: serial, format: numberFormat('DATE', 'yyyy/mm/dd') };
  }
  const short = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (short !== null) {
    const serial = serialOfDay(year, Number(short[1]), Number(short[2]));
    return serial === undefined ? undefined : { value: serial, format: numberFormat('DATE', 'm/d') };
  }
  const time = timeFrom(text);
  if (time === undefined) return undefined;
  return { value: time.fraction, format: numberFormat('TIME', time.seconds ? 'h:mm:ss' : 'h:mm') };
}

/** Why the fate of a text is unknown; undefined for plain text. `text` has no coercion known here. */
function doubt(text: string): string | undefined {
  if (/^[-+]/.test(text) && text !== '-') return 'leading sign';
  if (/^[¥￥$€£]/.test(text) || /^[\d,.]+円$/.test(text)) return 'currency';
  if (/^#(?:REF!|N\/A|VALUE!|NAME\?|NUM!|DIV\/0!|NULL!|ERROR!)$/.test(text)) return 'error name';
  if (/^\d{1,4}年(?:\d{1,2}月(?:\d{1,2}日)?)?$|^\d{1,2}月(?:\d{1,2}日)?$|^午[前後]/.test(text))
    return 'Japanese date';
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return 'ISO date-time';
  if (/\d/.test(text) && /^[\d\s.,:;/+\-()%eE$¥]+$/.test(text)) return 'number-like';
  if (
    /\d/.test(text) &&
    /^(?:[\d\s,:./-]|am|pm|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)+$/i.test(
      text,
    )
  ) {
    return 'date-like';
  }
  return undefined;
}

/** The form of text with its full-width digits and signs made half-width; undefined if it has none. */
function halfWidth(text: string): string | undefined {
  const narrow = text.normalize('NFKC');
  return narrow === text ? undefined : narrow;
}

function known(text: string, year: number): Entered | undefined {
  if (/^(?:true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  return numberFrom(text) ?? dateFrom(text, year);
}

function keepsText(text: string): boolean {
  return WAREKI.test(text) || POSTAL.test(text) || PHONE.test(text);
}

function enteredFormula(text: string): Entered {
  const value = evaluateFormula(text);
  if (value === undefined) throw new AmbiguousInput(text, 'only arithmetic of numbers is calculated here');
  return { formula: text, value };
}

function inText(text: string): Entered {
  if (text.startsWith('=') || text.startsWith("'")) throw new AmbiguousInput(text, 'in a plain text cell');
  return { value: text };
}

/** What a cell of this format holds after the text was typed; an empty object clears it. */
export function enterText(text: string, context: TypingContext): Entered {
  if (text === '') return {};
  if (isTextFormat(context.format)) return inText(text);
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (text.startsWith('=')) {
    if (text === '=') return { value: text };
    return enteredFormula(text);
  }
  if (text.startsWith('＝')) return { value: text };
  const trimmed = text.trim();
  if (trimmed !== text) {
    if (trimmed === '') return { value: text };
    if (
      known(trimmed, context.year) !== undefined ||
      doubt(trimmed) !== undefined ||
      /^[='＝]/.test(trimmed)
    ) {
      throw new AmbiguousInput(text, 'blanks around it');
    }
    return { value: text };
  }
  if (keepsText(text)) return { value: text };
  const coerced = known(text, context.year);
  if (coerced !== undefined) return intoFormat(text, coerced, context.format);
  const why = doubt(text);
  if (why !== undefined) throw new AmbiguousInput(text, why);
  const narrow = halfWidth(text);
  if (narrow !== undefined && !keepsText(narrow)) {
    if (known(narrow, context.year) !== undefined || doubt(narrow) !== undefined) {
      throw new AmbiguousInput(text, 'full-width');
    }
  }
  return { value: text };
}

/** A coerced value in a cell that already has a format: the cell's own wins where both are of one kind. */
function intoFormat(text: string, entered: Entered, format: NumberFormat | undefined): Entered {
  if (format === undefined || typeof entered.value === 'boolean') return entered;
  const { format: own, ...plain } = entered;
  if (own === undefined) {
    if (format.type === 'PERCENT') throw new AmbiguousInput(text, 'a plain number in a percent cell');
    return plain;
  }
  if (isDateFormat(own) !== isDateFormat(format))
    throw new AmbiguousInput(text, `in a cell formatted ${format.pattern}`);
  return plain;
}
