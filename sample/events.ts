/** What the association and others have held, and what is planned, in the office's own tab 行事一覧. */
import type { Calendar } from './cohorts';
import { periodYears } from './cohorts';
import type { Day } from './days';
import { addDays, addMonths, daysBetween } from './days';
import { asDate } from './handwriting';

export const eventsTab = '行事一覧';

export const eventHeaders = [
  '開催日',
  '最終日',
  '行事名',
  '種別',
  '主催',
  '会場',
  '時間',
  '点数',
  '備考',
] as const;

/** A course fulfils the duty; everything else gives points. */
export type EventKind = '職業紹介責任者講習' | 'セミナー' | '講演会' | '研究会';

export interface Event {
  name: string;
  kind: EventKind;
  host: '当協会' | '見本人材団体（他団体）';
  start: Day;
  end: Day;
  place: string;
  hours: number;
  points: number;
}

interface Series {
  name: string;
  kind: EventKind;
  host: Event['host'];
  place: string;
  hours: number;
  points: number;
  /** Days from the first to the last day. */
  length: number;
  /** Months between two of them, and the day of the first one after the start. */
  everyMonths: number;
  offset: number;
}

const series: readonly Series[] = [
  {
    name: '職業紹介責任者講習（見本会場）',
    kind: '職業紹介責任者講習',
    host: '当協会',
    place: '見本会館',
    hours: 6,
    points: 0,
    length: 0,
    everyMonths: 6,
    offset: 40,
  },
  {
    name: '職業紹介責任者講習（例示会場）',
    kind: '職業紹介責任者講習',
    host: '見本人材団体（他団体）',
    place: '例示市民ホール',
    hours: 6,
    points: 0,
    length: 0,
    everyMonths: 12,
    offset: 75,
  },
  {
    name: '職業紹介士セミナー「求人の聞き方」',
    kind: 'セミナー',
    host: '当協会',
    place: 'オンライン',
    hours: 2,
    points: 2,
    length: 0,
    everyMonths: 6,
    offset: 100,
  },
  {
    name: '講演会「これからの紹介業」',
    kind: '講演会',
    host: '当協会',
    place: '見本会館',
    hours: 2,
    points: 1,
    length: 0,
    everyMonths: 12,
    offset: 150,
  },
  {
    name: '事例研究会',
    kind: '研究会',
    host: '当協会',
    place: '見本会館',
    hours: 9,
    points: 3,
    length: 1,
    everyMonths: 12,
    offset: 200,
  },
];

/** Every event from the beginning of the running common period to its end, in order; later ones are plans. */
export function createEvents(calendar: Calendar): Event[] {
  const first = addMonths(addDays(calendar.commonEnd, 1), -12 * periodYears);
  const events = series.flatMap((one): Event[] => {
    const held: Event[] = [];
    for (let month = 0; ; month += one.everyMonths) {
      const start = addDays(addMonths(first, month), one.offset);
      const end = addDays(start, one.length);
      if (end > calendar.commonEnd) return held;
      const { name, kind, host, place, hours, points } = one;
      held.push({ name, kind, host, start, end, place, hours, points });
    }
  });
  return events.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

/** Rows of 行事一覧; the office notes 予定 at what is still to come. */
export function eventRows(events: readonly Event[], calendar: Calendar): string[][] {
  return events.map((event) => [
    asDate(event.start),
    event.end === event.start ? '' : asDate(event.end),
    event.name,
    event.kind,
    event.host,
    event.place,
    String(event.hours),
    event.points === 0 ? '' : String(event.points),
    daysBetween(calendar.today, event.end) >= 0 ? '予定' : '',
  ]);
}
