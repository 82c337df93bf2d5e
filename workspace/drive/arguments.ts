/** What a script hands to the advanced Drive service: only what is built passes. */
import type { Json } from '../engine/service';
import { NotInWorkspace } from '../engine/service';
import { apiError } from '../sheets/api/errors';
import type { Metadata } from './files';
import { FOLDER } from './files';

export type Params = { readonly [key: string]: Json };

/** A blob as the façade hands it over. */
export interface Media {
  /** base64 */
  bytes: string;
  contentType: string | null;
}

/** Google's limit of a property: key and value together, bytes in UTF-8; and of an app's properties of one file. */
const PROPERTY_BYTES = 124;
const PROPERTIES = 30;
/** The limit of a blob. */
const BLOB_BYTES = 50 * 1024 * 1024;

/** An object of the script, without what is null; anything but the `built` members is not in the Workspace. */
export function readParams(json: Json | undefined, what: string, built: readonly string[]): Params {
  const given = (json ?? {}) as Params;
  const kept = Object.entries(given).filter(([, value]) => value !== null);
  const other = kept.find(([key]) => !built.includes(key));
  if (other !== undefined) throw new NotInWorkspace(`${what} ${other[0]}`);
  return Object.fromEntries(kept);
}

/** A text among the parameters; undefined when it is left out. */
export function textOf(params: Params, key: string): string | undefined {
  const value = params[key];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw apiError(`Invalid value for: ${key}`);
  return value;
}

/** A whole number among the parameters, within Google's range. */
export function wholeOf(params: Params, key: string, fallback: number, most: number): number {
  const value = params[key] ?? fallback;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > most) {
    throw apiError(`Invalid value '${String(value)}'. Values must be within the range: [1, ${String(most)}]`);
  }
  return value;
}

/** `appProperties` as they become: a null value takes a property away. */
export function readProperties(
  json: Json | undefined,
  before: Readonly<Record<string, string>>,
): Record<string, string> {
  const after: Record<string, string> = { ...before };
  for (const [key, value] of Object.entries((json ?? {}) as Params)) {
    if (value === null) {
      Reflect.deleteProperty(after, key);
      continue;
    }
    if (typeof value !== 'string') throw apiError(`Invalid value for: ${key}`);
    if (Buffer.byteLength(key) + Buffer.byteLength(value) > PROPERTY_BYTES) {
      throw apiError(
        `Properties and app properties are limited to ${String(PROPERTY_BYTES)} bytes in UTF-8 encoding, counting both the key and the value.`,
      );
    }
    after[key] = value;
  }
  if (Object.keys(after).length > PROPERTIES) throw apiError('The property limit of this file is exceeded.');
  return after;
}

/** Name, type and properties of a new file, and its content. */
export function readNewFile(
  resource: Params,
  media: Media | null,
): Metadata & { content: string; size: number } {
  const mimeType = textOf(resource, 'mimeType') ?? media?.contentType ?? 'application/octet-stream';
  if (media !== null && mimeType.startsWith('application/vnd.google-apps.')) {
    throw new NotInWorkspace(`Drive.Files.create with conversion to ${mimeType}`);
  }
  if (mimeType.startsWith('application/vnd.google-apps.') && mimeType !== FOLDER) {
    throw new NotInWorkspace(`Drive.Files.create of ${mimeType}`);
  }
  const content = media?.bytes ?? '';
  const size = Buffer.byteLength(content, 'base64');
  if (size > BLOB_BYTES) throw new NotInWorkspace('Drive.Files.create with a blob above 50 MB');
  return {
    name: textOf(resource, 'name') ?? 'Untitled',
    mimeType,
    appProperties: readProperties(resource['appProperties'], {}),
    trashed: false,
    content,
    size,
  };
}
