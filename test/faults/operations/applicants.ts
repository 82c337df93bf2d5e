/** What operations of ポイント have in common: one activity, who has applied for it on paper, and what must be on file. */
import { newKey, valueOf, type Person } from '../../support/office-day';
import type { Stage } from '../stage';
import { textOf, type Line, type State } from '../state';

export const POINT_TABS = ['ポイント', '通知', '_要約'];
/** People who have applied by the time several are decided. */
export const SEVERAL = ['otherMail', 'sameMail', 'leapDay'];

export const TITLE = '実務セミナー';
/** Its application, as a page sends it. */
export const FORM = {
  ...{ eventCode: '', category: 'セミナー', role: '', title: TITLE, host: 'ほかの団体' },
  ...{ attendedOn: '2026-10-08', endedOn: '', hours: '' },
};

/** Rows of this activity of a person. */
export const pointRowsOf = (state: State, { number }: Person): Line[] =>
  state.tab('ポイント').rows.filter((row) => row['登録番号'] === number && row['名称'] === TITLE);

/** Points of this activity are there once, and decided so. */
export function missingRow(person: Person, state: State, expected: string): string[] {
  const rows = pointRowsOf(state, person);
  return [
    ...(rows.length === 1 ? [] : [`${person.number}: ${rows.length} rows of ポイント`]),
    ...rows
      .filter((row) => textOf(row['状態']) !== expected)
      .map((row) => `${person.number}: the application is ${textOf(row['状態'])}`),
  ];
}

/** An application from paper for each of them; their receipts are mailed. */
export async function onPaper(stage: Stage, names: readonly string[], evidenceState = '受領済') {
  const people: Person[] = [];
  for (const name of names) {
    const person = await stage.day.person(name);
    const entry = { number: person.number, receivedOn: '2026-11-20', form: FORM, evidenceState };
    await stage.once(`points ${person.number}`, async () => {
      valueOf(await stage.office('enterPoints', entry, newKey()));
    });
    people.push(person);
  }
  // Receipts are mailed before the decision.
  await stage.advance('PT2M');
  const rows = (await stage.day.rows('ポイント')).filter((row) => row['名称'] === TITLE);
  const receipts = people.map(
    ({ number }) => rows.find((row) => row['登録番号'] === number)?.['受付番号'] ?? '',
  );
  return { people, receipts, key: newKey() };
}

/** What was arranged so. */
export type OnPaper = Awaited<ReturnType<typeof onPaper>>;
