/** The scene of the journeys of renewal: a Tuesday in the window of those who end on 31 March, one of them in My Page. */
import type { MypageView } from '../../src/contract/mypage';
import { newKey, officeDay, valueOf, type OfficeDay, type Person } from './office-day';
import { asOnFile, renewalDay, type RenewalDay } from './renewal-day';
import { startTestWorkspace, type TestWorkspace } from './workspace';

const NOW = '2026-11-24T10:00:00+09:00';

interface Scene {
  workspace: TestWorkspace;
  day: OfficeDay;
  renewal: RenewalDay;
  person: Person;
  token: string;
}

/** Set up before all tests of the file, and anew before each. */
export function renewalScene() {
  const scene = {} as Scene;
  beforeAll(async () => {
    scene.workspace = await startTestWorkspace();
    scene.day = officeDay(scene.workspace.control);
    scene.renewal = renewalDay(scene.day);
  });
  beforeEach(async () => {
    await scene.workspace.control.post('/api/reset', { scenario: 'sample', registrants: 60, now: NOW });
    Object.assign(scene, await scene.renewal.enter('inWindowComplete'));
  });
  afterAll(() => scene.workspace.close());

  const view = async () => (await scene.renewal.view(scene.token)).renewal;
  return Object.assign(scene, {
    view,
    apply: async (key = newKey()) =>
      valueOf<{ receipt: string; mailed: boolean; view: MypageView }>(
        await scene.renewal.apply(scene.token, asOnFile(scene.person), key),
      ),
    /** The row of 更新申請 with this 受付番号. */
    row: async (receipt: string) =>
      (await scene.day.rows('更新申請')).find((each) => each['受付番号'] === receipt),
    /** Time goes by, and the person logs in again. */
    wait: async (duration: string) => {
      await scene.day.advance(duration);
      scene.token = await scene.renewal.again(scene.person);
    },
    /** Of the mails to the person, those about passwords aside. */
    subjects: async () =>
      (await scene.day.mails(scene.person.mailToType))
        .map(({ subject }) => subject)
        .filter((subject) => !subject.includes('パスワード')),
    steps: async () =>
      (await view()).application?.timeline.map(({ step, done }) => `${step}${done ? '済' : ''}`),
  });
}
