/** How a year is named on the screen and in old tables. */
export type EraName = '西暦' | '明治' | '大正' | '昭和' | '平成' | '令和';

/**
 * The eras with their first and last day. The day of change belongs to both eras in 1912 and 1926
 * (明治45年7月30日 = 大正元年7月30日); 昭和64 ends on 7 January, 平成31 on 30 April. 明治 is read from 1873,
 * when Japan took the Gregorian calendar.
 */
const ERAS = [
  {
    name: '令和',
    letter: 'R',
    year: 2019,
    first: '2019-05-01',
    last: '9999-12-31',
  },
  {
    name: '平成',
    letter: 'H',
    year: 1989,
    first: '1989-01-08',
    last: '2019-04-30',
  },
  {
    name: '昭和',
    letter: 'S',
    year: 1926,
    first: '1926-12-25',
    last: '1989-01-07',
  },
  {
    name: '大正',
    letter: 'T',
    year: 1912,
    first: '1912-07-30',
    last: '1926-12-25',
  },
  {
    name: '明治',
    letter: 'M',
    year: 1868,
    first: '1873-01-01',
    last: '1912-07-30',
  },
] as const;

/** The era of a day (`YYYY-MM-DD`) and its year in it, on a day of change the newer one; undefined before 1873. */
export function eraOf(iso: string): { name: EraName; year: number } | undefined {
  const era = ERAS.find((each) => iso >= each.first);
  return era && { name: era.name, year: Number(iso.slice(0, 4)) - era.year + 1 };
}

/** The era named 昭和, 昭 or S, else undefined. */
export function eraNamed(text: string): (typeof ERAS)[number] | undefined {
  const upper = text.toUpperCase();
  return ERAS.find((era) => era.name === text || era.name.charAt(0) === text || era.letter === upper);
}
