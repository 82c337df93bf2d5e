import type { DriveFile } from '../support/drive-file';
import type { Json } from '../../workspace/engine/service';
import { ALL_SCOPES, closeControls, openControl, OWNER, STAFF } from './control-world';
import type { Opened } from './control-world';
import type { TinyOptions } from './engine-project';

const DRIVE = 'https://www.googleapis.com/auth/drive';
const MANIFEST = {
  oauthScopes: [...ALL_SCOPES, `${DRIVE}.file`],
  dependencies: {
    enabledAdvancedServices: [{ userSymbol: 'Drive', serviceId: 'drive', version: 'v3' }],
  },
};

const CODE = `
  function folder() {
    return Drive.Files.create({ name: '証明書類', mimeType: 'application/vnd.google-apps.folder' }).id;
  }
  function file(parent, metadata) {
    var blob = Utilities.newBlob([-1, -40, -1, 0], 'image/jpeg', 'x.jpg');
    var resource = Object.assign({ name: 'a.jpg', mimeType: 'image/jpeg', parents: [parent] }, metadata);
    return Drive.Files.create(resource, blob, { fields: 'id,webViewLink,size' });
  }
  function get(id, fields) { return Drive.Files.get(id, { fields: fields || 'id,trashed' }); }
  function list(q, more) { return Drive.Files.list(Object.assign({ q: q }, more)).files.map(function (f) { return f.name; }); }
  function update(id, metadata) { return Drive.Files.update(metadata, id, null, { fields: 'name,trashed,appProperties' }); }
  function share(id, email, more) {
    var args = Object.assign({ sendNotificationEmail: false, fields: 'id,role,emailAddress' }, more);
    return Drive.Permissions.create({ type: 'user', role: 'reader', emailAddress: email }, id, args);
  }
  function permissions(id) {
    return Drive.Permissions.list(id, { fields: 'permissions(id,role,emailAddress)' }).permissions;
  }
  function unshare(id, permission) { return Drive.Permissions.remove(id, permission); }
  function ids(count) { return Drive.Files.generateIds({ count: count }).ids; }
  function call(code) { return (0, eval)('(' + code + ')'); }
`;

const open = (options: TinyOptions = {}): Promise<Opened> =>
  openControl(CODE, { ...options, manifest: { ...MANIFEST, ...options.manifest } });
const filesOf = ({ control }: Opened): Promise<DriveFile[]> => control.get<DriveFile[]>('/api/files');
const as = async ({ control }: Opened, user: string, name: string, ...args: unknown[]): Promise<string> => {
  const answer = await control.post<{ ok: boolean; error?: { message: string } }>('/api/call', {
    page: 'sidebar',
    user,
    function: name,
    args,
  });
  return answer.ok ? 'ok' : (answer.error?.message ?? '');
};
const wait = ({ control }: Opened): Promise<unknown> => control.post('/api/clock', { advance: 'PT30S' });

afterEach(closeControls);

describe('files', () => {
  it('lie where they were put, with type, size, owner and a link', async () => {
    const opened = await open();
    const folder = (await opened.run('folder')) as string;
    const made = (await opened.run('file', folder)) as { id: string; webViewLink: string; size: string };
    expect(made.size).toBe('4');
    expect(await filesOf(opened)).toEqual([
      expect.objectContaining({ id: folder, name: '証明書類', size: 0, parent: null }),
      {
        id: made.id,
        name: 'a.jpg',
        mimeType: 'image/jpeg',
        size: 4,
        owner: OWNER,
        parent: folder,
        trashed: false,
        permissions: [expect.objectContaining({ type: 'user', role: 'owner', emailAddress: OWNER })],
        appProperties: {},
        createdAt: '2026-11-22T09:00:00+09:00',
        link: made.webViewLink,
      },
    ]);
    expect(made.webViewLink).toBe(`${opened.control.url}drive/file/${made.id}`);
  });

  it('are made once under a generated id, and under no other id', async () => {
    const opened = await open();
    const folder = (await opened.run('folder')) as string;
    const [id] = (await opened.run('ids', 1)) as string[];
    await opened.run('file', folder, { id });
    await expect(opened.run('file', folder, { id })).rejects.toThrow(
      'API call to drive.files.create failed with error: A file already exists with the provided ID.',
    );
    await expect(opened.run('file', folder, { id: '1abc' })).rejects.toThrow(
      'The provided file ID is not usable.',
    );
    await expect(opened.run('file', '1nowhere')).rejects.toThrow('File not found: 1nowhere.');
    await expect(opened.run('file', id)).rejects.toThrow('The specified parent is not a folder.');
    expect(await filesOf(opened)).toHaveLength(2);
  });

  it('are found by a search half a minute after they were made or changed', async () => {
    const opened = await open();
    const folder = (await opened.run('folder')) as string;
    const { id } = (await opened.run('file', folder, { appProperties: { evidence: "it's" } })) as DriveFile;
    const inside = `'${folder}' in parents and trashed = false`;
    expect(await opened.run('list', inside)).toEqual([]);
    await wait(opened);
    expect(await opened.run('list', inside)).toEqual(['a.jpg']);
    expect(await opened.run('list', "appProperties has { key='evidence' and value='it\\'s' }")).toEqual([
      'a.jpg',
    ]);
    expect(await opened.run('list', "appProperties has { key='evidence' and value='other' }")).toEqual([]);
    expect(await opened.run('list', "createdTime < '2026-11-22T00:00:00Z'")).toEqual([]);
    expect(
      await opened.run('list', "createdTime <= '2026-11-22T00:00:00Z' and mimeType = 'image/jpeg'"),
    ).toEqual(['a.jpg']);
    expect(await opened.run('update', id, { trashed: true, name: 'b.jpg' })).toEqual({
      name: 'b.jpg',
      trashed: true,
      appProperties: { evidence: "it's" },
    });
    expect(await opened.run('list', inside)).toEqual(['b.jpg']);
    expect(await opened.run('get', id)).toEqual({ id, trashed: true });
    await wait(opened);
    expect(await opened.run('list', inside)).toEqual([]);
  });

  it('come page by page', async () => {
    const opened = await open();
    const folder = (await opened.run('folder')) as string;
    for (const name of ['1', '2', '3']) await opened.run('file', folder, { name });
    await wait(opened);
    const page = `Drive.Files.list({ pageSize: 2, orderBy: 'createdTime', fields: 'nextPageToken,files(name)' })`;
    const first = (await opened.run('call', page)) as { nextPageToken: string; files: { name: string }[] };
    expect(first.files).toEqual([{ name: '証明書類' }, { name: '1' }]);
    expect(
      await opened.run('list', "name != 'x'", {
        pageSize: 2,
        orderBy: 'createdTime',
        pageToken: first.nextPageToken,
      }),
    ).toEqual(['2', '3']);
    await expect(opened.run('list', "name != 'x'", { pageSize: 1001 })).rejects.toThrow(
      "Invalid value '1001'. Values must be within the range: [1, 1000]",
    );
  });

  it.each([
    ["Drive.Files.list({ q: 'nonsense' })", 'API call to drive.files.list failed with error: Invalid Value'],
    [
      'Drive.Files.list({ q: "name contains \'a\'" })',
      "NotInWorkspace: Drive.Files.list q: name contains 'a'",
    ],
    ["Drive.Files.list({ q: \"name = 'a' or name = 'b'\" })", 'NotInWorkspace: Drive.Files.list q: or name'],
    ["Drive.Files.get('x', { alt: 'media' })", 'NotInWorkspace: Drive.Files.get alt'],
    [
      "Drive.Files.create({ name: 'a', description: 'b' })",
      'NotInWorkspace: Drive.Files.create resource description',
    ],
    [
      "Drive.Files.create({ mimeType: 'application/vnd.google-apps.document' })",
      'NotInWorkspace: Drive.Files.create of',
    ],
    [
      "Drive.Files.get('x', 'id')",
      "The parameters (String,String) don't match the method signature for Drive.Files.get.",
    ],
    ["Drive.Files.remove('x')", 'NotInWorkspace: Drive.Files.remove'],
    ['Drive.Changes.list()', 'NotInWorkspace: Drive.Changes.list'],
    ['DriveApp.getRootFolder()', 'NotInWorkspace: DriveApp.getRootFolder'],
  ])('refuses what is wrong or not built: %s', async (code, text) => {
    const { run } = await open();
    await expect(run('call', code)).rejects.toThrow(text);
  });

  it('are kept with the snapshot, bytes and all', async () => {
    const opened = await open();
    const { id } = (await opened.run('file', await opened.run('folder'))) as DriveFile;
    const saved = JSON.stringify(opened.world.workspace.save());
    await opened.control.post(`/api/files/${id}`, { user: OWNER, action: 'trash' });
    opened.world.workspace.load(JSON.parse(saved) as Json);
    expect(opened.world.files.find(id)).toMatchObject({ content: '/9j/AA==', trashed: false });
  });
});

describe('whose a file is', () => {
  it('without the scope nothing is called; a service that is not enabled, or an older one, is not there', async () => {
    const opened = await open({ manifest: { oauthScopes: ALL_SCOPES } });
    await expect(opened.run('folder')).rejects.toThrow(
      'Specified permissions are not sufficient to call drive.files.create. Required permissions: (https://www.googleapis.com/auth/drive || https://www.googleapis.com/auth/drive.file)',
    );
    const none = await open({ manifest: { dependencies: {} } });
    await expect(none.run('folder')).rejects.toThrow('Drive is not defined');
    const old = await open({
      manifest: {
        dependencies: {
          enabledAdvancedServices: [{ userSymbol: 'Drive', serviceId: 'drive', version: 'v2' }],
        },
      },
    });
    await expect(old.run('folder')).rejects.toThrow('NotInWorkspace: Drive v2');
  });

  it('a script sees under drive.file only what it made for the same account', async () => {
    const opened = await open();
    const folder = (await opened.run('folder')) as string;
    const missing = `GoogleJsonResponseException: API call to drive.files.get failed with error: File not found: ${folder}.`;
    expect(await as(opened, STAFF, 'get', folder)).toBe(missing);
    await opened.run('share', folder, STAFF);
    expect(await as(opened, STAFF, 'get', folder)).toBe(missing);
    await wait(opened);
    expect(await as(opened, STAFF, 'list', `'${folder}' in parents`)).toBe('ok');
  });

  it('with the whole scope a person who may look does not change', async () => {
    const opened = await open({ manifest: { oauthScopes: [...ALL_SCOPES, DRIVE] } });
    const folder = (await opened.run('folder')) as string;
    const { id } = (await opened.run('file', folder)) as DriveFile;
    expect(await as(opened, STAFF, 'get', id)).toContain('File not found');
    await opened.run('share', folder, STAFF);
    expect(await as(opened, STAFF, 'get', id)).toBe('ok');
    const refused = 'The user does not have sufficient permissions for this file.';
    expect(await as(opened, STAFF, 'update', id, { name: 'b' })).toContain(refused);
    expect(await as(opened, STAFF, 'permissions', id)).toContain(refused);
    await opened.run('update', id, { trashed: true });
    expect(await as(opened, STAFF, 'get', id)).toContain('File not found');
  });
});

describe('sharing', () => {
  it('is with named accounts, without a mail, and reaches what lies in the folder', async () => {
    const opened = await open();
    const folder = (await opened.run('folder')) as string;
    await opened.run('file', folder);
    const given = await opened.run('share', folder, STAFF);
    expect(given).toMatchObject({ role: 'reader', emailAddress: STAFF });
    expect(await opened.run('share', folder, STAFF)).toEqual(given);
    const roles = (await filesOf(opened)).map(({ permissions }) =>
      permissions.map(({ role }) => role).sort(),
    );
    expect(roles).toEqual([
      ['owner', 'reader'],
      ['owner', 'reader'],
    ]);
    expect(await opened.control.get('/api/mail')).toEqual([]);
    expect(await opened.run('unshare', folder, (given as DriveFile).id)).toBeNull();
    expect(await opened.run('permissions', folder)).toHaveLength(1);
    await expect(opened.run('unshare', folder, (given as DriveFile).id)).rejects.toThrow(
      'Permission not found',
    );
  });

  it('refuses an address without an account, and throws for mails and links', async () => {
    const opened = await open();
    const folder = (await opened.run('folder')) as string;
    await expect(opened.run('share', folder, 'nobody@example.com')).rejects.toThrow(
      'there is no Google account associated with this email address',
    );
    await expect(opened.run('share', folder, 'nobody')).rejects.toThrow(
      'API call to drive.permissions.create',
    );
    await expect(opened.run('share', folder, STAFF, { sendNotificationEmail: true })).rejects.toThrow(
      'NotInWorkspace',
    );
    await expect(
      opened.run('call', `Drive.Permissions.create({ type: 'anyone', role: 'reader' }, '${folder}')`),
    ).rejects.toThrow('NotInWorkspace: Drive.Permissions.create of reader for anyone');
  });
});

it('every call passes the hook: it is counted, and can be killed before and after it took effect', async () => {
  const opened = await open();
  const folder = (await opened.run('folder')) as string;
  const fault = { kind: 'kill', at: { call: 'Drive.Files.create', when: 'before' } };
  await opened.control.post('/api/faults', fault);
  await expect(opened.run('file', folder)).rejects.toThrow();
  expect(await filesOf(opened)).toHaveLength(1);
  await opened.control.post('/api/faults', { ...fault, at: { ...fault.at, when: 'after' } });
  await expect(opened.run('file', folder)).rejects.toThrow();
  expect(await filesOf(opened)).toHaveLength(2);
  const [first] = await opened.control.get<{ contactClasses: object; calls: object }[]>('/api/executions');
  expect(first).toMatchObject({ calls: { 'Drive.Files.create': 1 }, contactClasses: { drive: 1 } });
});
