/** Every operation the faults are tried on. A new one joins by one entry. */
import { enter, newKey, passwordIn, valueOf, type OfficeDay, type Person } from '../support/office-day';
import { mailChangeOperations } from './mail-change-operations';
import { notificationOperations } from './notification-operations';
import { renewalOperations } from './renewal-operations';
import { editOperations } from './edit-operations';
import { byHand, isDone, persist, type Stage } from './stage';
import { column, textOf, type Line, type State } from './state';

const OWN = 'みどり-そら-かわ-ねこ-2026';

/** One thing people or jobs do. `S`: what `arrange` leaves for the rest. */
export interface Operation<S = unknown> {
  readonly name: string;
  /** Tabs it writes: pairs that share one are interleaved. */
  readonly tabs: readonly string[];
  /** Commits it takes undisturbed: the 60 writes a minute are shared by everybody. */
  readonly commits: number;
  /** Of the people of the sample, those whose rows it may change; the first is the one it is about. */
  readonly people: readonly string[];
  /** Cells the operation has a person type, by number: until they are taken over they differ from 控え. */
  typed?(arranged: S): ReadonlyMap<string, Line>;
  /** Everything that comes before. */
  arrange(stage: Stage): Promise<S>;
  /** Does it, with the retries of a page; true when 完了 was answered (what nobody waits for is always promised). */
  act(stage: Stage, arranged: S): Promise<boolean>;
  /** What 完了 promised and does not hold; it may log in, so that it comes last. */
  missing(stage: Stage, arranged: S, state: State): Promise<string[]>;
}

/** Keeps the type of what `arrange` leaves between the parts of one entry. */
const operation = <S>(entry: Operation<S>): Operation => entry;

/** What a secretary types: 住所 and 建物・部屋 stand side by side. */
const TYPED = { 住所: '見本県試作市9-9', '建物・部屋': '髙﨑荘' };

const PASSWORD_TABS = ['台帳', 'パスワード送付', '通知', '変更履歴', '_認証', '_要約'];

async function invited(day: OfficeDay, name = 'noMail') {
  const person = await day.person(name);
  await day.answer(person);
  const [mail] = await day.mails(person.mailToType);
  return { person, mail };
}

async function insider(day: OfficeDay) {
  const { person, mail } = await invited(day);
  const { token } = await enter(day, person, mail, OWN);
  return { person, token };
}

/** One row for the response, one mail with a password that opens the door. */
async function passwordMissing(
  { day }: Stage,
  { person, responseId }: { person: Person; responseId: string },
  state: State,
): Promise<string[]> {
  const problems: string[] = [];
  const recorded = state.tab('パスワード送付').rows.filter((row) => row['回答ID'] === responseId);
  if (recorded.length !== 1) problems.push(`the response stands in ${recorded.length} rows`);
  for (const state of column(recorded, '状態'))
    if (state !== '送付済') problems.push(`the response is ${state}`);
  const mails = state.mails.filter(
    ({ to, body }) => to === person.mailToType && body.includes('▼仮パスワード'),
  );
  if (mails.length !== 1) problems.push(`${mails.length} password mails`);
  for (const mail of mails.slice(-1))
    if (!isDone(await day.mypage('login', { number: person.number, password: passwordIn(mail) })))
      problems.push('the mailed password does not open the door');
  return problems;
}

async function logsIn(day: OfficeDay, person: Person): Promise<string[]> {
  const called = await day.mypage('login', { number: person.number, password: OWN });
  return isDone(called) ? [] : ['the own password does not open the door'];
}

function loginLines(state: State, person: Person): string[] {
  return column(
    state.tab('ログイン記録').rows.filter((row) => row['登録番号'] === person.number),
    '結果',
  );
}

const passwordMailsTo = (state: State, to: string) =>
  state.mails.filter((mail) => mail.to === to && mail.body.includes('▼仮パスワード'));

/** The sender dies just before or after the mail left; the recovery is what is tried. */
async function interrupted({ day, advance }: Stage, when: 'before' | 'after', wait: string) {
  const person = await day.person('noMail');
  await day.control.post('/api/faults', {
    kind: 'kill',
    at: { function: 'onFormSubmitted', call: 'GmailApp.sendEmail', when },
  });
  const { responseId } = await day.answer(person);
  await advance(wait);
  return { person, responseId };
}

/** The form answered by a person as the sample names her. */
export function formAnswer(name: string, person: string, fire?: 'once' | 'twice'): Operation {
  return operation({
    name,
    tabs: PASSWORD_TABS,
    commits: 2,
    people: [person],
    arrange: async ({ day }) => ({ person: await day.person(person), responseId: '' }),
    act: async ({ day }, arranged) => {
      arranged.responseId = (await day.answer(arranged.person, {}, fire)).responseId;
      return true;
    },
    missing: (stage, arranged, state) => passwordMissing(stage, arranged, state),
  });
}

export const operations: readonly Operation[] = [
  ...mailChangeOperations,
  ...notificationOperations,
  ...renewalOperations,
  formAnswer('form answer', 'noMail', 'once'),
  formAnswer('form answer, trigger twice', 'noMail', 'twice'),
  operation({
    name: 'form answer, another address on file',
    tabs: ['パスワード送付', '通知', '_要約'],
    commits: 3,
    people: ['otherMail'],
    arrange: async ({ day }) => ({ person: await day.person('otherMail') }),
    act: async ({ day, advance }, { person }) => {
      await day.answer(person);
      await advance('PT2M');
      return true;
    },
    missing: (_, { person }, state) => {
      const rows = state.tab('パスワード送付').rows.filter((row) => row['登録番号'] === person.number);
      const told = state.mails.filter(({ to }) => to === person.mail);
      return Promise.resolve([
        ...(column(rows, '状態').join() === '要確認' ? [] : [`recorded as ${column(rows, '状態').join()}`]),
        ...(told.length === 1 ? [] : [`the old address was told ${told.length} times`]),
        ...(passwordMailsTo(state, person.mailToType).length === 0 ? [] : ['a password went out']),
      ]);
    },
  }),
  operation({
    name: 'sweep of a missed answer',
    tabs: PASSWORD_TABS,
    commits: 2,
    people: ['noMail'],
    arrange: async ({ day }) => {
      const person = await day.person('noMail');
      const { responseId } = await day.answer(person, {}, 'never');
      return { person, responseId };
    },
    act: async ({ advance }) => {
      await advance('PT6M');
      return true;
    },
    missing: passwordMissing,
  }),
  operation({
    name: 'recovery of a mail that left',
    tabs: PASSWORD_TABS,
    commits: 1,
    people: ['noMail'],
    arrange: (stage) => interrupted(stage, 'after', 'PT9M'),
    act: async ({ advance }) => {
      await advance('PT7M');
      return true;
    },
    missing: passwordMissing,
  }),
  operation({
    name: 'recovery of a mail that did not leave',
    tabs: PASSWORD_TABS,
    commits: 3,
    people: ['noMail'],
    arrange: (stage) => interrupted(stage, 'before', 'PT16M'),
    act: async ({ advance }) => {
      await advance('PT15M');
      return true;
    },
    missing: passwordMissing,
  }),
  operation({
    name: 'first login',
    tabs: ['台帳', '変更履歴', '_認証', '_要約'],
    commits: 1,
    people: ['noMail'],
    arrange: async ({ day }) => {
      const { person, mail } = await invited(day);
      const login = await day.mypage('login', { number: person.number, password: passwordIn(mail) });
      return { person, mail, token: valueOf<{ token: string }>(login).token, key: newKey() };
    },
    act: ({ day }, { person, token, key }) =>
      persist(() => day.mypage('firstLogin', { birthDate: person.birthDate, password: OWN }, { token, key })),
    missing: async ({ day }, { person, mail }, state) => {
      const row = state.tab('台帳').rows.find((one) => one['登録番号'] === person.number);
      const held = { マイページ: '利用中', メールの状態: '確認済', メールアドレス: person.mailToType };
      const stale = await day.mypage('login', { number: person.number, password: passwordIn(mail) });
      return [
        ...Object.entries(held)
          .filter(([header, content]) => row && textOf(row[header]) !== content)
          .map(([header]) => `${header} is ${textOf(row?.[header])}`),
        ...(await logsIn(day, person)),
        ...(isDone(stale) ? ['the temporary password still opens the door'] : []),
      ];
    },
  }),
  operation({
    name: 'login',
    tabs: ['ログイン記録', '_要約'],
    commits: 0,
    people: ['noMail'],
    arrange: async ({ day, advance }) => {
      const { person } = await insider(day);
      await advance('PT6M');
      return { person, attempts: { count: 0 } };
    },
    act: ({ day }, { person, attempts }) =>
      persist(() => {
        attempts.count += 1;
        return day.mypage('login', { number: person.number, password: OWN });
      }),
    missing: (_, { person, attempts }, state) => {
      const lines = loginLines(state, person).filter((result) => result === 'ログイン');
      return Promise.resolve(
        lines.length >= 1 && lines.length <= attempts.count
          ? []
          : [`${attempts.count} attempts, ${lines.length} in ログイン記録`],
      );
    },
  }),
  operation({
    name: 'login, wrong password',
    tabs: [],
    commits: 0,
    people: ['noMail'],
    arrange: async ({ day }) => insider(day),
    act: async ({ day }, { person }) => {
      for (let tries = 0; tries < 3; tries += 1) {
        const called = await day.mypage('login', { number: person.number, password: 'not the password' });
        if (called.ok && !called.value.ok && called.value.code === 'LOGIN_FAILED') return true;
        if (isDone(called)) throw new Error('A wrong password opened the door.');
      }
      return false;
    },
    missing: ({ day }, { person }) => logsIn(day, person),
  }),
  operation({
    name: 'logout',
    tabs: ['_要約'],
    commits: 1,
    people: ['noMail'],
    arrange: ({ day }) => insider(day),
    act: ({ day }, { token }) => persist(() => day.mypage('logout', {}, { token })),
    missing: async ({ day }, { person }, state) => {
      const row = state.tab('_要約').rows.find((one) => one['登録番号'] === person.number);
      return [
        // The first login made it 1.
        ...(row?.['世代'] === 2 ? [] : [`世代 is ${textOf(row?.['世代'])}`]),
        ...(await logsIn(day, person)),
      ];
    },
  }),
  operation({
    name: 'evidence sent',
    tabs: [],
    commits: 0,
    people: ['noMail'],
    arrange: async ({ day }) => ({ ...(await insider(day)), key: newKey() }),
    act: ({ day }, { token, key }) =>
      persist(() => day.mypage('sendEvidence', { data: '/9j/AA==' }, { token, key })),
    missing: async ({ day }) => {
      const files = await day.control.get<{ parent: string | null; size: number }[]>('/api/files');
      const kept = files.filter(({ parent }) => parent !== null).map(({ size }) => size);
      return kept.join() === '4' ? [] : [`files of ${kept.join()} bytes`];
    },
  }),
  operation({
    name: 'view',
    tabs: [],
    commits: 0,
    people: ['noMail'],
    arrange: ({ day }) => insider(day),
    act: ({ day }, { token }) => persist(() => day.mypage('view', {}, { token })),
    missing: ({ day }, { person }) => logsIn(day, person),
  }),
  operation({
    name: 'new password asked for',
    tabs: ['通知', '_認証', '_要約'],
    commits: 3,
    people: ['noMail'],
    arrange: ({ day }) => insider(day),
    act: async ({ day, advance }, { person }) => {
      const done = await persist(() => day.mypage('requestPassword', { number: person.number }));
      await advance('PT2M');
      return done;
    },
    missing: async ({ day }, { person }, state) => {
      const mails = passwordMailsTo(state, person.mailToType);
      if (mails.length !== 2) return [`${mails.length - 1} new password mails`];
      const called = await day.mypage('login', { number: person.number, password: passwordIn(mails[1]) });
      return [
        ...(isDone(called) ? [] : ['the new password does not open the door']),
        ...(await logsIn(day, person)),
      ];
    },
  }),
  operation({
    name: 'number asked for',
    tabs: ['通知', '_要約'],
    commits: 3,
    people: ['sameMail'],
    arrange: async ({ day }) => ({ person: await day.person('sameMail') }),
    act: async ({ day, advance }, { person: { mail, birthDate } }) => {
      const done = await persist(() => day.mypage('requestNumber', { mail, birthDate }));
      await advance('PT2M');
      return done;
    },
    missing: (_, { person }, state) => {
      const mails = state.mails.filter(({ to }) => to === person.mail);
      return Promise.resolve(mails.length === 1 ? [] : [`${mails.length} mails with the number`]);
    },
  }),
  operation({
    name: 'logins to be kept',
    tabs: ['ログイン記録', '_要約'],
    commits: 1,
    people: ['noMail'],
    arrange: async ({ day }) => {
      const { person } = await insider(day);
      valueOf(await day.mypage('login', { number: person.number, password: OWN }));
      return { person };
    },
    act: async ({ advance }) => {
      await advance('PT6M');
      return true;
    },
    missing: (_, { person }, state) => {
      const lines = loginLines(state, person).sort().join();
      return Promise.resolve(lines === 'ログイン,最初のログイン' ? [] : [`ログイン記録 has 「${lines}」`]);
    },
  }),
  operation({
    name: 'several waiting notices',
    tabs: ['通知', '_認証', '_要約'],
    commits: 3,
    people: ['sameMail', 'otherMail', 'overseas', 'leapDay'],
    arrange: async ({ day }) => {
      const { cases } = await day.sample();
      const people = ['sameMail', 'otherMail', 'overseas', 'leapDay'].flatMap((name) => cases[name] ?? []);
      for (const { number } of people) valueOf(await day.mypage('requestPassword', { number }));
      return { people: people.filter(({ mail }) => mail !== '') };
    },
    act: async ({ advance }) => {
      await advance('PT2M');
      return true;
    },
    missing: async ({ day }, { people }, state) => {
      const problems: string[] = [];
      for (const { number, mail } of people) {
        const mails = passwordMailsTo(state, mail);
        if (mails.length !== 1) {
          problems.push(`${mails.length} mails to ${mail}`);
          continue;
        }
        const called = await day.mypage('login', { number, password: passwordIn(mails[0]) });
        if (!isDone(called)) problems.push(`${number}: the mailed password does not open the door`);
      }
      return problems;
    },
  }),
  operation({
    name: '送付する',
    tabs: PASSWORD_TABS,
    commits: 3,
    people: ['otherMail'],
    arrange: async ({ day, advance }) => {
      const person = await day.person('otherMail');
      const { responseId } = await day.answer(person);
      await advance('PT2M');
      return { person, responseId, key: newKey() };
    },
    act: async ({ office, advance }, { responseId, key }) => {
      const args = { decision: '送付する', responseIds: [responseId] };
      const done = await persist(() => office('decidePasswords', args, key));
      await advance('PT2M');
      return done;
    },
    missing: (stage, arranged, state) => passwordMissing(stage, arranged, state),
  }),
  operation({
    name: 'hand edit taken over',
    tabs: ['変更履歴', '_要約'],
    commits: 1,
    people: ['noMail'],
    arrange: async ({ day }) => {
      const person = await day.person('noMail');
      const row = (await day.rows('台帳')).findIndex((one) => one['登録番号'] === person.number) + 2;
      return { person, row };
    },
    typed: ({ person }) => new Map([[person.number, TYPED]]),
    act: async ({ day }, { row }) => {
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
  }),
  ...editOperations,
];
