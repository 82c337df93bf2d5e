/** Sharing in the advanced Drive service: with named people, without a mail. */
import { readParams, textOf, wholeOf } from '../drive/arguments';
import type { Permission, Role } from '../drive/files';
import { choose, DEFAULT_PERMISSION, PERMISSION_FIELDS, permissionJson } from '../drive/json';
import type { ExecutionView, Json, ServiceMethod } from '../engine/service';
import { NotInWorkspace } from '../engine/service';
import { apiError } from '../sheets/api/errors';
import type { DriveDesk } from './drive';

const ROLES: readonly Role[] = ['reader', 'commenter', 'writer'];

/** The methods of `Drive.Permissions`. */
export function drivePermissions(desk: DriveDesk): Record<string, ServiceMethod> {
  const { files, isAccount, method } = desk;

  const shown = (permission: Permission, fields = DEFAULT_PERMISSION): Json =>
    choose(permissionJson(permission), fields, { '': PERMISSION_FIELDS });

  const create = (execution: ExecutionView, resource: Json, id: Json, optional: Json): Json => {
    const what = 'Drive.Permissions.create';
    const body = readParams(resource, `${what} resource`, ['type', 'role', 'emailAddress']);
    const params = readParams(optional, what, ['fields', 'sendNotificationEmail']);
    const file = desk.requireWritable(execution, id);
    const role = ROLES.find((each) => each === textOf(body, 'role'));
    const emailAddress = textOf(body, 'emailAddress') ?? '';
    if (textOf(body, 'type') !== 'user' || role === undefined) {
      throw new NotInWorkspace(`${what} of ${String(body['role'])} for ${String(body['type'])}`);
    }
    // Google would send a mail; nobody here reads it.
    if (params['sendNotificationEmail'] !== false) throw new NotInWorkspace(`${what} with a notification`);
    if (!/^[^@\s]+@[^@\s]+$/u.test(emailAddress))
      throw apiError(
        'The specified emailAddress is invalid or not applicable for the given permission type.',
      );
    if (!isAccount(emailAddress)) {
      throw apiError(
        `Bad Request. User message: "You are trying to invite ${emailAddress}. Since there is no Google account associated with this email address, you must check the "Notify people" box to invite this recipient."`,
      );
    }
    if (emailAddress.toLowerCase() === file.owner.toLowerCase()) {
      throw new NotInWorkspace(`${what} for the owner`);
    }
    return shown(files.share(file, { type: 'user', role, emailAddress }), textOf(params, 'fields'));
  };

  const remove = (execution: ExecutionView, id: Json, permissionId: Json): null => {
    const file = desk.requireWritable(execution, id);
    const permission = files.permissionsOf(file).find((each) => each.id === permissionId);
    if (permission === undefined) throw apiError(`Permission not found: ${String(permissionId)}.`);
    if (permission.role === 'owner') throw apiError('The owner of a file cannot be removed.');
    if (!file.permissions.includes(permission)) {
      throw new NotInWorkspace('Drive.Permissions.remove of an inherited permission');
    }
    file.permissions = file.permissions.filter((each) => each !== permission);
    return null;
  };

  return {
    'Drive.Permissions.create': method('permissions.create', (execution, resource, id, optional = null) =>
      create(execution, resource ?? null, id ?? null, optional),
    ),
    'Drive.Permissions.list': method('permissions.list', (execution, id, optional = null) => {
      const params = readParams(optional, 'Drive.Permissions.list', ['fields', 'pageSize', 'pageToken']);
      const own = files.permissionsOf(desk.requireWritable(execution, id));
      const size = wholeOf(params, 'pageSize', 100, 100);
      const from = Number(textOf(params, 'pageToken') ?? 0);
      const next = from + size < own.length ? { nextPageToken: String(from + size) } : {};
      const answer: Json = {
        kind: 'drive#permissionList',
        ...next,
        permissions: own.slice(from, from + size).map((each) => ({ ...permissionJson(each) })),
      };
      const fields = textOf(params, 'fields') ?? `kind,nextPageToken,permissions(${DEFAULT_PERMISSION})`;
      return choose(answer, fields, {
        '': 'kind nextPageToken permissions',
        permissions: PERMISSION_FIELDS,
      });
    }),
    'Drive.Permissions.remove': method('permissions.delete', (execution, id, permissionId) =>
      remove(execution, id ?? null, permissionId ?? null),
    ),
  };
}
