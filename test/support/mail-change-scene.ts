/** The scene of the journeys of a mail address that is changed on My Page. */
import type { LedgerReceipt, MypageView } from '../../src/contract/mypage';
import { OWN_PASSWORD } from './admit';
import { changeScene } from './change-scene';
import { codeIn, newKey, valueOf, type Mail, type Row } from './office-day';

/** The address the person changes to. */
export const NEW = 'atarashii@example.net';

/** What My Page answers to the code. */
export type Receipt = LedgerReceipt & { toldOld: boolean; token: string; view: MypageView };

/** Another code. */
export const other = (code: string) => (code === '000000' ? '000001' : '000000');

/** Set up before all tests of the file, and anew before each. */
export function mailChangeScene() {
  const scene = Object.assign(changeScene(), { old: '' });
  beforeEach(() => {
    scene.old = scene.person.mailToType;
  });

  const request = (
    mail = NEW,
    more: { password?: string; kind?: string } = {},
    key = newKey(),
    as = scene.token,
  ) => scene.day.mypage('requestMailChange', { mail, password: OWN_PASSWORD, ...more }, { token: as, key });
  const codeMails = async (mail = NEW): Promise<Mail[]> =>
    (await scene.day.mails(mail)).filter(({ subject }) => subject.includes('確認コード'));
  return Object.assign(scene, {
    request,
    codeMails,
    confirm: (code: string, key = newKey(), as = scene.token) =>
      scene.day.mypage('confirmMailChange', { code }, { token: as, key }),
    /** Asks for a code and reads it in the new mailbox. */
    codeFor: async (mail = NEW, more: { kind?: string } = {}): Promise<string> => {
      valueOf(await request(mail, more));
      await scene.day.advance('PT2M');
      return codeIn((await codeMails(mail)).at(-1));
    },
    ledgerOf: async () => (await scene.day.ledger(scene.person.number)) ?? {},
    /** Rows of 通知 about the person, those of passwords aside. */
    notices: async (): Promise<Row[]> =>
      (await scene.day.rows('通知')).filter(
        (row) => row['登録番号'] === scene.person.number && row['種別'] !== 'パスワード',
      ),
  });
}
