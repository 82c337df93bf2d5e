/** The scene of the journeys of a correction on My Page. */
import type { LedgerReceipt, MypageView } from '../../src/contract/mypage';
import { changeScene } from './change-scene';
import { newKey, valueOf, type Row } from './office-day';

/** What My Page answers to a correction. */
export type Answer = LedgerReceipt & { token: string; view: MypageView };

/** Set up before all tests of the file, and anew before each. */
export function ledgerChangeScene() {
  const scene = changeScene();
  const call = (changes: Record<string, string>, key = newKey(), as = scene.token) =>
    scene.day.mypage('changeLedger', { changes }, { token: as, key });
  return Object.assign(scene, {
    call,
    /** A correction that is taken. */
    change: async (changes: Record<string, string>, key = newKey()) =>
      valueOf<Answer>(await call(changes, key)),
    receipts: async (): Promise<Row[]> =>
      (await scene.day.rows('通知')).filter((row) => row['種別'] === '変更の受付'),
    /** Rows of 台帳 by number. */
    people: async (): Promise<Map<string, Row>> =>
      new Map((await scene.day.rows('台帳')).map((row) => [row['登録番号'] ?? '', row])),
  });
}
