/** Files and permissions as the Drive API shows them. */
import type { Json } from '../engine/service';
import { NotInWorkspace } from '../engine/service';
import { apiError } from '../sheets/api/errors';
import { applyMask, parseMask } from '../sheets/api/mask';
import type { DriveFile, DriveFiles, Permission } from './files';
import { FOLDER } from './files';

type Shown = { readonly [field: string]: Json };

/** Where a person opens a file; `base`: where the Workspace listens, with a slash at the end, or `''`. */
export function linkOf({ id, mimeType }: Pick<DriveFile, 'id' | 'mimeType'>, base: string): string {
  if (base === '') {
    return mimeType === FOLDER
      ? `https://drive.google.com/drive/folders/${id}`
      : `https://drive.google.com/file/d/${id}/view?usp=drivesdk`;
  }
  return `${base}drive/file/${id}`;
}

/** A file with every field that is built. */
export function fileJson(files: DriveFiles, file: DriveFile, base: string): Shown {
  const { id, name, mimeType, parent, owner, appProperties } = file;
  return {
    kind: 'drive#file',
    id,
    name,
    mimeType,
    trashed: files.isTrashed(file),
    parents: [parent === '' ? `0A${files.personId(owner)}` : parent],
    appProperties: { ...appProperties },
    createdTime: new Date(file.createdAt).toISOString(),
    modifiedTime: new Date(file.modifiedAt).toISOString(),
    webViewLink: linkOf(file, base),
    // int64 crosses as text; a folder has none.
    ...(mimeType === FOLDER ? {} : { size: String(file.size) }),
  };
}

/** A permission with every field that is built. */
export function permissionJson({ id, type, role, emailAddress }: Permission): Shown {
  return { kind: 'drive#permission', id, type, role, ...(emailAddress === '' ? {} : { emailAddress }) };
}

export const FILE_FIELDS =
  'kind id name mimeType trashed parents appProperties createdTime modifiedTime webViewLink size';
export const PERMISSION_FIELDS = 'kind id type role emailAddress';
/** What comes without `fields`. */
export const DEFAULT_FILE = 'kind,id,name,mimeType';
export const DEFAULT_PERMISSION = 'kind,id,type,role';

/** The fields asked for of an answer; `known`: those that are built, with what stands below a list. */
export function choose(answer: Json, fields: string, known: Readonly<Record<string, string>>): Json {
  let mask;
  try {
    mask = parseMask(fields);
  } catch {
    throw apiError(`Invalid field selection ${fields}`);
  }
  const check = (asked: typeof mask, at: string): void => {
    if (asked === true) return;
    const built = (known[at] ?? '').split(' ');
    for (const [field, below] of Object.entries(asked)) {
      if (!/^[A-Za-z]+$/u.test(field)) throw apiError(`Invalid field selection ${field}`);
      if (!built.includes(field)) throw new NotInWorkspace(`Drive field ${field}`);
      check(below, field);
    }
  };
  check(mask, '');
  return applyMask(answer, mask);
}
