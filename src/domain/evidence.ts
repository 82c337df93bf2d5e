/** 証明書類: which files are taken, how they are named, and how a row of ポイント refers to them. */
import { DomainError } from './errors';

/** Files one person may send in a day; more is no application any more. */
export const MOST_A_DAY = 30;

const MEGABYTE = 1024 * 1024;

/** Kinds that are taken: first bytes, name ending, most bytes. Nothing a browser would run is among them. */
const KINDS = [
  { type: 'image/jpeg', ending: 'jpg', most: MEGABYTE, magic: [0xff, 0xd8, 0xff] },
  {
    type: 'image/png',
    ending: 'png',
    most: MEGABYTE,
    magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  },
  { type: 'application/pdf', ending: 'pdf', most: 3 * MEGABYTE, magic: [0x25, 0x50, 0x44, 0x46, 0x2d] },
] as const;

/** A file that is taken. */
export interface EvidenceKind {
  /** MIME type, by the bytes; what the sender calls it is not asked. */
  type: string;
  ending: string;
}

/**
 * The kind of a file sent as base64. DomainError `INVALID`, fact `evidence`: DAMAGED no base64 · NOT_ACCEPTED neither
 * JPEG, PNG nor PDF by its first bytes · TOO_LARGE above 1 MB, a PDF above 3 MB.
 */
export function requireEvidence(base64: string): EvidenceKind {
  if (!isBase64(base64)) refuse('DAMAGED');
  const first = firstBytes(base64);
  const kind = KINDS.find(({ magic }) => magic.every((byte, at) => first[at] === byte));
  if (!kind) return refuse('NOT_ACCEPTED');
  if (sizeOf(base64) > kind.most) refuse('TOO_LARGE');
  return { type: kind.type, ending: kind.ending };
}

/** Looks for what does not belong: a pattern of the whole text would need a stack as long as the file. */
function isBase64(text: string): boolean {
  const end = text.slice(-2).replace(/=+$/, '');
  return (
    text !== '' &&
    text.length % 4 === 0 &&
    !/[^A-Za-z0-9+/]/.test(text.slice(0, -2)) &&
    !/[^A-Za-z0-9+/]/.test(end)
  );
}

function refuse(code: string): never {
  throw new DomainError('INVALID', { evidence: code });
}

/** Bytes a base64 text holds. */
function sizeOf(base64: string): number {
  return (base64.length / 4) * 3 - (base64.length - base64.replace(/=+$/, '').length);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The first 12 bytes, or all of a shorter file. */
function firstBytes(base64: string): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of base64.slice(0, 16).replace(/=+$/, '')) {
    held = ((held << 6) | ALPHABET.indexOf(character)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return bytes;
}

/** `証明書類-20261122-4f3a9c01.jpg`: the day and random characters of the file's id, nothing of the person or of the sender's own name. */
export function evidenceName(day: string, id: string, { ending }: EvidenceKind): string {
  return `証明書類-${day.replace(/-/g, '')}-${id.slice(-8)}.${ending}`;
}

/** What the cell 証明書類 holds: one link a line, which the spreadsheet makes pressable. */
export function evidenceText(links: readonly string[]): string {
  return links.join('\n');
}

/** The links of a cell 証明書類, whatever a secretary has written around them. */
export function evidenceLinks(text: string): string[] {
  return text.match(/https?:\/\/[^\s"'<>、。）]+/g) ?? [];
}

/** Ids of the files no text refers to. */
export function orphansAmong(ids: readonly string[], texts: readonly string[]): string[] {
  const all = texts.join('\n');
  return ids.filter((id) => !all.includes(id));
}
