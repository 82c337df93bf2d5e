/** 取込: attendance and events from lists, dry run and write; 候補 settled; points a 区分 gives without an application. */
import type { AttendanceRow } from '../../../src/domain/fields/attendance-list';
import type { EventRow } from '../../../src/domain/fields/event-list';
import { newKey, valueOf, type Person } from '../../support/office-day';
import { operation, type Operation } from '../operation';
import { byHand, isDone, persist, type Stage } from '../stage';
import { textOf, type State } from '../state';
import { mailsMissing, TOLD } from './renewers';

const LISTED = '2026-10-08';

/** A line of a list; without a number a name alone tells whose it is. */
const attended = (line: number, person: Partial<Person>, title: string, category = ''): AttendanceRow => ({
  ...{ line, number: person.number ?? '', name: person.name ?? '', kana: '', birthDate: '' },
  ...{ eventCode: '', title, category, host: '当協会', attendedOn: LISTED },
  ...{ presence: '出席', hours: 2, unreadable: [] },
});

/** Dry run, then the write of what it said; as the dialog does, the dry run again where it is refused. */
function importRows(
  { office }: Stage,
  kind: 'Attendance' | 'Events',
  rows: readonly unknown[],
  key: string,
): Promise<boolean> {
  const choices = kind === 'Attendance' ? { choices: {} } : {};
  return persist(async () => {
    const checked = await office(`check${kind}`, { rows, ...choices });
    if (!isDone(checked)) return checked;
    const { willTake } = valueOf<{ willTake: number }>(checked);
    return office(`import${kind}`, { rows, ...choices, expected: willTake }, key);
  });
}

/** Rows of 受講履歴 of this activity: whose, as written. */
const recorded = (state: State, title: string): string =>
  state
    .tab('受講履歴')
    .rows.filter((row) => row['名称'] === title)
    .map((row) => `${textOf(row['登録番号'])} ${textOf(row['氏名'])}`)
    .sort()
    .join();

const isRecorded = (state: State, title: string, ...expected: string[]): string[] =>
  recorded(state, title) === expected.sort().join()
    ? []
    : [`受講履歴 has 「${recorded(state, title)}」 of ${title}`];

const STRANGER = { name: '外部　太郎' };

/** What an event of a person's list is called: everybody has a list of her own. */
const eventOf = ({ number }: Person, name: string, points: number, line: number): EventRow => ({
  ...{ line, eventCode: `E${name}-${number}`, title: `講演会${name}（${number}）`, category: '講演会' },
  ...{ host: '当協会', startsOn: '2026-12-10', endsOn: '', form: '会場', points, url: '', unreadable: [] },
});

const PARTS = ['sameMail', 'leapDay', 'overseas'];

export const importOperations: readonly Operation[] = [
  operation({
    name: '受講履歴 imported',
    tabs: ['受講履歴', '_要約'],
    commits: 1,
    people: ['sameMail', 'leapDay'],
    arrange: async ({ day }) => {
      const [person, other] = [await day.person('sameMail'), await day.person('leapDay')];
      const title = `研修（${person.number}）`;
      const rows = [
        attended(2, person, title),
        attended(3, { name: other.name }, title),
        attended(4, STRANGER, title),
      ];
      return { person, other, title, rows, key: newKey() };
    },
    act: (stage, { rows, key }) => importRows(stage, 'Attendance', rows, key),
    missing: (_, { person, other, title }, state) =>
      Promise.resolve(isRecorded(state, title, `${person.number} ${person.name}`, ` ${other.name}`)),
  }),
  operation({
    name: '受講履歴 imported in parts',
    tabs: ['受講履歴', '_要約'],
    commits: 3,
    people: PARTS,
    arrange: async ({ day }) => {
      const people: Person[] = [];
      for (const name of PARTS) people.push(await day.person(name));
      const title = `部会（${people[0]?.number ?? ''}）`;
      return { people, title, keys: people.map(newKey) };
    },
    act: async (stage, { people, title, keys }) => {
      for (const [at, key] of keys.entries()) {
        const rows = people.slice(0, at + 1).map((person, line) => attended(line + 2, person, title));
        if (!(await importRows(stage, 'Attendance', rows, key))) return false;
      }
      return true;
    },
    missing: (_, { people, title }, state) =>
      Promise.resolve(isRecorded(state, title, ...people.map(({ number, name }) => `${number} ${name}`))),
  }),
  operation({
    name: '候補 settled',
    tabs: ['受講履歴', '_要約'],
    commits: 1,
    people: ['sameMail', 'leapDay'],
    arrange: async (stage) => {
      const [person, other] = [await stage.day.person('sameMail'), await stage.day.person('leapDay')];
      const title = `候補の研修（${person.number}）`;
      const rows = [attended(2, { name: person.name }, title), attended(3, { name: other.name }, title)];
      if (!(await importRows(stage, 'Attendance', rows, newKey()))) throw new Error('The list was refused.');
      return { person, title, key: newKey() };
    },
    act: ({ day, office }, { person, title, key }) =>
      persist(async () => {
        // She chooses for one, and says of the other that he is nobody of theirs.
        const open = await office('openCandidates', {});
        if (!isDone(open)) return open;
        const lines = valueOf<{ rows: { record: string; name: string; activity: string }[] }>(open).rows;
        const own = lines.filter(({ activity }) => activity.startsWith(title));
        const choices = Object.fromEntries(
          own.map(({ record, name }) => [record, name === person.name ? person.number : '']),
        );
        // Who sends again what was answered already sees no line any more.
        const known = own.length > 0 ? choices : await settledOf(day.rows, title, person);
        return office('settleCandidates', { choices: known }, key);
      }),
    missing: (_, { person, title }, state) =>
      Promise.resolve(isRecorded(state, title, `${person.number} ${person.name}`, '― ')),
  }),
  operation({
    name: '申請なしで付与 by an import',
    later: TOLD,
    tabs: ['受講履歴', 'ポイント', '通知', '_要約'],
    commits: 4,
    people: ['sameMail'],
    arrange: async (stage) => {
      const person = await stage.day.person('sameMail');
      await grantWithoutApplying(stage);
      const title = `実務セミナー（${person.number}）`;
      return { person, title, rows: [attended(2, person, title, 'セミナー')], key: newKey() };
    },
    act: (stage, { rows, key }) => importRows(stage, 'Attendance', rows, key),
    missing: (_, { person, title }, state) => {
      const own = state
        .tab('ポイント')
        .rows.filter((row) => row['登録番号'] === person.number && row['名称'] === title);
      const granted = own.map((row) => `${textOf(row['状態'])} ${textOf(row['承認ポイント'])}`).join();
      return Promise.resolve([
        ...isRecorded(state, title, `${person.number} ${person.name}`),
        ...(granted === '承認 1' ? [] : [`ポイント has 「${granted}」 of it`]),
        ...mailsMissing(person, state, 'ポイントの申請を承認しました'),
      ]);
    },
  }),
  operation({
    name: '行事 imported',
    tabs: ['行事', '_要約'],
    commits: 1,
    people: ['sameMail'],
    arrange: async (stage) => {
      const person = await stage.day.person('sameMail');
      const known = [eventOf(person, '甲', 1, 2)];
      if (!(await importRows(stage, 'Events', known, newKey()))) throw new Error('The list was refused.');
      return { person, rows: [eventOf(person, '甲', 2, 2), eventOf(person, '乙', 3, 3)], key: newKey() };
    },
    act: (stage, { rows, key }) => importRows(stage, 'Events', rows, key),
    missing: (_, { person }, state) => {
      const own = state.tab('行事').rows.filter((row) => textOf(row['行事コード']).endsWith(person.number));
      const held = own.map((row) => `${textOf(row['行事コード'])[1] ?? ''}${textOf(row['ポイント'])}`).sort();
      return Promise.resolve(held.join() === '乙3,甲2' ? [] : [`行事 has ${held.join()}`]);
    },
  }),
];

/** What was chosen for rows that are settled by now, by 記録番号. */
async function settledOf(
  rowsOf: (tab: string) => Promise<Record<string, string>[]>,
  title: string,
  { number }: Person,
): Promise<Record<string, string>> {
  const own = (await rowsOf('受講履歴')).filter((row) => row['名称'] === title);
  return Object.fromEntries(
    own.map((row) => [row['記録番号'] ?? '', row['登録番号'] === number ? number : '']),
  );
}

/** Types 申請なしで付与 = する beside セミナー in 区分. */
async function grantWithoutApplying({ day }: Stage): Promise<void> {
  const { display } = await day.control.get<{ display: string[][] }>(
    `/api/sheets/${encodeURIComponent('区分')}`,
  );
  const [headers = []] = display;
  const at = display.findIndex(([category]) => category === 'セミナー') + 1;
  const letter = String.fromCharCode(65 + headers.indexOf('申請なしで付与'));
  await byHand(day, { tab: '区分', range: `${letter}${String(at)}`, values: [['する']] });
}
