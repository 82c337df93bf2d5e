/** The scene of the journeys of 証明書類: a registrant in My Page, and the files of the owner as Drive shows them. */
import type { DriveFile } from './drive-file';
import { admitCase } from './admit';
import { startEvidence, type EvidenceWorkspace } from './evidence-probe';
import { newKey, officeDay, type Called, type OfficeDay, type Person } from './office-day';
import { testNow } from './workspace';

/** The shortest file that is taken for a JPEG, in base64. */
export const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64');
/** The same for a PDF. */
export const PDF = Buffer.from('%PDF-1.7 見本').toString('base64');

interface Scene {
  workspace: EvidenceWorkspace;
  day: OfficeDay;
  person: Person;
  token: string;
  owner: string;
  staff: string[];
}

/** Set up before all tests of the file, and anew before each. */
export function evidenceScene() {
  const scene = {} as Scene;
  beforeAll(async () => {
    scene.workspace = await startEvidence();
    scene.day = officeDay(scene.workspace.control);
  });
  beforeEach(async () => {
    await scene.workspace.control.post('/api/reset', { scenario: 'sample', now: testNow });
    const { owner, staff } = await scene.day.sample();
    Object.assign(scene, { owner, staff }, await admitCase(scene.day, 'noMail'));
  });
  afterAll(() => scene.workspace.close());

  const all = (): Promise<DriveFile[]> => scene.workspace.control.get<DriveFile[]>('/api/files');
  const folder = async (): Promise<DriveFile> => {
    const [found] = (await all()).filter(({ parent, trashed }) => parent === null && !trashed);
    if (!found) throw new Error('There is no folder.');
    return found;
  };
  return Object.assign(scene, {
    all,
    /** Those in a folder. */
    kept: async (): Promise<DriveFile[]> => (await all()).filter(({ parent }) => parent !== null),
    /** The one not in the trash; throws where there is none. */
    folder,
    send: (data: string, key = newKey()): Promise<Called> =>
      scene.day.mypage('sendEvidence', { data }, { token: scene.token, key }),
    /** Who may read the folder. */
    readers: async (): Promise<string[]> =>
      (await folder()).permissions
        .filter(({ role }) => role === 'reader')
        .map(({ type, emailAddress }) => (type === 'user' ? emailAddress : type))
        .sort(),
    fault: (body: Record<string, unknown>) => scene.workspace.control.post('/api/faults', body),
  });
}
