/** Words typed into 状態 of ポイント: one that stands for a decision, one that is put back. */
import type { OfficeDay } from '../../support/office-day';
import { pointsDay } from '../../support/points-day';
import { operation, type Operation } from '../operation';
import { byHand, type Stage } from '../stage';
import { textOf, type State } from '../state';
import { missingRow, onPaper, POINT_TABS } from './applicants';
import { TOLD } from './renewers';

/** Entered some time ago, so that a word in 状態 is not taken for what a write of this minute left in the wrong row. */
async function longAgo(stage: Stage) {
  const arranged = await onPaper(stage, ['sameMail']);
  await stage.advance('PT6M');
  return arranged;
}

/** Types into a cell of an application. */
async function type(day: OfficeDay, receipt: string, header: string, word: string): Promise<void> {
  const { tab, range, values } = await pointsDay(day).typing(receipt, header, word);
  // Where somebody took the row away there is nothing to type into.
  if (/[1-9]\d*$/.test(range)) await byHand(day, { tab, range, values });
}

/** Lines of 元に戻した入力 about an application. */
const putBack = (state: State, receipt: string): number =>
  state
    .tab('操作記録')
    .rows.filter((row) => row['種別'] === '元に戻した入力' && textOf(row['対象']) === receipt).length;

export const typedWords: readonly Operation[] = [
  operation({
    name: 'ポイント, 承認 typed into 状態',
    later: TOLD,
    tabs: POINT_TABS,
    commits: 4,
    people: ['sameMail'],
    situation: 'points wait',
    arrange: (stage) => longAgo(stage),
    act: async ({ day, advance }, { receipts: [receipt = ''] }) => {
      await type(day, receipt, '状態', '承認');
      await advance('PT12M');
      return true;
    },
    missing: (_, { people }, state) =>
      Promise.resolve(people.flatMap((person) => missingRow(person, state, '承認'))),
  }),
  operation({
    name: 'ポイント, a word in 状態 that is put back',
    later: TOLD,
    tabs: [...POINT_TABS, '操作記録'],
    commits: 6,
    people: ['sameMail'],
    situation: 'points wait',
    arrange: (stage) => longAgo(stage),
    act: async ({ day, advance }, { receipts: [receipt = ''] }) => {
      await type(day, receipt, '状態', '不承認');
      await advance('PT12M');
      return true;
    },
    missing: (_, { people, receipts: [receipt = ''] }, state) => {
      const lines = putBack(state, receipt);
      return Promise.resolve([
        ...people.flatMap((person) => missingRow(person, state, '申請中')),
        ...(lines === 1 ? [] : [`${String(lines)} lines of 元に戻した入力`]),
      ]);
    },
  }),
];
