/**
 * 証明書類 of a registrant: kept in the owner's folder before the application that refers to them is committed. A file is
 * known by its client key, so that sending it twice gives one file; what no application takes up is removed a day later.
 */
import { DomainError } from '../../domain/errors';
import { evidenceName, MOST_A_DAY, requireEvidence, type EvidenceKind } from '../../domain/evidence';
import { dayOfInstant } from '../../domain/fields/instant';
import { encodeBase64url } from '../../domain/session';
import { readCache, writeCache } from '../../platform/cache';
import { now } from '../../platform/clock';
import { createFile, decodeBase64, findFile, findFilesBy, reserveFileIds } from '../../platform/files';
import type { StoredFile } from '../../platform/files';
import { mac } from '../../platform/hashing';
import { patiently } from '../alone';
import { PROPERTY, requireInstallation, type Installation } from '../installation/installation';
import { newToken, requireClaims, requireSession, requireSummaryRow } from '../login/session';
import { requireOpen } from '../desk/stop';

/** A file as it was sent: its client key, and its bytes as base64. */
export interface SentFile {
  key: string;
  data: string;
}

/** What the cache knows of a person's files of the last hours: reserved ids, and links of those that are stored. */
interface Kept {
  day: string;
  count: number;
  files: Record<string, { id: string; link?: string }>;
}

/** Name of the property by which a file is found again when the cache has forgotten it. */
const MARK = 'evidence';
const SECONDS = 21_600;
/** Files kept in mind. */
const KEPT = 15;

/** My Page sends one file, ahead of the application. DomainError as of `storeEvidence`, `SESSION_ENDED`, `STOPPED`. */
export function sendEvidence(token: string | undefined, key: string, data: string): { token: string } {
  const installation = requireInstallation();
  requireOpen(installation);
  const claims = requireClaims(installation, token, 'home');
  const row = requireSummaryRow(claims);
  requireSession(claims, row);
  storeEvidence(installation, claims.n, [{ key, data }]);
  return { token: newToken(installation, 'home', row, claims.i) };
}

/**
 * Keeps a person's files and tells where. Outside the lock, before the commit. DomainError `INVALID` with fact
 * `evidence` (codes of `requireEvidence`, TOO_MANY), `NOT_SET_UP` without the folder of 初期設定.
 */
export function storeEvidence(
  installation: Installation,
  number: string,
  sent: readonly SentFile[],
): StoredFile[] {
  const folder = installation.properties[PROPERTY.evidenceFolder] ?? '';
  if (folder === '') throw new DomainError('NOT_SET_UP', {});
  const kinds = sent.map(({ data }) => requireEvidence(data));
  const kept = readKept(number);
  const fresh = sent.filter(({ key }) => kept.files[key] === undefined);
  if (fresh.length > 0) {
    if (kept.count + fresh.length > MOST_A_DAY) throw new DomainError('INVALID', { evidence: 'TOO_MANY' });
    kept.count += fresh.length;
    const ids = patiently(() => reserveFileIds(fresh.length));
    fresh.forEach(({ key }, at) => (kept.files[key] = { id: requireId(ids[at]) }));
    // Written before the files are made: whatever ends this execution, the next one knows their ids.
    keep(number, kept);
  }
  const stored = sent.map(({ key, data }, at) => {
    const { id, link } = kept.files[key] ?? { id: '' };
    if (link !== undefined) return { id, link };
    const file = { id, folder, mark: markOf(installation, number, key) };
    const made = patiently(() => makeOnce(file, kinds[at], data));
    kept.files[key] = made;
    return made;
  });
  keep(number, kept);
  return stored;
}

/** The files a person has sent under these keys, in this order. DomainError `INVALID` (evidence: MISSING) if one is not there. */
export function evidenceOf(
  installation: Installation,
  number: string,
  keys: readonly string[],
): StoredFile[] {
  const { files } = readKept(number);
  return keys.map((key) => {
    const { id, link } = files[key] ?? {};
    if (id !== undefined && link !== undefined) return { id, link };
    const found = id === undefined ? findFilesBy(MARK, markOf(installation, number, key))[0] : findFile(id);
    if (!found) throw new DomainError('INVALID', { evidence: 'MISSING' });
    return found;
  });
}

function makeOnce(
  { id, folder, mark }: { id: string; folder: string; mark: string },
  kind: EvidenceKind | undefined,
  data: string,
): StoredFile {
  if (!kind) throw new Error('A file without a kind.');
  const name = evidenceName(dayOfInstant(now()), id, kind);
  const file = { id, name, type: kind.type, folder, properties: { [MARK]: mark } };
  try {
    return createFile(file, decodeBase64(data));
  } catch (error) {
    // Made before, by an execution that was interrupted or a call whose answer was lost.
    const made = findFile(id);
    if (made) return made;
    throw error;
  }
}

function requireId(id: string | undefined): string {
  if (id === undefined) throw new Error('Drive reserved fewer ids than asked for.');
  return id;
}

/** Says nothing about the person, and cannot be made for somebody else's key. */
function markOf({ secret }: Installation, number: string, key: string): string {
  return encodeBase64url(mac(secret, `evidence ${number} ${key}`));
}

function cacheKey(number: string): string {
  return `evidence:${number}`;
}

function readKept(number: string): Kept {
  const today = dayOfInstant(now());
  const text = readCache([cacheKey(number)])[cacheKey(number)];
  const kept = text === undefined ? undefined : (JSON.parse(text) as Kept);
  return { day: today, count: kept?.day === today ? kept.count : 0, files: { ...kept?.files } };
}

function keep(number: string, { files, ...rest }: Kept): void {
  const recent = Object.fromEntries(Object.entries(files).slice(-KEPT));
  writeCache(cacheKey(number), JSON.stringify({ ...rest, files: recent }), SECONDS);
}
