/** Coming in and going out: first login, login, the brake on guessing, logout. */
import { newKey, passwordIn, valueOf, type Called } from '../../support/office-day';
import { operation, type Operation } from '../operation';
import { isDone, persist } from '../stage';
import { column, textOf, type State } from '../state';
import { insider, invited, OWN, shutOut } from './people';

const firstLogin = operation({
  name: 'first login',
  tabs: ['台帳', '変更履歴', '_認証', '_要約'],
  commits: 1,
  people: ['noMail'],
  arrange: async (stage) => {
    const { person, mail } = await invited(stage);
    const login = await stage.day.mypage('login', { number: person.number, password: passwordIn(mail) });
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
      ...(await shutOut(day, person)),
      ...(isDone(stale) ? ['the temporary password still opens the door'] : []),
    ];
  },
});

/** 結果 of a person's lines of ログイン記録. */
function loginLines(state: State, number: string): string[] {
  return column(
    state.tab('ログイン記録').rows.filter((row) => row['登録番号'] === number),
    '結果',
  );
}

const login = operation({
  name: 'login',
  tabs: ['ログイン記録', '_要約'],
  commits: 0,
  people: ['noMail'],
  situation: 'insider',
  arrange: async (stage) => {
    const { person } = await insider(stage);
    await stage.advance('PT6M');
    return { person, attempts: 0 };
  },
  act: ({ day }, arranged) =>
    persist(() => {
      arranged.attempts += 1;
      return day.mypage('login', { number: arranged.person.number, password: OWN });
    }),
  missing: (_, { person, attempts }, state) => {
    const lines = loginLines(state, person.number).filter((result) => result === 'ログイン');
    return Promise.resolve(
      lines.length >= 1 && lines.length <= attempts
        ? []
        : [`${attempts} attempts, ${lines.length} in ログイン記録`],
    );
  },
});

/** Whether a wrong password was refused as one; a page would show the sentence, so that it is not sent again. */
function isRefused(called: Called): boolean {
  if (isDone(called)) throw new Error('A wrong password opened the door.');
  return called.ok && !called.value.ok && called.value.code === 'LOGIN_FAILED';
}

const WRONG = 'not the password';

const wrongPassword = operation({
  name: 'login, wrong password',
  tabs: [],
  commits: 0,
  people: ['noMail'],
  situation: 'insider',
  arrange: (stage) => insider(stage),
  act: async ({ day }, { person: { number } }) => {
    for (let tries = 0; tries < 3; tries += 1)
      if (isRefused(await day.mypage('login', { number, password: WRONG }))) return true;
    return false;
  },
  missing: ({ day }, { person }) => shutOut(day, person),
});

/** Wrong passwords before the one that makes the guard tell the address on file (details.md). */
const FAILURES = 9;
const TOLD = 'ログインの失敗';

const tenthFailure = operation({
  name: 'login, the tenth wrong password',
  tabs: ['通知', '_要約'],
  commits: 3,
  people: ['sameMail'],
  arrange: async ({ day, advance }) => {
    const person = await day.person('sameMail');
    for (let failures = 0; failures < FAILURES; failures += 1) {
      if (!isRefused(await day.mypage('login', { number: person.number, password: WRONG })))
        throw new Error('A wrong password was not refused as one.');
      // Longer than any wait so far, shorter than the day after which failures are forgotten.
      await advance('PT31M');
    }
    return { person, refused: false };
  },
  act: async ({ day, advance }, arranged) => {
    const called = await day.mypage('login', { number: arranged.person.number, password: WRONG });
    arranged.refused ||= isRefused(called);
    await advance('PT2M');
    // Who hears nothing of it tries again, and has to wait then if it counted.
    return arranged.refused || (called.ok && !called.value.ok && called.value.code === 'WAIT');
  },
  missing: (_, { person, refused }, state) => {
    const told = state.mails.filter(({ to, subject }) => to === person.mail && subject.includes(TOLD));
    const least = refused ? 1 : 0;
    return Promise.resolve(
      told.length >= least && told.length <= 1 ? [] : [`the address on file was told ${told.length} times`],
    );
  },
});

const logout = operation({
  name: 'logout',
  tabs: ['_要約'],
  commits: 1,
  people: ['noMail'],
  situation: 'insider',
  arrange: (stage) => insider(stage),
  act: ({ day }, { token }) => persist(() => day.mypage('logout', {}, { token })),
  missing: async ({ day }, { person }, state) => {
    const row = state.tab('_要約').rows.find((one) => one['登録番号'] === person.number);
    return [
      // The first login made it 1.
      ...(row?.['世代'] === 2 ? [] : [`世代 is ${textOf(row?.['世代'])}`]),
      ...(await shutOut(day, person)),
    ];
  },
});

const view = operation({
  name: 'view',
  tabs: [],
  commits: 0,
  people: ['noMail'],
  situation: 'insider',
  arrange: (stage) => insider(stage),
  act: ({ day }, { token }) => persist(() => day.mypage('view', {}, { token })),
  missing: ({ day }, { person }) => shutOut(day, person),
});

const keptLogins = operation({
  name: 'logins to be kept',
  tabs: ['ログイン記録', '_要約'],
  commits: 2,
  people: ['noMail'],
  arrange: async (stage) => {
    const { person } = await insider(stage);
    valueOf(await stage.day.mypage('login', { number: person.number, password: OWN }));
    return { person };
  },
  act: async ({ advance }) => {
    await advance('PT6M');
    return true;
  },
  missing: (_, { person }, state) => {
    const lines = loginLines(state, person.number).sort().join();
    return Promise.resolve(lines === 'ログイン,最初のログイン' ? [] : [`ログイン記録 has 「${lines}」`]);
  },
});

export const enteringOperations: readonly Operation[] = [
  firstLogin,
  login,
  wrongPassword,
  tenthFailure,
  logout,
  view,
  keptLogins,
];
