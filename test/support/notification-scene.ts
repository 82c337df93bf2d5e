/** The scene of the journeys of 変更届: a Tuesday morning, one registrant in My Page. */
import type { MypageView } from '../../src/contract/mypage';
import { letters } from './ledger-hand';
import { NEW_NAME, notificationDay, type NotificationDay } from './notification-day';
import { newKey, officeDay, refusalOf, valueOf, type OfficeDay, type Person, type Row } from './office-day';
import { startTestWorkspace, type TestWorkspace } from './workspace';

/** A Tuesday: decisions of the morning are told the same day. */
const NOW = '2026-11-24T10:00:00+09:00';

interface Scene {
  workspace: TestWorkspace;
  day: OfficeDay;
  notes: NotificationDay;
  person: Person;
  token: string;
}

/** Set up before all tests of the file, and anew before each. */
export function notificationScene() {
  const scene = {} as Scene;
  beforeAll(async () => {
    scene.workspace = await startTestWorkspace();
    scene.day = officeDay(scene.workspace.control);
    scene.notes = notificationDay(scene.day);
  });
  beforeEach(async () => {
    await scene.workspace.control.post('/api/reset', { scenario: 'sample', now: NOW });
    Object.assign(scene, await scene.notes.enter('noMail'));
  });
  afterAll(() => scene.workspace.close());

  return Object.assign(scene, {
    refused: async (form: object, as = scene.token) =>
      refusalOf(await scene.day.mypage('sendNotification', form, { token: as, key: newKey() })),
    withdraw: (receipt: string, key = newKey()) =>
      scene.day.mypage('withdrawNotification', { receipt }, { token: scene.token, key }),
    view: async () =>
      valueOf<{ view: MypageView }>(await scene.day.mypage('view', {}, { token: scene.token })).view,
    /** 変更履歴 of the person by 事務局画面. */
    lines: async (): Promise<Row[]> =>
      (await scene.day.rows('変更履歴')).filter(
        (row) =>
          row['登録番号'] === scene.person.number &&
          row['経路'] === '事務局画面' &&
          row['項目'] !== 'マイページ',
      ),
    /** The first of the staff types into the cell of a header in the row that holds `key`. */
    typeCell: async (tab: string, key: string, header: string, text: string): Promise<void> => {
      const { staff } = await scene.day.sample();
      const path = `/api/sheets/${encodeURIComponent(tab)}`;
      const { display } = await scene.workspace.control.get<{ display: string[][] }>(path);
      const row = display.findIndex((cells) => cells.includes(key)) + 1;
      const column = letters((display[0] ?? []).indexOf(header));
      await scene.workspace.control.post(`${path}/edit`, {
        ...{ user: staff[0], range: `${column}${String(row)}`, values: [[text]] },
      });
    },
    /** Filed, and the papers have come. */
    ready: async (form: object = NEW_NAME) => {
      const { receipt } = await scene.notes.send(scene.token, form);
      valueOf(await scene.notes.arrived(await scene.notes.caseOf(receipt)));
      return scene.notes.caseOf(receipt);
    },
  });
}
