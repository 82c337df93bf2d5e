/** Hashes in the script's own engine: no call leaves it, so they cost no contact and need no network. */
import { hmac } from '@noble/hashes/hmac.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';

export interface ScryptCost {
  N: number;
  r: number;
  p: number;
}

/** Bytes of a text in UTF-8; lone surrogates become U+FFFD. */
export function utf8(text: string): Uint8Array {
  const encoded = encodeURIComponent(wellFormed(text));
  const bytes: number[] = [];
  for (let i = 0; i < encoded.length; i++) {
    if (encoded[i] === '%') {
      bytes.push(parseInt(encoded.slice(i + 1, i + 3), 16));
      i += 2;
    } else bytes.push(encoded.charCodeAt(i));
  }
  return Uint8Array.from(bytes);
}

/** A lone surrogate would make encodeURIComponent throw; spreading a text walks it by whole characters. */
function wellFormed(text: string): string {
  return [...text].map((character) => (/^[\ud800-\udfff]$/.test(character) ? '\ufffd' : character)).join('');
}

/** HMAC-SHA-256 of a text under a secret text: 32 bytes. */
export function mac(secret: string, text: string): number[] {
  return Array.from(hmac(sha256, utf8(secret), utf8(text)));
}

/** scrypt of a text: 32 bytes. */
export function slowHash(text: string, salt: string, cost: ScryptCost): number[] {
  return Array.from(scrypt(utf8(text), utf8(salt), { ...cost, dkLen: 32 }));
}

/** Equal texts, compared in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % Math.max(1, b.length));
  return difference === 0;
}
