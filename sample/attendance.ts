/** Who came to the events, in the office's own tab 受講者名簿: most of them are not registrants at all. */
import type { CaseName } from './cases';
import type { Calendar } from './cohorts';
import type { Event, EventKind } from './events';
import { asDate, handNumber } from './handwriting';
import { fullKana, fullName, pickName, plainName } from './names';
import type { Person } from './person';
import { workplaceOf } from './places';
import { createRandom } from './random';
import type { Random } from './random';

export const attendanceTab = '受講者名簿';

export const attendanceHeaders = [
  '開催日',
  '行事名',
  '氏名',
  'ふりがな',
  '会社名',
  '登録番号',
  '出欠',
  '時間',
  '備考',
] as const;

/** Registrants who come to one event, whatever the size of the register. */
const mostRegistrants = 200;

/** What each named person attended: the newest events of these kinds that are over. */
const attended: Partial<Record<CaseName, readonly { kind: EventKind; ours: boolean; count: number }[]>> = {
  inWindowComplete: [
    { kind: '職業紹介責任者講習', ours: true, count: 1 },
    { kind: 'セミナー', ours: true, count: 2 },
    { kind: '講演会', ours: true, count: 1 },
  ],
  inWindowNoCourse: [
    { kind: '職業紹介責任者講習', ours: false, count: 1 },
    { kind: 'セミナー', ours: true, count: 1 },
    { kind: '研究会', ours: true, count: 1 },
  ],
  inWindowShort: [
    { kind: '職業紹介責任者講習', ours: true, count: 1 },
    { kind: 'セミナー', ours: true, count: 1 },
    { kind: '講演会', ours: true, count: 1 },
  ],
};

/** Events over by today that a named person attended; empty for anybody else. */
export function eventsOfCase(name: CaseName, events: readonly Event[], calendar: Calendar): Event[] {
  const over = events.filter((event) => event.end < calendar.today).reverse();
  return (attended[name] ?? []).flatMap(({ kind, ours, count }) =>
    over.filter((event) => event.kind === kind && (event.host === '当協会') === ours).slice(0, count),
  );
}

const presence = (random: Random): '出席' | '欠席' | '途中退席' => {
  const chance = random.next();
  return chance < 0.9 ? '出席' : chance < 0.97 ? '欠席' : '途中退席';
};

function registrantRow(event: Event, person: Person, present: string, random: Random): string[] {
  const name = random.chance(0.5) ? plainName(person.name) : person.name;
  const typed = random.chance(0.3) ? fullName(name).replace('　', ' ') : fullName(name);
  const number = random.chance(0.3) ? handNumber(person.number, random) : '';
  const firm = person.workplace?.name ?? '';
  return [
    asDate(event.end),
    event.name,
    typed,
    fullKana(name),
    firm,
    number,
    present,
    hoursAs(event, present),
    '',
  ];
}

const hoursAs = (event: Event, present: string): string =>
  present === '欠席' ? '' : String(present === '途中退席' ? event.hours / 2 : event.hours);

function strangerRow(event: Event, index: number, random: Random): string[] {
  const name = pickName(random);
  const present = presence(random);
  const firm = workplaceOf(index % 100, random).name;
  const note = random.chance(0.05) ? '当日参加' : '';
  return [
    asDate(event.end),
    event.name,
    fullName(name),
    fullKana(name),
    firm,
    '',
    present,
    hoursAs(event, present),
    note,
  ];
}

/** Rows of 受講者名簿, event by event, in the order people came. */
export function attendanceRows(
  events: readonly Event[],
  people: readonly Person[],
  cases: ReadonlyMap<CaseName, Person>,
  calendar: Calendar,
): string[][] {
  const named = new Set([...cases.values()].map((person) => person.number));
  const ordinary = people.filter((person) => !named.has(person.number) && person.condition !== '死亡');
  const comers = Math.min(mostRegistrants, Math.ceil(people.length * 0.04));
  return events
    .filter((event) => event.end < calendar.today)
    .flatMap((event, index) => {
      const random = createRandom(`event ${index} ${event.name}`);
      const chosen = new Set<Person>();
      while (chosen.size < Math.min(comers, ordinary.length)) chosen.add(random.pick(ordinary));
      const rows = [...chosen].map((person) => registrantRow(event, person, presence(random), random));
      for (const [name, person] of cases) {
        if (eventsOfCase(name, events, calendar).includes(event))
          rows.push(registrantRow(event, person, '出席', random));
      }
      for (let stranger = 0; stranger < comers * 2; stranger++)
        rows.push(strangerRow(event, stranger, random));
      return rows;
    });
}
