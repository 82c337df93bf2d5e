/** Bytes as Apps Script has them: signed numbers from -128 to 127; and text in Java's charsets. */
import { notInWorkspace, platformError } from './errors';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const signed = (byte: number): number => (byte > 127 ? byte - 256 : byte);

function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    // Java writes a lone surrogate as "?".
    if (point >= 0xd800 && point <= 0xdfff) bytes.push(0x3f);
    else if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 0x3f));
    else if (point < 0x10000)
      bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
    else {
      bytes.push(
        0xf0 | (point >> 18),
        0x80 | ((point >> 12) & 0x3f),
        0x80 | ((point >> 6) & 0x3f),
        0x80 | (point & 0x3f),
      );
    }
  }
  return bytes.map(signed);
}

/** Text → bytes. `US_ASCII` turns every other **code point** into one "?", as Java does. */
export function encodeText(text: string, charset: 'US_ASCII' | 'UTF_8'): number[] {
  if (charset === 'UTF_8') return utf8(text);
  return Array.from(text, (character) => {
    const point = character.codePointAt(0) ?? 0;
    return point < 0x80 ? point : 0x3f;
  });
}

/** UTF-8 bytes → text; wrong sequences become U+FFFD. */
export function decodeUtf8(bytes: readonly number[]): string {
  let text = '';
  for (let index = 0; index < bytes.length;) {
    const first = (bytes[index] ?? 0) & 0xff;
    const length =
      first < 0x80 ? 1 : first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
    const rest = bytes.slice(index + 1, index + Math.max(length, 1)).map((byte) => byte & 0xff);
    const whole = rest.length === length - 1 && rest.every((byte) => (byte & 0xc0) === 0x80);
    if (length === 0 || first >= 0xf5 || !whole) {
      text += '\ufffd';
      index += 1;
      continue;
    }
    const lead = length === 1 ? first : first & (0xff >> (length + 1));
    text += String.fromCodePoint(
      Math.min(
        rest.reduce((point, byte) => (point << 6) | (byte & 0x3f), lead),
        0x10ffff,
      ),
    );
    index += length;
  }
  return text;
}

/** Reads a byte[] argument; throws Google's "Cannot convert" for anything else in it. */
export function requireBytes(value: readonly unknown[]): number[] {
  return value.map((byte) => {
    if (typeof byte !== 'number' || !Number.isInteger(byte)) {
      throw platformError(`Cannot convert ${String(byte)} to byte.`);
    }
    return signed(byte & 0xff);
  });
}

/** Bytes → base64. */
export function toBase64(bytes: readonly number[]): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(index, index + 3).map((byte) => byte & 0xff);
    const left = bytes.length - index;
    text += ALPHABET.charAt(a >> 2) + ALPHABET.charAt(((a & 3) << 4) | (b >> 4));
    text += left > 1 ? ALPHABET.charAt(((b & 15) << 2) | (c >> 6)) : '=';
    text += left > 2 ? ALPHABET.charAt(c & 63) : '=';
  }
  return text;
}

/** base64, web-safe too, padded or not → bytes; throws Google's text for anything else. */
export function fromBase64(text: string): number[] {
  const plain = text.replace(/-/gu, '+').replace(/_/gu, '/').replace(/=+$/u, '');
  if (!/^[A-Za-z0-9+/]*$/u.test(plain) || plain.length % 4 === 1) {
    throw platformError('Could not decode string.');
  }
  const bytes: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const character of plain) {
    buffer = ((buffer << 6) | ALPHABET.indexOf(character)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(signed((buffer >> bits) & 0xff));
  }
  return bytes;
}

/** Charset argument (name or enumeration value) → the two this Workspace has. */
export function charsetName(value: unknown, method: string): 'US_ASCII' | 'UTF_8' {
  const name = String(value).toUpperCase().replace(/-/gu, '_');
  if (name === 'UTF_8' || name === 'US_ASCII') return name;
  return notInWorkspace(`${method} with charset ${String(value)}`);
}
