/** Number format patterns of Google Sheets: which ones are known here, and what they show. */
import { NotInWorkspace } from '../engine/service';
import type { FormatType, NumberFormat } from './cell';
import { numberFormat } from './cell';
import { wallClockOf } from './serial';

type Token = { kind: 'literal' | 'date' | 'digits' | 'percent' | 'ampm' | 'text' | 'exponent'; text: string };

const TOKEN =
  /"([^"]*)"|\\(.)|\[\$([^\]]*)\]|(am\/pm|AM\/PM|A\/P)|([yY]+|[mM]+|[dD]+|[hH]+|[sS]+)(\.0+)?|(E\+0+|E-0+)|([#0][#0,]*(?:\.[#0]+)?|\.[#0]+)|(%)|(@)|([-/:\s.,()年月日時分秒曜¥￥円+])/gy;

function tokenise(pattern: string): Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < pattern.length) {
    const match = TOKEN.exec(pattern);
    if (match === null) return undefined;
    if (match[1] !== undefined) tokens.push({ kind: 'literal', text: match[1] });
    else if (match[2] !== undefined) tokens.push({ kind: 'literal', text: match[2] });
    else if (match[3] !== undefined) tokens.push({ kind: 'literal', text: match[3].split('-')[0] ?? '' });
    else if (match[4] !== undefined) tokens.push({ kind: 'ampm', text: match[4] });
    else if (match[5] !== undefined) tokens.push({ kind: 'date', text: match[5].toLowerCase() });
    else if (match[7] !== undefined) tokens.push({ kind: 'exponent', text: match[7] });
    else if (match[8] !== undefined) tokens.push({ kind: 'digits', text: match[8] });
    else if (match[9] !== undefined) tokens.push({ kind: 'percent', text: '%' });
    else if (match[10] !== undefined) tokens.push({ kind: 'text', text: '@' });
    else tokens.push({ kind: 'literal', text: match[11] ?? '' });
    if (match[6] !== undefined) return undefined;
  }
  return tokens;
}

/** The sections of a pattern (positive;negative;zero;text), or undefined if it is not known here. */
function sections(pattern: string): Token[][] | undefined {
  const parts = pattern.split(';').map(tokenise);
  const found: Token[][] = [];
  for (const part of parts) {
    if (part === undefined || part.filter((token) => token.kind === 'digits').length > 1) return undefined;
    found.push(part);
  }
  return found;
}

/** The format a pattern stands for (as `setNumberFormat` takes it); undefined for Automatic. Throws for unknown ones. */
export function formatOfPattern(pattern: string): NumberFormat | undefined {
  if (pattern === '' || pattern === 'General' || pattern === 'general') return undefined;
  if (pattern === '@') return numberFormat('TEXT', '@');
  const known = sections(pattern);
  if (known === undefined) throw new NotInWorkspace(`number format ${pattern}`);
  return numberFormat(typeOf(known[0] ?? []), pattern);
}

function typeOf(tokens: readonly Token[]): FormatType {
  const dates = tokens.filter((token) => token.kind === 'date').map((token) => token.text);
  if (dates.length > 0) {
    const time = dates.some((text) => /^[hs]/.test(text));
    const day =
      dates.some((text) => /^[yd]/.test(text)) || (!time && dates.some((text) => text.startsWith('m')));
    return day && time ? 'DATE_TIME' : day ? 'DATE' : 'TIME';
  }
  if (tokens.some((token) => token.kind === 'percent')) return 'PERCENT';
  if (tokens.some((token) => token.kind === 'exponent')) return 'SCIENTIFIC';
  if (tokens.some((token) => token.kind === 'literal' && /[¥￥円$]/.test(token.text))) return 'CURRENCY';
  return tokens.some((token) => token.kind === 'text') ? 'TEXT' : 'NUMBER';
}

const DEFAULT_PATTERNS: Readonly<Record<FormatType, string>> = {
  TEXT: '@',
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '[$¥-411]#,##0',
  DATE: 'yyyy/mm/dd',
  TIME: 'h:mm:ss',
  DATE_TIME: 'yyyy/mm/dd h:mm:ss',
  SCIENTIFIC: '0.00E+00',
};

/** The format of the API's `{type, pattern}`; a missing pattern is the locale's default for the type. */
export function formatOfType(type: FormatType, pattern: string | undefined): NumberFormat {
  if (pattern === undefined || pattern === '') return numberFormat(type, DEFAULT_PATTERNS[type]);
  if (type !== 'TEXT' && sections(pattern) === undefined)
    throw new NotInWorkspace(`number format ${pattern}`);
  return numberFormat(type, pattern);
}

/** A number as the Automatic format shows it. */
export function automaticNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size !== 0 && size < 1e-9)) {
    const [digits, exponent] = Number(value.toPrecision(10)).toExponential().split('e');
    const power = Number(exponent);
    return `${digits}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  if (Number.isInteger(value)) return String(value);
  return String(Number(Number(value.toPrecision(15)).toFixed(10)));
}

function groups(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

function digitsText(pattern: string, value: number): string {
  const [whole = '', fraction = ''] = pattern.split('.');
  const least = fraction.replace(/#/g, '').length;
  let text = value.toFixed(fraction.length);
  if (fraction.length > least)
    text = text.replace(new RegExp(`0{1,${fraction.length - least}}$`), '').replace(/\.$/, '');
  const [integer = '0', decimals] = text.split('.');
  const zeros = whole.replace(/[^0]/g, '').length;
  let head = integer.padStart(zeros, '0');
  if (zeros === 0 && head === '0') head = '';
  if (whole.includes(',')) head = groups(head);
  return decimals === undefined ? head : `${head}.${decimals}`;
}

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'];

function dateText(tokens: readonly Token[], serial: number): string {
  const clock = wallClockOf(Math.round(serial * 86_400) / 86_400);
  const half = tokens.some((token) => token.kind === 'ampm');
  const hour = half ? ((clock.hour + 11) % 12) + 1 : clock.hour;
  const dates = tokens.filter((token) => token.kind === 'date');
  return tokens
    .map((token) => {
      if (token.kind === 'ampm') return clock.hour < 12 ? '午前' : '午後';
      if (token.kind !== 'date') return token.text;
      const place = dates.indexOf(token);
      const width = token.text.length;
      const padded = (value: number): string => String(value).padStart(Math.min(width, 2), '0');
      switch (token.text[0]) {
        case 'y':
          return width <= 2 ? String(clock.year % 100).padStart(2, '0') : String(clock.year).padStart(4, '0');
        case 'd':
          if (width <= 2) return padded(clock.day);
          return `${WEEKDAYS[clock.weekday] ?? ''}${width === 3 ? '' : '曜日'}`;
        case 'h':
          return padded(hour);
        case 's':
          return padded(clock.second);
        default: {
          const minute =
            dates[place - 1]?.text.startsWith('h') === true ||
            dates[place + 1]?.text.startsWith('s') === true;
          if (minute) return padded(clock.minute);
          return width <= 2 ? padded(clock.month) : `${clock.month}月`;
        }
      }
    })
    .join('');
}

/** A number as a format shows it. */
export function formattedNumber(value: number, format: NumberFormat): string {
  const parts = sections(format.pattern);
  const first = parts?.[0];
  if (parts === undefined || first === undefined) throw new NotInWorkspace(`number format ${format.pattern}`);
  if (first.some((token) => token.kind === 'date')) return dateText(first, value);
  const own = value < 0 ? parts[1] : value === 0 ? parts[2] : undefined;
  const tokens = own ?? first;
  if (tokens.some((token) => token.kind === 'text')) return automaticNumber(value);
  const size = Math.abs(value) * (tokens.some((token) => token.kind === 'percent') ? 100 : 1);
  const exponent = tokens.find((token) => token.kind === 'exponent');
  const power = exponent === undefined || size === 0 ? 0 : Math.floor(Math.log10(size));
  const shown = Number((size / 10 ** power).toPrecision(15));
  const text = tokens
    .map((token) => {
      if (token.kind === 'digits') return digitsText(token.text, shown);
      if (token.kind !== 'exponent') return token.text;
      return `E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(token.text.length - 2, '0')}`;
    })
    .join('');
  return value < 0 && own === undefined && /[1-9]/.test(text) ? `-${text}` : text;
}
