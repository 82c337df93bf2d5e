/** ポイント: applied for, withdrawn, decided one by one and several at once, sent back, entered from paper. */
import { newKey, valueOf, type Person } from '../../support/office-day';
import { operation, type Operation } from '../operation';
import { persist, type Stage } from '../stage';
import { textOf, type Line, type State } from '../state';
import { insider } from './people';

const TABS = ['ポイント', '通知', '_要約'];
/** Long enough for the office hours of the next working day. */
const TOLD = 'PT26H';
/** People who have applied by the time several are decided. */
const SEVERAL = ['otherMail', 'sameMail', 'leapDay'];

const TITLE = '実務セミナー';
const FORM = {
  ...{ eventCode: '', category: 'セミナー', role: '', title: TITLE, host: 'ほかの団体' },
  ...{ attendedOn: '2026-10-08', endedOn: '', hours: '' },
};

const rowsOf = (state: State, { number }: Person): Line[] =>
  state.tab('ポイント').rows.filter((row) => row['登録番号'] === number && row['名称'] === TITLE);

/** Points of this activity are there once, and decided so. */
function missingRow(person: Person, state: State, expected: string): string[] {
  const rows = rowsOf(state, person);
  return [
    ...(rows.length === 1 ? [] : [`${person.number}: ${rows.length} rows of ポイント`]),
    ...rows
      .filter((row) => textOf(row['状態']) !== expected)
      .map((row) => `${person.number}: the application is ${textOf(row['状態'])}`),
  ];
}

async function onPaper(stage: Stage, names: readonly string[]) {
  const people: Person[] = [];
  const receipts: string[] = [];
  for (const name of names) {
    const person = await stage.day.person(name);
    const entry = { number: person.number, receivedOn: '2026-11-20', form: FORM, evidenceState: '受領済' };
    const { receipt } = valueOf<{ receipt: string }>(await stage.office('enterPoints', entry, newKey()));
    people.push(person);
    receipts.push(receipt);
  }
  // Receipts are mailed before the decision.
  await stage.advance('PT2M');
  return { people, receipts, key: newKey() };
}

type OnPaper = Awaited<ReturnType<typeof onPaper>>;

const decided = (
  name: string,
  who: readonly string[],
  commits: number,
  { decision, ...words }: { decision: string; reason?: string; fixBy?: string },
): Operation =>
  operation({
    name,
    later: TOLD,
    tabs: TABS,
    commits,
    people: who,
    arrange: (stage: Stage) => onPaper(stage, who),
    act: ({ office }: Stage, { receipts, key }: OnPaper) =>
      persist(() => office('decidePoints', { decision, receipts, ...words }, key)),
    missing: (_: Stage, { people }: OnPaper, state: State) =>
      Promise.resolve(people.flatMap((person) => missingRow(person, state, decision))),
  });

export const pointOperations: readonly Operation[] = [
  operation({
    name: 'ポイント applied for',
    tabs: TABS,
    commits: 3,
    people: ['noMail'],
    situation: 'insider',
    arrange: async (stage) => ({ ...(await insider(stage)), key: newKey() }),
    act: async ({ day, advance }, { token, key }) => {
      const args = { form: FORM, evidence: { kind: 'later' } };
      const done = await persist(() => day.mypage('applyPoints', args, { token, key }));
      await advance('PT2M');
      return done;
    },
    missing: (_, { person }, state) => Promise.resolve(missingRow(person, state, '申請中')),
  }),
  operation({
    name: 'ポイント withdrawn',
    tabs: TABS,
    commits: 1,
    people: ['noMail'],
    situation: 'insider',
    arrange: async (stage) => {
      const { person, token } = await insider(stage);
      const args = { form: FORM, evidence: { kind: 'later' } };
      const { receipt } = valueOf<{ receipt: string }>(
        await stage.day.mypage('applyPoints', args, { token, key: newKey() }),
      );
      await stage.advance('PT2M');
      return { person, token, receipt, key: newKey() };
    },
    act: ({ day }, { token, receipt, key }) =>
      persist(() => day.mypage('withdrawPoints', { receipt }, { token, key })),
    missing: (_, { person }, state) => Promise.resolve(missingRow(person, state, '取下げ')),
  }),
  decided('ポイント approved', ['sameMail'], 4, { decision: '承認' }),
  decided('ポイント of several approved', SEVERAL, 4, { decision: '承認' }),
  decided('ポイント sent back', ['sameMail'], 4, {
    decision: '差戻し',
    reason: '日付が読み取れませんでした。',
    fixBy: '2026-12-31',
  }),
  decided('ポイント refused', ['sameMail'], 4, { decision: '不承認', reason: '対象の行事ではありません。' }),
  operation({
    name: 'ポイント entered from paper',
    tabs: TABS,
    commits: 1,
    people: ['sameMail'],
    arrange: async ({ day }) => ({ person: await day.person('sameMail'), key: newKey() }),
    act: async ({ office, advance }, { person, key }) => {
      const entry = { number: person.number, receivedOn: '2026-11-20', form: FORM, evidenceState: '受領済' };
      const done = await persist(() => office('enterPoints', entry, key));
      await advance('PT2M');
      return done;
    },
    missing: (_, { person }, state) => Promise.resolve(missingRow(person, state, '申請中')),
  }),
];
