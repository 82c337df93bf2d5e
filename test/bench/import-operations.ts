/** 取込: what a list costs, the dry run and the write; a part is what one press takes over. */
import { attendanceRows, eventRows, importDay } from '../support/import-day';
import type { OfficeDay } from '../support/office-day';
import type { Operation } from './operations';

/** A list of 400: half of them registrants, one 候補 by the name alone, the others nobody of ours. */
async function list(day: OfficeDay) {
  const people = (await day.rows('台帳')).filter((row) => row['状態'] === '有効').slice(0, 201);
  const lines = people.map(
    (row, at) =>
      `${at === 0 ? '' : (row['登録番号'] ?? '')},${row['氏名'] ?? ''},実務セミナー（秋）,2026/10/08`,
  );
  const others = Array.from(
    { length: 199 },
    (_, at) => `,外部 ${String(at)}郎,実務セミナー（秋）,2026/10/08`,
  );
  return attendanceRows(['登録番号,氏名,行事名,開催日', ...lines, ...others].join('\n'));
}

/** One 候補 that stays. */
async function candidate(day: OfficeDay) {
  const { person, imports } = { person: await day.person('noMail'), imports: importDay(day) };
  await imports.take(attendanceRows(`氏名,行事名,開催日\n${person.name},実務セミナー（秋）,2026/10/08`));
  const { rows } = await imports.ask('openCandidates', {});
  return { person, imports, record: rows[0]?.record ?? '' };
}

const EVENTS = eventRows(
  '行事コード,名称,区分,主催,開始日,終了日,形式,ポイント\n' +
    'S-900,実務セミナー（冬）,セミナー,当協会,令和8年12月10日,,オンライン,2\n' +
    ',合宿研修,セミナー,当協会,2026/12/12,2026/12/13,会場,',
);

/** A name is looked for in all of 台帳 and 有効期間: 31 and 8 columns; 受講履歴 and 行事 besides. */
const wholeLists = (registrants: number) => 39 * registrants + 5000;

const office = (name: string, run: (day: OfficeDay) => Promise<unknown>, more: object = {}): Operation => ({
  ...{ name, budget: 14, measured: 'office', run },
  ...more,
});

export const importBench: readonly Operation[] = [
  office(
    '取込: dry run of a list of attendance, 400 rows',
    async (day) => importDay(day).ask('checkAttendance', { rows: await list(day), choices: {} }),
    { budget: 10, cells: wholeLists },
  ),
  office('取込: a part of 受講履歴, 400 rows', async (day) => importDay(day).take(await list(day)), {
    cells: wholeLists,
  }),
  office('取込: 候補 that wait', candidate, { budget: 10, cells: wholeLists }),
  office('取込: settle a 候補', async (day) => {
    const { person, imports, record } = await candidate(day);
    await imports.ask('settleCandidates', { choices: { [record]: person.number } });
  }),
  office(
    '取込: dry run of a list of 行事',
    async (day) => importDay(day).ask('checkEvents', { rows: EVENTS }),
    { budget: 10 },
  ),
  office('取込: 行事', async (day) => {
    const { ask } = importDay(day);
    const { willTake: expected } = await ask('checkEvents', { rows: EVENTS });
    await ask('importEvents', { rows: EVENTS, expected });
  }),
];
