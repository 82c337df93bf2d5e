/** Files in the Drive of the account that runs: the advanced service under `drive.file`, which shows only what this script made. */

/** A stored file and the link that opens it for those it is shared with. */
export interface StoredFile {
  id: string;
  link: string;
}

/** What makes a file; `id` is a reserved one, so that the same file is never made twice. */
export interface NewFile {
  id: string;
  name: string;
  /** MIME type. */
  type: string;
  /** Id of the folder it lies in. */
  folder: string;
  /** Only this script reads them; key and value at most 124 bytes. */
  properties: Readonly<Record<string, string>>;
}

/** Who may open a file. */
export interface FilePermission {
  id: string;
  /** `user`; `anyone`, `domain`, `group` where a person shared by hand. */
  type: string;
  role: string;
  /** `''` for everybody with the link. */
  account: string;
}

const FOLDER = 'application/vnd.google-apps.folder';

function drive() {
  if (!Drive) throw new Error('The advanced service Drive is not enabled in appsscript.json.');
  return Drive;
}

/** base64 → bytes (-128..127); throws Google's text for what is none. */
export function decodeBase64(text: string): number[] {
  return Utilities.base64Decode(text);
}

/** Ids for files to be made; one contact. */
export function reserveFileIds(count: number): string[] {
  return drive().Files.generateIds({ count }).ids ?? [];
}

/** Makes a folder of the account's own, shared with nobody. */
export function createFolder(id: string, name: string): void {
  drive().Files.create({ id, name, mimeType: FOLDER });
}

/** Makes a file. Throws if the id is taken. */
export function createFile({ id, name, type, folder, properties }: NewFile, bytes: number[]): StoredFile {
  const resource = { id, name, mimeType: type, parents: [folder], appProperties: properties };
  const { webViewLink } = drive().Files.create(resource, Utilities.newBlob(bytes, type), {
    fields: 'id,webViewLink',
  });
  return { id, link: webViewLink ?? '' };
}

/** The file or folder of this id, known at once after it was made; undefined if there is none, or it is in the trash. */
export function findFile(id: string): StoredFile | undefined {
  try {
    const { trashed, webViewLink } = drive().Files.get(id, { fields: 'trashed,webViewLink' });
    return trashed ? undefined : { id, link: webViewLink ?? '' };
  } catch (error) {
    if (error instanceof Error && /File not found|notFound/.test(error.message)) return undefined;
    throw error;
  }
}

/** Files with this property, oldest first; those of the last minute may be missing. */
export function findFilesBy(key: string, value: string): StoredFile[] {
  const q = `appProperties has { key='${quote(key)}' and value='${quote(value)}' } and trashed = false`;
  const { files = [] } = drive().Files.list({ q, orderBy: 'createdTime', fields: 'files(id,webViewLink)' });
  return files.map(({ id = '', webViewLink = '' }) => ({ id, link: webViewLink }));
}

/** At most `most` files of a folder made after `after` and not after `until` (epoch ms), oldest first. */
export function filesMade(
  folder: string,
  after: number,
  until: number,
  most: number,
): { id: string; madeAt: number }[] {
  const q = [
    `'${quote(folder)}' in parents`,
    'trashed = false',
    `createdTime > '${new Date(after).toISOString()}'`,
    `createdTime <= '${new Date(until).toISOString()}'`,
  ].join(' and ');
  const asked = { q, orderBy: 'createdTime', pageSize: most, fields: 'files(id,createdTime)' };
  const { files = [] } = drive().Files.list(asked);
  return files.map(({ id = '', createdTime = '' }) => ({ id, madeAt: Date.parse(createdTime) }));
}

/** Puts a file into the trash, from where the owner can bring it back for 30 days. */
export function trashFile(id: string): void {
  drive().Files.update({ trashed: true }, id);
}

/** Who may open a file or folder, the owner among them. */
export function permissionsOf(id: string): FilePermission[] {
  const fields = 'permissions(id,type,role,emailAddress)';
  const { permissions = [] } = drive().Permissions.list(id, { pageSize: 100, fields });
  return permissions.map(({ id: own = '', type = '', role = '', emailAddress = '' }) => ({
    id: own,
    type,
    role,
    account: emailAddress,
  }));
}

/** Lets an account look at a file or folder, without a mail to it. Throws for an address that is no Google account. */
export function letRead(id: string, account: string): void {
  const permission = { type: 'user', role: 'reader', emailAddress: account };
  drive().Permissions.create(permission, id, { sendNotificationEmail: false });
}

/** Takes a permission back. */
export function takeBack(id: string, permissionId: string): void {
  drive().Permissions.remove(id, permissionId);
}

function quote(text: string): string {
  return text.replace(/['\\]/g, '\\$&');
}
