/** Decisions on ポイント taken back: after people were told, and opened again. */
import { newKey, valueOf } from '../../support/office-day';
import { operation, type Operation } from '../operation';
import { persist, type Stage } from '../stage';
import { missingRow, onPaper, POINT_TABS } from './applicants';
import { mailsMissing, TOLD, untold } from './renewers';

/** Decided this way, and the person was told long ago. */
async function decidedBefore(stage: Stage, words: object, told: string) {
  const arranged = await onPaper(stage, ['sameMail']);
  const { receipts } = arranged;
  valueOf(await stage.office('decidePoints', { receipts, ...words }, newKey()));
  await stage.advance(TOLD);
  return { ...arranged, told };
}

export const takenBack: readonly Operation[] = [
  operation({
    name: 'ポイント, an approval taken back',
    later: TOLD,
    tabs: POINT_TABS,
    commits: 4,
    people: ['sameMail'],
    arrange: (stage) => decidedBefore(stage, { decision: '承認' }, '承認しました'),
    act: ({ office }, { receipts, key }) =>
      persist(() => office('decidePoints', { decision: '取消', receipts, reason: '取り違え' }, key)),
    missing: (_, { people: [person], told }, state) =>
      Promise.resolve(
        person
          ? [
              ...missingRow(person, state, '取消'),
              ...mailsMissing(person, state, told),
              ...mailsMissing(person, state, '訂正'),
            ]
          : ['nothing was arranged'],
      ),
  }),
  operation({
    name: 'ポイント, a decision taken back opened again',
    tabs: POINT_TABS,
    commits: 1,
    people: ['sameMail'],
    arrange: async (stage) => {
      const arranged = await onPaper(stage, ['sameMail']);
      const { receipts } = arranged;
      valueOf(await stage.office('decidePoints', { decision: '承認', receipts }, newKey()));
      const back = { decision: '取消', receipts, reason: '取り違え' };
      valueOf(await stage.office('decidePoints', back, newKey()));
      await untold(stage, arranged.people[0]?.number ?? '');
      return arranged;
    },
    act: ({ office }, { receipts, key }) =>
      persist(() => office('decidePoints', { decision: '申請中', receipts }, key)),
    missing: (_, { people }, state) =>
      Promise.resolve(people.flatMap((person) => missingRow(person, state, '申請中'))),
  }),
];
