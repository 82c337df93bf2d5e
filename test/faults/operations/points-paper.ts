/** ポイント from paper: entered by the office, and papers that arrived. */
import { newKey } from '../../support/office-day';
import { operation } from '../operation';
import { persist } from '../stage';
import { FORM, missingRow, onPaper, POINT_TABS, pointRowsOf } from './applicants';

export const enteredFromPaper = operation({
  name: 'ポイント entered from paper',
  tabs: POINT_TABS,
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
});

export const papersArrived = operation({
  name: 'ポイント, papers arrived',
  tabs: ['ポイント', '_要約'],
  commits: 1,
  people: ['sameMail', 'leapDay'],
  arrange: (stage) => onPaper(stage, ['sameMail', 'leapDay'], '郵送待ち'),
  act: ({ office }, { receipts, key }) =>
    persist(() => office('setPointEvidence', { receipts, state: '受領済' }, key)),
  missing: (_, { people }, state) =>
    Promise.resolve(
      people.flatMap((person) => [
        ...missingRow(person, state, '申請中'),
        ...pointRowsOf(state, person)
          .filter((row) => row['証明書類の状態'] !== '受領済')
          .map(() => `the papers of ${person.number} are not noted`),
      ]),
    ),
});
