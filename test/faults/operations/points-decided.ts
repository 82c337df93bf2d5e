/** ポイント decided: one, several people's at once, a dozen in one press. */
import { newKey, valueOf, type Person } from '../../support/office-day';
import { operation, type Operation } from '../operation';
import { persist, type Stage } from '../stage';
import type { State } from '../state';
import { FORM, missingRow, onPaper, POINT_TABS, SEVERAL, TITLE, type OnPaper } from './applicants';
import { mailsMissing, TOLD } from './renewers';

const decided = (
  name: string,
  who: readonly string[],
  commits: number,
  { decision, ...words }: { decision: string; reason?: string; fixBy?: string },
): Operation =>
  operation({
    name,
    later: TOLD,
    tabs: POINT_TABS,
    commits,
    people: who,
    ...(who.length === 1 ? { situation: 'points wait' as const } : {}),
    arrange: (stage: Stage) => onPaper(stage, who),
    act: ({ office }: Stage, { receipts, key }: OnPaper) =>
      persist(() => office('decidePoints', { decision, receipts, ...words }, key)),
    missing: (_: Stage, { people }: OnPaper, state: State) =>
      Promise.resolve(people.flatMap((person) => missingRow(person, state, decision))),
  });

export const decisions: readonly Operation[] = [
  decided('ポイント approved', ['sameMail'], 4, { decision: '承認' }),
  decided('ポイント of several approved', SEVERAL, 4, { decision: '承認' }),
  decided('ポイント sent back', ['sameMail'], 4, {
    decision: '差戻し',
    reason: '日付が読み取れませんでした。',
    fixBy: '2026-12-31',
  }),
  decided('ポイント refused', ['sameMail'], 4, { decision: '不承認', reason: '対象の行事ではありません。' }),
];

/** Four applications of each of three people. */
const DOZEN = 4;

async function dozen(stage: Stage) {
  const people: Person[] = [];
  const receipts: string[] = [];
  for (const name of SEVERAL) {
    const person = await stage.day.person(name);
    people.push(person);
    for (let turn = 1; turn <= DOZEN; turn += 1) {
      const form = { ...FORM, title: `${TITLE}${String(turn)}`, attendedOn: `2026-09-0${String(turn)}` };
      const entry = { number: person.number, receivedOn: '2026-11-20', form, evidenceState: '受領済' };
      receipts.push(valueOf<{ receipt: string }>(await stage.office('enterPoints', entry, newKey())).receipt);
    }
  }
  await stage.advance('PT2M');
  return { people, receipts, key: newKey() };
}

export const dozenApproved = operation({
  name: 'ポイント of a dozen approved',
  later: TOLD,
  tabs: POINT_TABS,
  commits: 4,
  people: SEVERAL,
  arrange: dozen,
  act: ({ office }, { receipts, key }) =>
    persist(() => office('decidePoints', { decision: '承認', receipts }, key)),
  missing: (_, { people }, state) =>
    Promise.resolve(
      people.flatMap((person) => {
        const own = state
          .tab('ポイント')
          .rows.filter((row) => row['登録番号'] === person.number && row['状態'] === '承認');
        return [
          ...(own.length === DOZEN ? [] : [`${String(own.length)} are approved of ${person.number}`]),
          ...mailsMissing({ ...person, mailToType: person.mail }, state, 'ポイントの申請を承認しました'),
        ];
      }),
    ),
});
