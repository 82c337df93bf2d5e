/** Address lists of mail headers, checked as the platform does: by syntax only. */
import { ServiceError } from '../engine/service';

/** `"名前" <a@example.jp>` in its parts; `name` is `''` for a bare address. */
export interface Address {
  name: string;
  address: string;
}

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN =
  /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])$/u;

/** Whether a bare address is accepted by its syntax; `foo@nonexistent.example` is. */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  return (
    at > 0 &&
    at <= 64 &&
    text.length <= 254 &&
    LOCAL.test(text.slice(0, at)) &&
    DOMAIN.test(text.slice(at + 1))
  );
}

/** Splits at the commas that stand outside quotes and angle brackets. */
function splitList(list: string): string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  let bracketed = false;
  for (const character of list) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === '<') bracketed = true;
    else if (!quoted && character === '>') bracketed = false;
    if (character === ',' && !quoted && !bracketed) {
      parts.push(part);
      part = '';
    } else {
      part += character;
    }
  }
  parts.push(part);
  return parts.map((text) => text.trim()).filter((text) => text !== '');
}

function parseAddress(text: string): Address {
  const named = /^(?<name>.*?)\s*<(?<address>[^<>]*)>$/su.exec(text);
  const address = (named?.groups?.['address'] ?? text).trim();
  if (!isAddress(address)) throw new ServiceError(`Invalid email: ${address}`);
  return { name: (named?.groups?.['name'] ?? '').replace(/^"(.*)"$/su, '$1'), address };
}

/** The addresses of a comma-separated list; throws `Invalid email: foo` (ErrHandler) for the first that is none. */
export function parseAddresses(list: string): Address[] {
  return splitList(list).map(parseAddress);
}

/** Writes a header value: `名前 <a@example.jp>` or the bare address. */
export function formatAddress({ name, address }: Address): string {
  if (name === '') return address;
  return /[",<>@]/u.test(name) ? `"${name.replaceAll('"', '')}" <${address}>` : `${name} <${address}>`;
}
