/**
 * The advanced Drive service (v3), as far as scripts here need it: files and folders of My Drive, found again by id or
 * search, shared with named people.
 */
import type { Media } from '../drive/arguments';
import { readNewFile, readParams, readProperties, textOf, wholeOf } from '../drive/arguments';
import type { DriveFile, DriveFiles, Metadata } from '../drive/files';
import { FOLDER, roleAllows } from '../drive/files';
import { choose, DEFAULT_FILE, FILE_FIELDS, fileJson } from '../drive/json';
import { parseSearch } from '../drive/query';
import type { ExecutionView, Json, Service, ServiceMethod } from '../engine/service';
import { NotInWorkspace, ServiceError } from '../engine/service';
import { apiError } from '../sheets/api/errors';
import { drivePermissions } from './drive-permissions';

const DRIVE = 'https://www.googleapis.com/auth/drive';
const SCOPES = [DRIVE, `${DRIVE}.file`];

/** What the service needs of the world. */
export interface DriveOptions {
  files: DriveFiles;
  /** Version of the service in the manifest; undefined: not enabled. */
  version: string | undefined;
  /** Scopes a user has granted; undefined: Google detects them. */
  scopesOf: (user: string) => readonly string[] | undefined;
  /** Whether Google knows an account of this address. */
  isAccount: (email: string) => boolean;
  /** Where the Workspace listens, or `''`. */
  url: () => string;
}

/** What the methods of the service share. */
export interface DriveDesk extends DriveOptions {
  method(name: string, handle: (execution: ExecutionView, ...args: Json[]) => Json): ServiceMethod;
  /** The file, if the script may see it for this user; 404 otherwise. */
  require(execution: ExecutionView, id: Json | undefined): DriveFile;
  /** The same for a change of it: 403 for those who may only look. */
  requireWritable(execution: ExecutionView, id: Json | undefined): DriveFile;
}

function createDesk(options: DriveOptions): DriveDesk {
  const { files, version, scopesOf } = options;

  /** Under drive.file a script sees what it made itself, for the account that made it: the stricter reading for others. */
  const sees = ({ effectiveUser }: ExecutionView, file: DriveFile): boolean => {
    if (file.owner === effectiveUser) return true;
    if (files.isTrashed(file) || files.roleOf(file, effectiveUser) === undefined) return false;
    return scopesOf(effectiveUser)?.includes(DRIVE) === true;
  };
  const require = (execution: ExecutionView, id: Json | undefined): DriveFile => {
    const file = files.find(String(id));
    if (file === undefined || !sees(execution, file)) throw apiError(`File not found: ${String(id)}.`);
    return file;
  };

  return {
    ...options,
    require,
    requireWritable(execution, id) {
      const file = require(execution, id);
      if (!roleAllows(files.roleOf(file, execution.effectiveUser), 'writer')) {
        throw apiError('The user does not have sufficient permissions for this file.');
      }
      return file;
    },
    method: (name, handle) => ({
      contact: 'drive',
      scopes: SCOPES,
      permissionName: `drive.${name}`,
      handle(execution, ...args) {
        if (version !== 'v3') throw new NotInWorkspace(`Drive ${String(version)}`);
        try {
          return handle(execution, ...args);
        } catch (error) {
          if (!(error instanceof ServiceError) || error.errorName === 'NotInWorkspace') throw error;
          throw apiError(`API call to drive.${name} failed with error: ${error.message}`);
        }
      },
    }),
  };
}

/** The advanced Drive service. */
export function createDriveService(options: DriveOptions): Service {
  const desk = createDesk(options);
  const { files, url, method } = desk;

  const shown = (file: DriveFile, fields = DEFAULT_FILE): Json =>
    choose(fileJson(files, file, url()), fields, { '': FILE_FIELDS });

  const requireFolder = (execution: ExecutionView, id: string): string => {
    const folder = desk.requireWritable(execution, id);
    if (folder.mimeType !== FOLDER) throw apiError('The specified parent is not a folder.');
    return folder.id;
  };

  const create = (execution: ExecutionView, resource: Json, media: Json, optional: Json): Json => {
    const body = readParams(resource, 'Drive.Files.create resource', [
      'id',
      'name',
      'mimeType',
      'parents',
      'appProperties',
    ]);
    const params = readParams(optional, 'Drive.Files.create', ['fields']);
    const parents = (body['parents'] ?? []) as Json[];
    if (parents.length > 1) throw new NotInWorkspace('Drive.Files.create with several parents');
    const parent = parents.length === 0 ? '' : requireFolder(execution, String(parents[0]));
    const id = textOf(body, 'id');
    if (id !== undefined) {
      if (files.find(id) !== undefined) throw apiError('A file already exists with the provided ID.');
      if (!files.isReserved(id)) throw apiError('The provided file ID is not usable.');
    }
    const made = readNewFile(body, media as unknown as Media | null);
    const file = files.create({
      ...made,
      owner: execution.effectiveUser,
      parent,
      ...(id === undefined ? {} : { id }),
    });
    return shown(file, textOf(params, 'fields'));
  };

  const list = (execution: ExecutionView, optional: Json): Json => {
    const params = readParams(optional, 'Drive.Files.list', [
      'q',
      'fields',
      'pageSize',
      'pageToken',
      'orderBy',
    ]);
    const query = textOf(params, 'q');
    const matches = query === undefined ? () => true : parseSearch(query);
    const order = textOf(params, 'orderBy') ?? 'createdTime desc';
    if (!/^createdTime(?: desc)?$/u.test(order))
      throw new NotInWorkspace(`Drive.Files.list orderBy ${order}`);
    const found = files
      .all()
      .filter((file) => {
        const known = files.found(file);
        const visible = file.owner === execution.effectiveUser;
        const { parent, createdAt } = file;
        return known !== undefined && visible && matches({ ...known, parent, createdAt });
      })
      .sort((a, b) => (order === 'createdTime' ? a.createdAt - b.createdAt : b.createdAt - a.createdAt));
    const size = wholeOf(params, 'pageSize', 100, 1000);
    const from = Number(textOf(params, 'pageToken') ?? 0);
    const next = from + size < found.length ? { nextPageToken: String(from + size) } : {};
    const answer: Json = {
      kind: 'drive#fileList',
      incompleteSearch: false,
      ...next,
      files: found.slice(from, from + size).map((file) => ({ ...fileJson(files, file, url()) })),
    };
    const fields = textOf(params, 'fields') ?? `kind,incompleteSearch,nextPageToken,files(${DEFAULT_FILE})`;
    return choose(answer, fields, { '': 'kind incompleteSearch nextPageToken files', files: FILE_FIELDS });
  };

  const update = (execution: ExecutionView, resource: Json, id: Json, media: Json, optional: Json): Json => {
    const body = readParams(resource, 'Drive.Files.update resource', ['name', 'trashed', 'appProperties']);
    const params = readParams(optional, 'Drive.Files.update', ['fields']);
    if (media !== null) throw new NotInWorkspace('Drive.Files.update with content');
    const file = desk.requireWritable(execution, id);
    const to: Partial<Metadata> = {};
    const name = textOf(body, 'name');
    if (name !== undefined) to.name = name;
    if (body['trashed'] !== undefined) {
      if (file.owner !== execution.effectiveUser) {
        throw apiError('The user does not have sufficient permissions for this file.');
      }
      to.trashed = body['trashed'] === true;
    }
    if (body['appProperties'] !== undefined) {
      to.appProperties = readProperties(body['appProperties'], file.appProperties);
    }
    files.change(file, to);
    return shown(file, textOf(params, 'fields'));
  };

  return {
    methods: {
      'Drive.Files.create': method('files.create', (execution, resource, media = null, optional = null) =>
        create(execution, resource ?? null, media, optional),
      ),
      'Drive.Files.get': method('files.get', (execution, id, optional = null) => {
        const params = readParams(optional, 'Drive.Files.get', ['fields']);
        return shown(desk.require(execution, id), textOf(params, 'fields'));
      }),
      'Drive.Files.list': method('files.list', (execution, optional = null) => list(execution, optional)),
      'Drive.Files.update': method('files.update', (execution, resource, id, media = null, optional = null) =>
        update(execution, resource ?? null, id ?? null, media, optional),
      ),
      'Drive.Files.generateIds': method('files.generateIds', (_execution, optional = null) => {
        const params = readParams(optional, 'Drive.Files.generateIds', ['count']);
        return {
          kind: 'drive#generatedIds',
          space: 'drive',
          ids: files.reserve(wholeOf(params, 'count', 10, 1000)),
        };
      }),
      ...drivePermissions(desk),
    },
  };
}
