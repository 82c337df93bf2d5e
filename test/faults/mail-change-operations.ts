/** The mail address changed on My Page: the code asked for, a wrong one, the right one. */
import { codeIn, enter, newKey, valueOf, type Called, type Person } from '../support/office-day';
import type { Operation } from './operations';
import { isDone, persist, type Stage } from './stage';
import { textOf, type State } from './state';

const OWN = 'みどり-そら-かわ-ねこ-2026';
const NEW = 'atarashii@example.net';

interface Insider {
  person: Person;
  token: string;
  key: string;
}

/** Keeps the type of what `arrange` leaves between the parts of one entry. */
const operation = <S>(entry: Operation<S>): Operation => entry;

async function insider({ day }: Stage): Promise<Insider> {
  const person = await day.person('noMail');
  await day.answer(person);
  const { token } = await enter(day, person, (await day.passwordMails(person.mailToType))[0], OWN);
  return { person, token, key: newKey() };
}

/** Inside, with the code in hand. */
async function withCode(stage: Stage): Promise<Insider & { code: string }> {
  const arranged = await insider(stage);
  const { day, advance } = stage;
  const args = { mail: NEW, password: OWN };
  valueOf(await day.mypage('requestMailChange', args, { token: arranged.token, key: newKey() }));
  await advance('PT2M');
  return { ...arranged, code: codeIn((await day.mails(NEW))[0]) };
}

/** The state of the change as 処理済 keeps it. */
function kept(state: State, { number }: Person): { open?: { tries: number } } {
  const row = state.tab('_要約').rows.find((one) => one['登録番号'] === number);
  const done = JSON.parse(textOf(row?.['処理済']) || '[]') as [string, { open?: { tries: number } }][];
  return done.find(([key]) => key === 'mail-change')?.[1] ?? {};
}

const subjects = (state: State, to: string, part: string) =>
  state.mails.filter((mail) => mail.to === to && mail.subject.includes(part)).length;

const isWrong = (called: Called) =>
  called.ok && !called.value.ok && called.value.fields?.['code'] === 'CODE_WRONG';

export const mailChangeOperations: readonly Operation[] = [
  operation({
    name: 'mail change, code asked for',
    tabs: ['通知', '_要約'],
    commits: 3,
    people: ['noMail'],
    arrange: insider,
    act: async ({ day, advance }, { token, key }) => {
      const args = { mail: NEW, password: OWN };
      const done = await persist(() => day.mypage('requestMailChange', args, { token, key }));
      await advance('PT2M');
      return done;
    },
    missing: (_, { person }, state) => {
      const codes = state.tab('通知').rows.filter((row) => row['種別'] === '確認コード');
      const [left, late] = [
        subjects(state, NEW, '確認コード'),
        codes.some((row) => row['状態'] === '取りやめ'),
      ];
      const { open } = kept(state, person);
      return Promise.resolve([
        ...(codes.length === 1 ? [] : [`${codes.length} notices with a code`]),
        ...(left === (late ? 0 : 1) ? [] : [`${left} mails with a code`]),
        ...(open ? [] : ['no change waits for its code']),
      ]);
    },
  }),
  operation({
    name: 'mail change, wrong code',
    tabs: ['_要約'],
    commits: 1,
    people: ['noMail'],
    arrange: withCode,
    act: async ({ day }, { token, key, code }) => {
      const args = { code: code === '000000' ? '000001' : '000000' };
      for (let tries = 0; tries < 3; tries += 1)
        if (isWrong(await day.mypage('confirmMailChange', args, { token, key }))) return true;
      return false;
    },
    missing: (_, { person }, state) => {
      const tries = kept(state, person).open?.tries;
      return Promise.resolve(tries === 1 ? [] : [`the wrong code counts ${String(tries)} times`]);
    },
  }),
  operation({
    name: 'mail change, right code',
    tabs: ['台帳', '変更履歴', '通知', '_要約'],
    commits: 3,
    people: ['noMail'],
    arrange: withCode,
    act: async ({ day, advance }, { token, key, code }) => {
      const done = await persist(() => day.mypage('confirmMailChange', { code }, { token, key }));
      await advance('PT2M');
      return done;
    },
    missing: async ({ day }, { person }, state) => {
      const row = state.tab('台帳').rows.find((one) => one['登録番号'] === person.number);
      const held = { メールアドレス: NEW, メールの状態: '確認済' };
      const told = [
        subjects(state, NEW, '受け付けました'),
        subjects(state, person.mailToType, '登録のメールアドレスが変わりました'),
      ];
      const called = await day.mypage('login', { number: person.number, password: OWN });
      return [
        ...Object.entries(held)
          .filter(([header, content]) => row && textOf(row[header]) !== content)
          .map(([header]) => `${header} is ${textOf(row?.[header])}`),
        ...(told.join() === '1,1'
          ? []
          : [`the new and the old address were told ${told.join(' and ')} times`]),
        ...(kept(state, person).open ? ['the code waits still'] : []),
        ...(isDone(called) ? [] : ['the own password does not open the door']),
      ];
    },
  }),
];
