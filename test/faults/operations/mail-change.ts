/** The mail address changed on My Page: the code asked for, a wrong one, the right one. */
import { codeIn, newKey, valueOf, type Called, type Person } from '../../support/office-day';
import { operation, type Operation } from '../operation';
import { persist, type Stage } from '../stage';
import { textOf, type State } from '../state';
import { insider, OWN, shutOut } from './people';

/** The address a person changes to. */
const newMail = ({ number }: Person): string => `atarashii-${number}@example.net`;

interface Insider {
  person: Person;
  token: string;
  key: string;
}

async function prepared(stage: Stage): Promise<Insider> {
  return { ...(await insider(stage)), key: newKey() };
}

/** Inside, with the code in hand. */
async function withCode(stage: Stage): Promise<Insider & { code: string }> {
  const arranged = await prepared(stage);
  const { day, advance } = stage;
  const args = { mail: newMail(arranged.person), password: OWN };
  valueOf(await day.mypage('requestMailChange', args, { token: arranged.token, key: newKey() }));
  await advance('PT2M');
  return { ...arranged, code: codeIn((await day.mails(args.mail))[0]) };
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
    situation: 'insider',
    arrange: prepared,
    act: async ({ day, advance }, { person, token, key }) => {
      const args = { mail: newMail(person), password: OWN };
      const done = await persist(() => day.mypage('requestMailChange', args, { token, key }));
      await advance('PT2M');
      return done;
    },
    missing: (_, { person }, state) => {
      const codes = state
        .tab('通知')
        .rows.filter((row) => row['種別'] === '確認コード' && row['登録番号'] === person.number);
      const [left, late] = [
        subjects(state, newMail(person), '確認コード'),
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
    situation: 'insider',
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
    commits: 5,
    people: ['noMail'],
    situation: 'insider',
    arrange: withCode,
    act: async ({ day, advance }, { token, key, code }) => {
      const done = await persist(() => day.mypage('confirmMailChange', { code }, { token, key }));
      await advance('PT2M');
      return done;
    },
    missing: async ({ day }, { person }, state) => {
      const row = state.tab('台帳').rows.find((one) => one['登録番号'] === person.number);
      const held = { メールアドレス: newMail(person), メールの状態: '確認済' };
      const told = [
        subjects(state, newMail(person), '受け付けました'),
        subjects(state, person.mailToType, '登録のメールアドレスが変わりました'),
      ];
      return [
        ...Object.entries(held)
          .filter(([header, content]) => row && textOf(row[header]) !== content)
          .map(([header]) => `${header} is ${textOf(row?.[header])}`),
        ...(told.join() === '1,1'
          ? []
          : [`the new and the old address were told ${told.join(' and ')} times`]),
        ...(kept(state, person).open ? ['the code waits still'] : []),
        ...(await shutOut(day, person)),
      ];
    },
  }),
];
