/** The form is answered: at once, twice, missed, or by a sender that dies. */
import { operation, type Operation } from '../operation';
import type { Stage } from '../stage';
import { column } from '../state';
import { PASSWORD_TABS, passwordMailsTo, passwordMissing } from './people';

function formAnswer(name: string, fire: 'once' | 'twice'): Operation {
  return operation({
    name,
    tabs: PASSWORD_TABS,
    commits: 2,
    people: ['noMail'],
    arrange: async ({ day }) => ({ person: await day.person('noMail'), responseId: '' }),
    act: async ({ day }, arranged) => {
      arranged.responseId = (await day.answer(arranged.person, {}, fire)).responseId;
      return true;
    },
    missing: (stage, arranged, state) => passwordMissing(stage, arranged, state),
  });
}

const once = formAnswer('form answer', 'once');
const twice = formAnswer('form answer, trigger twice', 'twice');

const otherAddress = operation({
  name: 'form answer, another address on file',
  tabs: ['パスワード送付', '通知', '_要約'],
  commits: 3,
  people: ['otherMail'],
  alsoOn: 'insider',
  arrange: async ({ day }) => ({ person: await day.person('otherMail') }),
  act: async ({ day, advance }, { person }) => {
    await day.answer(person);
    await advance('PT2M');
    return true;
  },
  missing: (_, { person }, state) => {
    // Who stands in for her may have answered before the system began.
    const rows = state
      .tab('パスワード送付')
      .rows.filter((row) => row['登録番号'] === person.number && row['状態'] !== '開始前');
    const told = state.mails.filter(({ to }) => to === person.mail);
    return Promise.resolve([
      ...(column(rows, '状態').join() === '要確認' ? [] : [`recorded as ${column(rows, '状態').join()}`]),
      ...(told.length === 1 ? [] : [`the old address was told ${told.length} times`]),
      ...(passwordMailsTo(state, person.mailToType).length === 0 ? [] : ['a password went out']),
    ]);
  },
});

const swept = operation({
  name: 'sweep of a missed answer',
  tabs: PASSWORD_TABS,
  commits: 3,
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
});

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

const foundSent = operation({
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
});

const foundUnsent = operation({
  name: 'recovery of a mail that did not leave',
  tabs: PASSWORD_TABS,
  commits: 4,
  people: ['noMail'],
  arrange: (stage) => interrupted(stage, 'before', 'PT16M'),
  act: async ({ advance }) => {
    await advance('PT30M');
    return true;
  },
  missing: passwordMissing,
});

export const answeringOperations: readonly Operation[] = [
  once,
  twice,
  otherAddress,
  swept,
  foundSent,
  foundUnsent,
];
