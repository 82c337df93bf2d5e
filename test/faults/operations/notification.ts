/** 変更届: filed, withdrawn, its papers noted, approved, sent back, entered from paper. */
import type { NotificationCase } from '../../../src/contract/office-notifications';
import { about, NEW_NAME, notificationDay } from '../../support/notification-day';
import { newKey, valueOf, type OfficeDay, type Person } from '../../support/office-day';
import { operation, type Operation } from '../operation';
import { isDone, persist, type Stage } from '../stage';
import { textOf, type Line, type State } from '../state';
import { logIn } from './people';
import { untold } from './renewers';

const TABS = ['変更届', '通知', '_要約'];
const PERSON = 'sameMail';
/** Long enough for the office hours of the next working day. */
const TOLD = 'PT26H';
/** The receipt is mailed and the login kept: what follows commits nothing else. */
const KEPT = 'PT6M';

interface Arranged {
  person: Person;
  token: string;
  key: string;
  /** 受付番号 of the one it is about; of one that is only being filed the one before. */
  receipt: string;
  form: typeof NEW_NAME;
}

const called = (person: Person) => ({
  ...NEW_NAME,
  changes: { 氏名: `${person.name}改`, フリガナ: 'カイメイ' },
});

async function insider(day: OfficeDay): Promise<Arranged> {
  const { person, token } = await notificationDay(day).enter(PERSON);
  return { person, token, key: newKey(), receipt: '', form: called(person) };
}

/** Filed by the person; for a decision its papers have come. */
async function filed(day: OfficeDay, papers: '郵送待ち' | '受領済' = '受領済') {
  const notes = notificationDay(day);
  const arranged = await insider(day);
  const { receipt } = await notes.send(arranged.token, arranged.form);
  await day.advance(KEPT);
  let one = await notes.caseOf(receipt);
  if (papers === '受領済') {
    valueOf(await notes.arrived(one));
    one = await notes.caseOf(receipt);
  }
  return { ...arranged, receipt, one };
}

/** The rows of the person. */
const rowsOf = (state: State, { number }: Person): Line[] =>
  state.tab('変更届').rows.filter((row) => row['登録番号'] === number);

/** One row in this state, and so many mails about 変更届 to the person. */
function missingRow(person: Person, state: State, expected: string, mails: number): string[] {
  const rows = rowsOf(state, person);
  const problems: string[] = [];
  const told = state.mails.filter(
    ({ to, subject }) => to === person.mailToType && subject.includes('変更の届出'),
  );
  if (rows.length !== 1) problems.push(`${rows.length} rows of 変更届`);
  for (const row of rows) if (row['状態'] !== expected) problems.push(`the 変更届 is ${textOf(row['状態'])}`);
  if (told.length !== mails) problems.push(`${told.length} mails about 変更届, not ${mails}`);
  return problems;
}

function ledgerMissing(person: Person, state: State, held: Record<string, string>): string[] {
  const row = state.tab('台帳').rows.find((one) => one['登録番号'] === person.number);
  return Object.entries(held)
    .filter(([header, content]) => row && textOf(row[header]) !== content)
    .map(([header]) => `${header} is ${textOf(row?.[header])}`);
}

/** Decides, with the retries of a page. */
function decide(
  { office }: Stage,
  { one, key }: { one: NotificationCase; key: string },
  decision: string,
  words: object = {},
): Promise<boolean> {
  const args = { receipt: one.receipt, place: one.place, decision, ...words };
  return persist(() => office('decideNotification', args, key));
}

export const notificationOperations: readonly Operation[] = [
  operation({
    name: '変更届 filed',
    tabs: TABS,
    commits: 3,
    people: [PERSON],
    arrange: ({ day }) => insider(day),
    act: async ({ day, advance }, { token, key, form }) => {
      const done = await persist(() => day.mypage('sendNotification', form, { token, key }));
      await advance('PT2M');
      return done;
    },
    missing: (_, { person }, state) => Promise.resolve(missingRow(person, state, '申請中', 1)),
  }),
  operation({
    name: '変更届 withdrawn',
    tabs: TABS,
    commits: 1,
    people: [PERSON],
    arrange: ({ day }) => filed(day, '郵送待ち'),
    act: ({ day }, { person, token, key, receipt }) =>
      persist(async () => {
        const called = await day.mypage('withdrawNotification', { receipt }, { token, key });
        // Beside something that takes longer than a session she logs in again.
        if (!JSON.stringify(called).includes('SESSION_ENDED')) return called;
        const again = await logIn(day, person);
        return day.mypage('withdrawNotification', { receipt }, { token: again, key });
      }),
    missing: (_, { person }, state) => Promise.resolve(missingRow(person, state, '取下げ', 1)),
  }),
  operation({
    name: '変更届, papers arrived',
    tabs: ['変更届', '_要約'],
    commits: 1,
    people: [PERSON],
    arrange: ({ day }) => filed(day, '郵送待ち'),
    act: ({ office }, { one, key }) =>
      persist(() =>
        office('setNotificationEvidence', { receipt: one.receipt, place: one.place, state: '受領済' }, key),
      ),
    missing: (_, { person }, state) => {
      const rows = rowsOf(state, person);
      return Promise.resolve([
        ...missingRow(person, state, '申請中', 1),
        ...(rows[0]?.['証明書類の状態'] === '受領済' ? [] : ['the papers are not noted']),
      ]);
    },
  }),
  operation({
    name: '変更届 approved',
    later: TOLD,
    tabs: ['台帳', '変更履歴', ...TABS],
    commits: 5,
    people: [PERSON],
    arrange: ({ day }) => filed(day),
    act: (stage, arranged) => decide(stage, arranged, '承認'),
    missing: (_, { person, form }, state) =>
      Promise.resolve([
        ...missingRow(person, state, '承認', 2),
        ...ledgerMissing(person, state, { 氏名: form.changes.氏名 }),
      ]),
  }),
  operation({
    name: '変更届 sent back',
    later: TOLD,
    tabs: TABS,
    commits: 5,
    people: [PERSON],
    arrange: ({ day }) => filed(day, '郵送待ち'),
    act: (stage, arranged) =>
      decide(stage, arranged, '差戻し', { reason: '読み取れませんでした。', fixBy: '2026-12-31' }),
    missing: (_, { person }, state) => Promise.resolve(missingRow(person, state, '差戻し', 2)),
  }),
  operation({
    name: '変更届 refused',
    later: TOLD,
    tabs: TABS,
    commits: 5,
    people: [PERSON],
    arrange: ({ day }) => filed(day),
    act: (stage, arranged) => decide(stage, arranged, '不承認', { reason: '届出の対象ではありません。' }),
    missing: (_, { person }, state) => Promise.resolve(missingRow(person, state, '不承認', 2)),
  }),
  operation({
    name: '変更届 sent again',
    tabs: TABS,
    commits: 4,
    people: [PERSON],
    arrange: async (stage) => {
      const arranged = await filed(stage.day, '郵送待ち');
      const words = { reason: '読み取れませんでした。', fixBy: '2026-12-31' };
      valueOf(await notificationDay(stage.day).decide(arranged.one, '差戻し', words));
      await untold(stage, arranged.person.number);
      return arranged;
    },
    act: async ({ day, advance }, { token, key, form, receipt }) => {
      const done = await persist(() => day.mypage('sendNotification', { ...form, receipt }, { token, key }));
      await advance('PT2M');
      return done;
    },
    missing: (_, { person }, state) => Promise.resolve(missingRow(person, state, '申請中', 2)),
  }),
  operation({
    name: '登録辞退 approved',
    later: TOLD,
    tabs: ['台帳', '変更履歴', ...TABS],
    commits: 5,
    people: [PERSON],
    arrange: async ({ day }) => {
      const notes = notificationDay(day);
      const arranged = await insider(day);
      const { receipt } = await notes.send(arranged.token, about('登録辞退'));
      await day.advance(KEPT);
      return { ...arranged, receipt, one: await notes.caseOf(receipt) };
    },
    act: (stage, arranged) => decide(stage, arranged, '承認'),
    missing: async ({ day }, { person, token }, state) => [
      ...missingRow(person, state, '承認', 2),
      ...ledgerMissing(person, state, { 状態: '登録抹消', 状態の事由: '本人の辞退' }),
      ...(isDone(await day.mypage('view', {}, { token })) ? ['the session goes on'] : []),
    ],
  }),
  operation({
    name: '変更届 entered from paper',
    tabs: TABS,
    commits: 3,
    people: [PERSON],
    arrange: ({ day }) => insider(day),
    act: async ({ office, advance }, { person, key, form }) => {
      const args = { ...form, evidence: '受領済', number: person.number, notifiedOn: '2026-11-18' };
      const done = await persist(() => office('enterNotification', args, key));
      await advance('PT2M');
      return done;
    },
    missing: (_, { person }, state) => Promise.resolve(missingRow(person, state, '申請中', 1)),
  }),
];
