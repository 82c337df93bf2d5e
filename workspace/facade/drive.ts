/** The advanced Drive service, where the manifest enables it. */
import type { Blob } from './blob';
import { toBase64 } from './bytes';
import { absentService, strict } from './errors';
import { call } from './host';
import { is, signature } from './signature';

type Checks = Parameters<typeof signature>[2];

const optional = is.orNull(is.object);
const blob = is.orNull(is.service('Blob'));

/** A blob crosses as its bytes and its type; the name of a file comes from the resource. */
function crossing(argument: unknown): unknown {
  if (!is.service('Blob')(argument)) return argument;
  const { getBytes, getContentType } = argument as Blob;
  return { bytes: toBase64(getBytes()), contentType: getContentType() };
}

function method(name: string, ...overloads: Checks[]): (...args: unknown[]) => unknown {
  return (...args) => {
    signature(`Drive.${name}`, args, ...overloads);
    return call(`Drive.${name}`, ...args.map(crossing));
  };
}

/** Collections of the Drive API that are not built. */
const ABSENT =
  'About Accessproposals Apps Approvals Changes Channels Comments Drives Operations Replies Revisions Teamdrives';

/** Installs `Drive`. */
export function install(target: Record<string, unknown>): void {
  const Files = strict(
    {
      create: method('Files.create', [is.object], [is.object, blob], [is.object, blob, optional]),
      get: method('Files.get', [is.string], [is.string, optional]),
      list: method('Files.list', [], [optional]),
      update: method(
        'Files.update',
        [is.object, is.string],
        [is.object, is.string, blob],
        [is.object, is.string, blob, optional],
      ),
      generateIds: method('Files.generateIds', [], [optional]),
    },
    'Drive.Files',
  );
  const Permissions = strict(
    {
      create: method('Permissions.create', [is.object, is.string], [is.object, is.string, optional]),
      list: method('Permissions.list', [is.string], [is.string, optional]),
      remove: method('Permissions.remove', [is.string, is.string], [is.string, is.string, optional]),
    },
    'Drive.Permissions',
  );
  const others = Object.fromEntries(ABSENT.split(' ').map((name) => [name, absentService(`Drive.${name}`)]));
  target['Drive'] = strict({ ...others, Files, Permissions }, 'Drive');
}
