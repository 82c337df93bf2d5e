/** The Google Drive of the Workspace: files and folders, whose they are, who may see them, and when a search finds them. */
import type { Clock, Json, Random, Stored } from '../engine/service';

export const FOLDER = 'application/vnd.google-apps.folder';

export type Role = 'owner' | 'writer' | 'commenter' | 'reader';

/** Who may do what with a file; `anyone` is everybody who has the link. */
export interface Permission {
  id: string;
  type: 'user' | 'anyone';
  role: Role;
  /** `''` for `anyone`. */
  emailAddress: string;
}

/** What a file says of itself and an update may change. */
export interface Metadata {
  name: string;
  mimeType: string;
  appProperties: Readonly<Record<string, string>>;
  /** Put into the trash itself; what lies in a trashed folder is trashed with it. */
  trashed: boolean;
}

/** A file or folder. */
export interface DriveFile extends Metadata {
  id: string;
  owner: string;
  /** The folder it lies in; `''`: the owner's My Drive. */
  parent: string;
  /** base64; `''` for a folder. */
  content: string;
  /** Bytes. */
  size: number;
  /** ms */
  createdAt: number;
  modifiedAt: number;
  /** Own ones; those of the folder come on top. */
  permissions: Permission[];
  /** What a search still goes by until a change is indexed, with the time it was changed; undefined: nothing yet. */
  indexed: { at: number; before: Metadata | undefined };
}

/** What makes a file. */
export interface NewFile extends Metadata {
  id?: string;
  owner: string;
  parent: string;
  content: string;
  size: number;
}

/** The Drive. */
export interface DriveFiles extends Stored {
  all(): readonly DriveFile[];
  find(id: string): DriveFile | undefined;
  create(file: NewFile): DriveFile;
  change(file: DriveFile, to: Partial<Metadata>): void;
  /** Gives a permission; somebody who has one already keeps its id and takes the new role. */
  share(file: DriveFile, permission: Omit<Permission, 'id'>): Permission;
  /** Ids for files to come; only these may be chosen for a new file. */
  reserve(count: number): string[];
  isReserved(id: string): boolean;
  /** The id Google gives an account in every permission. */
  personId(email: string): string;
  /** Own and inherited ones; the wider role counts. */
  permissionsOf(file: DriveFile): Permission[];
  roleOf(file: DriveFile, email: string): Role | undefined;
  isTrashed(file: DriveFile): boolean;
  /** What a search goes by now; undefined: it does not find the file yet. */
  found(file: DriveFile): Metadata | undefined;
}

/** Workspace time until a search goes by what has changed: 5–15 s are reported for files, minutes for changes. */
const INDEXED_AFTER = 30_000;
const WIDTH: Readonly<Record<Role, number>> = { reader: 0, commenter: 1, writer: 2, owner: 3 };

interface Saved {
  files: DriveFile[];
  reserved: string[];
  people: [string, string][];
}

/** Whether a role, if there is one, may do what `wanted` may. */
export function roleAllows(role: Role | undefined, wanted: Role): boolean {
  return role !== undefined && WIDTH[role] >= WIDTH[wanted];
}

function metadataOf({ name, mimeType, appProperties, trashed }: Metadata): Metadata {
  return { name, mimeType, appProperties: { ...appProperties }, trashed };
}

/** An empty Drive. */
export function createDriveFiles(clock: Pick<Clock, 'now'>, random: Random): DriveFiles {
  let files: DriveFile[] = [];
  let reserved = new Set<string>();
  let people = new Map<string, string>();

  const find = (id: string): DriveFile | undefined => files.find((file) => file.id === id);
  const drawId = (): string => `1${random.hex(16)}`;
  const personId = (email: string): string => {
    const known = people.get(email.toLowerCase());
    if (known !== undefined) return known;
    const drawn = Array.from({ length: 20 }, () => String(Math.floor(random.next() * 10))).join('');
    people.set(email.toLowerCase(), drawn);
    return drawn;
  };

  const permissionsOf = (file: DriveFile): Permission[] => {
    const folder = find(file.parent);
    const widest = new Map<string, Permission>();
    for (const permission of [...(folder === undefined ? [] : permissionsOf(folder)), ...file.permissions]) {
      const other = widest.get(permission.id);
      if (other === undefined || WIDTH[other.role] < WIDTH[permission.role]) {
        widest.set(permission.id, permission);
      }
    }
    return [...widest.values()];
  };

  const isTrashed = (file: DriveFile): boolean => {
    const folder = find(file.parent);
    return file.trashed || (folder !== undefined && isTrashed(folder));
  };

  return {
    all: () => files,
    find,
    create(made) {
      const now = clock.now();
      const file: DriveFile = {
        ...metadataOf(made),
        id: made.id ?? drawId(),
        owner: made.owner,
        parent: made.parent,
        content: made.content,
        size: made.size,
        createdAt: now,
        modifiedAt: now,
        permissions: [{ id: personId(made.owner), type: 'user', role: 'owner', emailAddress: made.owner }],
        indexed: { at: now, before: undefined },
      };
      files.push(file);
      return file;
    },
    change(file, to) {
      const now = clock.now();
      const settled = file.indexed.at + INDEXED_AFTER <= now;
      file.indexed = { at: now, before: settled ? metadataOf(file) : file.indexed.before };
      Object.assign(file, to, { modifiedAt: now });
    },
    share(file, { type, role, emailAddress }) {
      const id = type === 'anyone' ? 'anyoneWithLink' : personId(emailAddress);
      const permission: Permission = { id, type, role, emailAddress };
      file.permissions = [...file.permissions.filter((other) => other.id !== id), permission];
      return permission;
    },
    reserve(count) {
      const ids = Array.from({ length: count }, drawId);
      ids.forEach((id) => reserved.add(id));
      return ids;
    },
    isReserved: (id) => reserved.has(id),
    personId,
    permissionsOf,
    roleOf(file, email) {
      const own = permissionsOf(file).filter(
        ({ type, emailAddress }) => type === 'anyone' || emailAddress.toLowerCase() === email.toLowerCase(),
      );
      return own.map(({ role }) => role).sort((a, b) => WIDTH[b] - WIDTH[a])[0];
    },
    isTrashed,
    found: (file) => (file.indexed.at + INDEXED_AFTER <= clock.now() ? file : file.indexed.before),
    save: () => ({ files, reserved: [...reserved], people: [...people] }) as unknown as Json,
    load(saved) {
      const kept = JSON.parse(JSON.stringify(saved)) as Saved;
      files = kept.files;
      reserved = new Set(kept.reserved);
      people = new Map(kept.people);
    },
  };
}
