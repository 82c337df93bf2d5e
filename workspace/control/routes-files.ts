/** /api/files: what lies in everybody's Drive, and what a person does with a file there. */
import type { DriveFile } from '../drive/files';
import { linkOf } from '../drive/json';
import type { Json } from '../engine/service';
import { readChoice, readObject, readText, Refusal } from './request';
import type { Route } from './request';
import { isoTime } from './times';
import type { World } from './world';

/** The calls about files. */
export function fileRoutes(world: World): Route[] {
  const { workspace, files } = world;
  const describe = (file: DriveFile): Json => {
    const { id, name, mimeType, size, owner, parent, appProperties, createdAt } = file;
    return {
      id,
      name,
      mimeType,
      size,
      owner,
      parent: parent === '' ? null : parent,
      trashed: files.isTrashed(file),
      permissions: files.permissionsOf(file).map((permission) => ({ ...permission })),
      appProperties: { ...appProperties },
      createdAt: isoTime(createdAt, workspace.engine.scriptTimeZone),
      link: linkOf(file, world.url),
    };
  };
  return [
    { method: 'GET', path: /^\/api\/files$/u, handle: () => files.all().map(describe) },
    {
      method: 'POST',
      path: /^\/api\/files\/([^/]+)$/u,
      handle(request, [id = '']) {
        const body = readObject(request.body);
        const file = files.find(id);
        if (file === undefined) throw new Refusal(404, `There is no file ${id}.`);
        if (readText(body, 'user') !== file.owner) throw new Refusal(403, `Only ${file.owner} may do this.`);
        switch (readChoice(body, 'action', ['trash', 'untrash', 'share', 'link'] as const)) {
          case 'trash':
            files.change(file, { trashed: true });
            break;
          case 'untrash':
            files.change(file, { trashed: false });
            break;
          case 'share':
            files.share(file, { type: 'user', role: 'reader', emailAddress: readText(body, 'with') });
            break;
          case 'link':
            files.share(file, { type: 'anyone', role: 'reader', emailAddress: '' });
            break;
        }
        return describe(file);
      },
    },
  ];
}
