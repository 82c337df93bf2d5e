/** The scene of the journeys in which a registrant changes 台帳 herself: a Sunday morning, one of them in My Page. */
import { admitCase } from './admit';
import { ledgerHand, type LedgerHand } from './ledger-hand';
import { officeDay, type OfficeDay, type Person, type Row } from './office-day';
import { startTestWorkspace, testNow, type TestWorkspace } from './workspace';

/** The call by which a change is written. */
export const COMMIT = 'Sheets.Spreadsheets.batchUpdate';

/** What may happen to the call of a page around its commit. */
export const interruptions = [
  ['killed before the commit', 'kill', 'before'],
  ['killed after the commit', 'kill', 'after'],
  ['a commit that throws although it was applied', 'throw', 'after'],
  ['an answer lost on the way back', 'lostAnswer', 'after'],
] as const;

/** What somebody may do to 台帳 meanwhile. */
export const reshapings: [string, object][] = [
  ['sorts 台帳', { action: 'sort', column: 3, ascending: false }],
  ['inserts two rows on top', { action: 'insert', at: 2, count: 2 }],
  ['inserts a column on the left', { action: 'insertColumn', at: 1 }],
];

interface Scene {
  workspace: TestWorkspace;
  day: OfficeDay;
  /** The first of the staff. */
  hand: LedgerHand;
  person: Person;
  token: string;
}

/** Set up before all tests of the file, and anew before each. */
export function changeScene() {
  const scene = {} as Scene;
  beforeAll(async () => {
    scene.workspace = await startTestWorkspace();
    scene.day = officeDay(scene.workspace.control);
  });
  beforeEach(async () => {
    await scene.workspace.control.post('/api/reset', { scenario: 'sample', now: testNow });
    scene.hand = await ledgerHand(scene.workspace.control);
    Object.assign(scene, await admitCase(scene.day, 'noMail'));
  });
  afterAll(() => scene.workspace.close());

  const fault = (kind: string, when: 'before' | 'after', more: object = {}) =>
    scene.workspace.control.post('/api/faults', {
      kind,
      at: { function: 'mypage', call: COMMIT, k: 1, when },
      ...more,
    });
  return Object.assign(scene, {
    /** Lines of 変更履歴 about the person, by this route. */
    lines: async (route = 'マイページ'): Promise<Row[]> =>
      (await scene.day.rows('変更履歴')).filter(
        (row) => row['登録番号'] === scene.person.number && row['経路'] === route,
      ),
    /** At the next commit of My Page. */
    fault,
    /** Somebody does this to 台帳 between the read and the commit. */
    reshapeMeanwhile: (how: object) =>
      fault('edit', 'before', { edit: { tab: '台帳', user: scene.hand.user, ...how } }),
  });
}
