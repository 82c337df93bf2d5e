/** `Utilities`, with the traps of the real one: signed bytes, and US-ASCII for text without a charset. */
import { newBlob } from './blob';
import { charsetName, encodeText, fromBase64, requireBytes, toBase64 } from './bytes';
import { isEnum, javaEnum } from './enums';
import { notInWorkspace, platformError, platformFailure, strict } from './errors';
import { formatDate } from './format-date';
import { call, local } from './host';
import { is, mismatch, signature } from './signature';

const LONGEST_SLEEP = 300_000;

const DigestAlgorithm = javaEnum('DigestAlgorithm', ['MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512']);
const MacAlgorithm = javaEnum('MacAlgorithm', [
  'HMAC_MD5',
  'HMAC_SHA_1',
  'HMAC_SHA_256',
  'HMAC_SHA_384',
  'HMAC_SHA_512',
]);
const Charset = javaEnum('Charset', ['US_ASCII', 'UTF_8']);

const nodeName = (algorithm: string): string => algorithm.replace('HMAC_', '').replace('_', '').toLowerCase();

/** Bytes of a value argument: a byte[] as it is, text by its charset, by US-ASCII without one. */
function bytesOf(value: unknown, charset: unknown, method: string): number[] {
  if (Array.isArray(value)) return requireBytes(value);
  return encodeText(String(value), charset === undefined ? 'US_ASCII' : charsetName(charset, method));
}

function digest(...args: unknown[]): number[] {
  const name = 'Utilities.computeDigest';
  const algorithm = is.enum('DigestAlgorithm');
  signature(
    name,
    args,
    [algorithm, is.string],
    [algorithm, is.array],
    [algorithm, is.string, is.enum('Charset')],
  );
  const [kind, value, charset] = args;
  if (String(kind) === 'MD2') return notInWorkspace('Utilities.DigestAlgorithm.MD2');
  const bytes = toBase64(bytesOf(value, charset, name));
  return fromBase64(String(local('digest', nodeName(String(kind)), bytes)));
}

function hmac(name: string, algorithm: string, args: readonly unknown[]): number[] {
  signature(
    name,
    args,
    [is.string, is.string],
    [is.array, is.array],
    [is.string, is.string, is.enum('Charset')],
  );
  const [value, key, charset] = args;
  const message = toBase64(bytesOf(value, charset, name));
  return fromBase64(
    String(local('hmac', nodeName(algorithm), message, toBase64(bytesOf(key, charset, name)))),
  );
}

function computeHmacSignature(...args: unknown[]): number[] {
  const [algorithm, ...rest] = args;
  if (!isEnum(algorithm, 'MacAlgorithm')) return mismatch('Utilities.computeHmacSignature', args);
  return hmac('Utilities.computeHmacSignature', algorithm.name(), rest);
}

function base64(name: string, args: readonly unknown[]): string {
  signature(name, args, [is.string], [is.array], [is.string, is.enum('Charset')]);
  return toBase64(bytesOf(args[0], args[1], name));
}

function decodeBase64(name: string, args: readonly unknown[]): number[] {
  signature(name, args, [is.string], [is.string, is.enum('Charset')]);
  return fromBase64(args[0] as string);
}

/** `%s`, `%d`, `%f`, `%x` with flags, width and precision, as Java's formatter; others are not built. */
function formatString(...args: unknown[]): string {
  const [template, ...values] = args;
  if (typeof template !== 'string') return mismatch('Utilities.formatString', args);
  let used = 0;
  return template.replace(
    /%([-+0, ]*)(\d*)(?:\.(\d+))?([a-zA-Z%])/gu,
    (_mark, flags: string, width: string, precision: string | undefined, kind: string) => {
      if (kind === '%') return '%';
      if (used >= values.length) throw platformError(`Format specifier '%${kind}'`);
      const value = values[used];
      used += 1;
      return padField(formatValue(value, kind, flags, precision), flags, Number(width));
    },
  );
}

function formatValue(value: unknown, kind: string, flags: string, precision: string | undefined): string {
  const sign = flags.includes('+') && Number(value) >= 0 ? '+' : '';
  switch (kind) {
    case 's':
      return precision === undefined ? String(value) : String(value).slice(0, Number(precision));
    case 'd':
      if (!Number.isFinite(Number(value))) throw platformError(`Format specifier '%d'`);
      return sign + String(Math.trunc(Number(value)));
    case 'f':
      return sign + Number(value).toFixed(Number(precision ?? 6));
    case 'x':
      return Number(value).toString(16);
    default:
      return notInWorkspace(`Utilities.formatString %${kind}`);
  }
}

function padField(text: string, flags: string, width: number): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0')) return text.padStart(width);
  const negative = /^[+-]/u.exec(text)?.[0] ?? '';
  return negative + text.slice(negative.length).padStart(width - negative.length, '0');
}

function parseCsv(...args: unknown[]): string[][] {
  signature('Utilities.parseCsv', args, [is.string], [is.string, is.string]);
  const text = args[0] as string;
  const delimiter = (args[1] as string | undefined) ?? ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === delimiter) {
      row.push(cell);
      cell = '';
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && text.charAt(index + 1) === '\n') index += 1;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += character;
  }
  if (quoted) throw platformError('Could not parse text.');
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

function sleep(...args: unknown[]): void {
  if (args.length !== 1) mismatch('Utilities.sleep', args);
  const ms = Number(args[0]);
  if (args[0] === null || args[0] === undefined || !Number.isFinite(ms)) {
    throw platformError(`Cannot convert ${String(args[0])} to int.`);
  }
  if (ms < 0 || ms > LONGEST_SLEEP) throw platformFailure('invalidArgument', 'milliseconds');
  call('Utilities.sleep', Math.trunc(ms));
}

/** Installs `Utilities`. */
export function install(target: Record<string, unknown>): void {
  target.Utilities = strict(
    {
      Charset,
      DigestAlgorithm,
      MacAlgorithm,
      base64Encode: (...args: unknown[]) => base64('Utilities.base64Encode', args),
      base64EncodeWebSafe: (...args: unknown[]) =>
        base64('Utilities.base64EncodeWebSafe', args).replace(/\+/gu, '-').replace(/\//gu, '_'),
      base64Decode: (...args: unknown[]) => decodeBase64('Utilities.base64Decode', args),
      base64DecodeWebSafe: (...args: unknown[]) => decodeBase64('Utilities.base64DecodeWebSafe', args),
      computeDigest: digest,
      computeHmacSha256Signature: (...args: unknown[]) =>
        hmac('Utilities.computeHmacSha256Signature', 'HMAC_SHA_256', args),
      computeHmacSignature,
      formatDate(...args: unknown[]) {
        signature('Utilities.formatDate', args, [is.date, is.string, is.string]);
        return formatDate(args[0] as Date, args[1] as string, args[2] as string);
      },
      formatString,
      getUuid: () => String(call('Utilities.getUuid')),
      newBlob,
      parseCsv,
      sleep,
    },
    'Utilities',
  );
}
