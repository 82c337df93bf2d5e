/** The scene of the journeys of 初期設定: the association as it was before us. */
import { firstDay, type FirstDay } from './first-day';
import { officeDay, type OfficeDay } from './office-day';
import { startTestWorkspace, testNow, type TestWorkspace } from './workspace';

interface Scene {
  workspace: TestWorkspace;
  day: FirstDay;
  office: OfficeDay;
}

/** A Workspace before all tests of the file; each test says `before` itself, for some go on where another ended. */
export function setupScene() {
  const scene = {} as Scene;
  beforeAll(async () => {
    scene.workspace = await startTestWorkspace({ scenario: 'empty' });
    scene.day = firstDay(scene.workspace.control);
    scene.office = officeDay(scene.workspace.control);
  });
  afterAll(() => scene.workspace.close());

  return Object.assign(scene, {
    /** Back to the day before 初期設定, with so many people in the old 台帳. */
    before: (registrants: number) =>
      scene.workspace.control.post('/api/reset', {
        scenario: 'sample',
        setUp: false,
        registrants,
        now: testNow,
      }),
  });
}
