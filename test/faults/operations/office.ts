/** The secretariat decides what waits for a person. */
import { newKey } from '../../support/office-day';
import { operation, type Operation } from '../operation';
import { persist, type Stage } from '../stage';
import { column } from '../state';
import { PASSWORD_TABS, passwordMailsTo, passwordMissing } from './people';

/** Answers of people who have another address on file: they wait for a person. */
async function waiting(stage: Stage, names: readonly string[]) {
  const answers = [];
  for (const name of names) {
    const person = await stage.day.person(name);
    // Who has no other address on file answers with one.
    const typed = person.mailToType === person.mail ? `second-${person.mail}` : person.mailToType;
    const given = { メールアドレス: typed };
    const { responseId } = await stage.day.answer(person, given);
    answers.push({ person: { ...person, mailToType: typed }, responseId });
  }
  await stage.advance('PT2M');
  return { answers, key: newKey() };
}

type Waiting = Awaited<ReturnType<typeof waiting>>;

const decide =
  (decision: string) =>
  async (stage: Stage, { answers, key }: Waiting) => {
    const args = { decision, responseIds: answers.map(({ responseId }) => responseId) };
    const done = await persist(() => stage.office('decidePasswords', args, key));
    await stage.advance('PT2M');
    return done;
  };

const SEVERAL = ['otherMail', 'sameMail', 'overseas'];

const send = operation({
  name: '送付する',
  tabs: PASSWORD_TABS,
  commits: 4,
  people: ['otherMail'],
  alsoOn: 'insider',
  arrange: (stage) => waiting(stage, ['otherMail']),
  act: decide('送付する'),
  missing: async (stage, { answers: [answer] }, state) =>
    answer ? passwordMissing(stage, answer, state) : ['nothing was arranged'],
});

const sendSeveral = operation({
  name: 'まとめて送付',
  tabs: PASSWORD_TABS,
  commits: 4,
  people: SEVERAL,
  arrange: (stage) => waiting(stage, SEVERAL),
  act: decide('送付する'),
  missing: async (stage, { answers }, state) => {
    const problems: string[] = [];
    for (const answer of answers)
      for (const problem of await passwordMissing(stage, answer, state))
        problems.push(`${answer.person.number}: ${problem}`);
    return problems;
  },
});

const sendNot = operation({
  name: '送付しない',
  tabs: ['パスワード送付', '_要約'],
  commits: 2,
  people: SEVERAL,
  arrange: (stage) => waiting(stage, SEVERAL),
  act: decide('送付しない'),
  missing: (_, { answers }, state) =>
    Promise.resolve(
      answers.flatMap(({ person, responseId }) => {
        const rows = state.tab('パスワード送付').rows.filter((row) => row['回答ID'] === responseId);
        const states = column(rows, '状態').join();
        return [
          ...(states === '送付しない' ? [] : [`the response of ${person.number} is ${states}`]),
          ...(passwordMailsTo(state, person.mailToType).length === 0 ? [] : ['a password went out']),
        ];
      }),
    ),
});

const home = operation({
  name: 'ホーム and the queue of 事務局画面',
  tabs: [],
  commits: 0,
  people: ['otherMail'],
  arrange: (stage) => waiting(stage, ['otherMail']),
  act: async ({ office }) =>
    (await persist(() => office('home', {}))) && (await persist(() => office('passwordQueue', {}))),
  missing: () => Promise.resolve([]),
});

export const officeOperations: readonly Operation[] = [send, sendSeveral, sendNot, home];
