/** J2: corrections of the ledger, by the registrant and by hand. */
import { newKey, type Person } from '../../support/office-day';
import { operation, type Operation } from '../operation';
import { byHand, isDone, persist, type Stage } from '../stage';
import { column, textOf, type State } from '../state';
import { insider, logIn } from './people';

const TABS = ['台帳', '変更履歴', '通知', '_要約'];
const CHANGES = { 郵便番号: '000-0101', 住所: '見本県見本市1丁目1番地', 電話番号: '03-0000-0101' };

/** What 台帳 does not hold though 完了 was answered, and receipts that are not one for each 受付番号. */
function changeMissing(
  person: Person,
  changes: Readonly<Record<string, string>>,
  times: number,
  state: State,
): string[] {
  const row = state.tab('台帳').rows.find((one) => one['登録番号'] === person.number);
  const lines = state
    .tab('変更履歴')
    .rows.filter((one) => one['登録番号'] === person.number && one['経路'] === 'マイページ');
  const receipts = new Set(column(lines, '受付番号'));
  const told = state.mails.filter(
    ({ to, subject }) => to === person.mailToType && [...receipts].some((one) => subject.includes(one)),
  );
  return [
    ...Object.entries(changes)
      .filter(([header, content]) => row && textOf(row[header]) !== content)
      .map(([header]) => `${header} is ${textOf(row?.[header])}`),
    ...(receipts.size === times ? [] : [`${receipts.size} times received`]),
    ...(told.length === receipts.size ? [] : [`${told.length} receipts were mailed`]),
  ];
}

const sendChange = (
  { day }: Stage,
  changes: Readonly<Record<string, string>>,
  more: { token: string; key: string },
) => day.mypage('changeLedger', { changes }, more);

const change = operation({
  name: 'change of the ledger',
  tabs: TABS,
  commits: 3,
  people: ['noMail'],
  situation: 'insider',
  arrange: async (stage) => ({ ...(await insider(stage)), key: newKey() }),
  act: async (stage, { token, key }) => {
    const done = await persist(() => sendChange(stage, CHANGES, { token, key }));
    await stage.advance('PT2M');
    return done;
  },
  missing: (_, { person }, state) => Promise.resolve(changeMissing(person, CHANGES, 1, state)),
});

const changeSentTwice = operation({
  name: 'change of the ledger, sent twice',
  tabs: TABS,
  commits: 3,
  people: ['noMail'],
  situation: 'insider',
  arrange: async (stage) => ({ ...(await insider(stage)), key: newKey() }),
  act: async (stage, { token, key }) => {
    const first = isDone(await sendChange(stage, CHANGES, { token, key }));
    const done = await persist(() => sendChange(stage, CHANGES, { token, key }));
    await stage.advance('PT2M');
    return first || done;
  },
  missing: (_, { person }, state) => Promise.resolve(changeMissing(person, CHANGES, 1, state)),
});

/** What the second device sends: other items, as the first device's are the ledger's by then. */
const MORE = { 携帯電話番号: '090-0000-0101', '建物・部屋': '見本荘101' };

const changeOfTwoDevices = operation({
  name: 'change of the ledger from two devices',
  tabs: TABS,
  commits: 4,
  people: ['noMail'],
  situation: 'insider',
  arrange: async (stage) => {
    const { person, token } = await insider(stage);
    return { person, devices: [token, await logIn(stage.day, person)], keys: [newKey(), newKey()] };
  },
  act: async (stage, { devices: [one = '', two = ''], keys: [first = '', second = ''] }) => {
    const done = [
      await persist(() => sendChange(stage, CHANGES, { token: one, key: first })),
      await persist(() => sendChange(stage, MORE, { token: two, key: second })),
    ];
    await stage.advance('PT2M');
    return done.every(Boolean);
  },
  missing: (_, { person }, state) =>
    Promise.resolve(changeMissing(person, { ...CHANGES, ...MORE }, 2, state)),
});

/** What a secretary types: 住所 and 建物・部屋 stand side by side. */
const TYPED = { 住所: '見本県試作市9-9', '建物・部屋': '髙﨑荘' };

const handEdit = operation({
  name: 'hand edit taken over',
  tabs: ['台帳', '変更履歴', '_要約'],
  commits: 1,
  people: ['noMail'],
  alsoOn: 'insider',
  arrange: async ({ day }) => {
    return { person: await day.person('noMail') };
  },
  typed: ({ person }) => new Map([[person.number, TYPED]]),
  act: async ({ day }, { person }) => {
    const row = (await day.rows('台帳')).findIndex((one) => one['登録番号'] === person.number) + 2;
    await byHand(day, { tab: '台帳', range: `F${row}:G${row}`, values: [Object.values(TYPED)] });
    return true;
  },
  // Where the trigger died before it could flag anything, the next write to the person's row finds the edit.
  missing: async ({ day }, { person }) => {
    const untold = async () => {
      const lines = (await day.rows('変更履歴')).filter((one) => one['登録番号'] === person.number);
      return Object.keys(TYPED).filter((item) => !lines.some((line) => line['項目'] === item));
    };
    if ((await untold()).length > 0) await day.answer(person);
    return (await untold()).map((item) => `変更履歴 does not tell of ${item}`);
  },
});

export const ledgerOperations: readonly Operation[] = [change, changeSentTwice, changeOfTwoDevices, handEdit];
