/**
 * 区分: what an activity gives, by the row in force on the day it was applied for.
 * readCategories(cells) → {categories, problems} · categoryOn(categories, 区分, 立場, day) · activityPoints(category, activity)
 * · ruleVersion(category): the text a decision stores
 */
import { dayOfSerial, parseDay } from './fields/date';
import { toPlain, withoutBlanks } from './fields/width';

/** A row of 区分 as the rules use it. */
export interface Category {
  category: string;
  /** 立場; `''` = every one that has no row of its own. */
  role: string;
  /** 必須 = 講習 */
  course: boolean;
  counting: '1回' | '1時間' | '事務局';
  points: number;
  /** What becomes of hours that are no whole number of `unit` (1, or 0.5 where 端数 says so). */
  rounding: '切り上げ' | '切り捨て' | '四捨五入' | 'そのまま';
  unit: number;
  /** 上限: the most this row gives in one period; null = none. */
  cap: number | null;
  repeated: '同日1回' | '期間1回' | '制限なし';
  /** 主催の条件 = 当協会のみ */
  oursOnly: boolean;
  /** 証明書類, `''` if none is asked for. */
  evidence: string;
  withoutApplying: boolean;
  help: string;
  /** 適用開始日, `''` = always. */
  from: string;
}

type Cell = string | number | boolean | null | undefined;

/** A row of 区分 that is not in force: which of the rows given, and the column (its key) nobody can read. */
export interface CategoryProblem {
  index: number;
  column: string;
  reason: 'UNREADABLE' | 'TWICE';
}

/** 立場 of somebody who simply came. */
const ATTENDEE = '参加';
const NOTHING = /^(?:|―|ー|-|なし|無し?)$/;

/**
 * Rows of 区分 by column key, values or raw cells (a date as its serial). A row with a cell that cannot be read is left
 * out and reported, never guessed; rows without 区分 are blank. The same 区分, 立場 and 適用開始日 again is left out too.
 */
export function readCategories(rows: readonly Readonly<Record<string, Cell>>[]): {
  categories: Category[];
  problems: CategoryProblem[];
} {
  const categories: Category[] = [];
  const problems: CategoryProblem[] = [];
  rows.forEach((cells, index) => {
    const text = (column: string) => toPlain(String(cells[column] ?? ''));
    if (text('category') === '') return;
    const unreadable: string[] = [];
    const read = <T>(column: string, reader: (plain: string) => T | undefined, instead: T): T => {
      const value = reader(text(column));
      if (value === undefined) unreadable.push(column);
      return value ?? instead;
    };
    const rounding = text('rounding');
    const category: Category = {
      category: text('category'),
      role: text('role'),
      course: read('required', (plain) => (plain.includes('講習') ? true : no(plain)), false),
      counting: read('counting', readCounting, '1回'),
      points: 0,
      rounding: read('rounding', readRounding, 'そのまま'),
      unit: /0\.5|半/.test(rounding) ? 0.5 : 1,
      cap: read('cap', (plain) => (NOTHING.test(plain) ? null : readNumber(plain)), null),
      repeated: read('repeated', readRepeated, '同日1回'),
      oursOnly: read('hostRule', (plain) => (/のみ|だけ/.test(plain) ? true : anyHost(plain)), false),
      evidence: NOTHING.test(text('evidence')) ? '' : text('evidence'),
      withoutApplying: read('withoutApplying', readYesNo, false),
      help: String(cells.help ?? '').trim(),
      from: read('from', readDay, ''),
    };
    const silent = category.course || category.counting === '事務局';
    category.points = read('points', (plain) => (silent && NOTHING.test(plain) ? 0 : readNumber(plain)), 0);
    const twice = categories.some(
      (other) => keyOf(other) === keyOf(category) && other.from === category.from,
    );
    if (unreadable.length === 0 && !twice) categories.push(category);
    problems.push(...unreadable.map((column) => ({ index, column, reason: 'UNREADABLE' as const })));
    if (twice) problems.push({ index, column: 'category', reason: 'TWICE' });
  });
  return { categories, problems };
}

/**
 * The row in force for an activity applied for on that day (適用開始日; product.md, Rules): of the rows of its 立場 the one
 * that began last, else of the rows without 立場; undefined where none was in force. 立場 left out is 参加.
 */
export function categoryOn(
  categories: readonly Category[],
  category: string,
  role: string,
  day: string,
): Category | undefined {
  const wanted = keyOf({ category, role: withoutBlanks(role) || ATTENDEE });
  const latest = (key: string) =>
    categories
      .filter((each) => keyOf(each) === key && each.from <= day)
      .reduce<Category | undefined>(
        (best, each) => (best && best.from >= each.from ? best : each),
        undefined,
      );
  return latest(wanted) ?? latest(keyOf({ category, role: '' }));
}

/** Which row it is among all that ever were in force: 区分・立場 and 適用開始日, as a decision stores it. */
export function ruleVersion({ category, role, from }: Category): string {
  return `${category}${role && `・${role}`}${from && ` ${from}`}`;
}

/**
 * Points of one activity; null where a person must say (事務局, or hours that are not known). 端数 concerns the hours, as
 * 「1時間未満は切り上げ」 of comparable tables does (facts/office.md A15). ポイント of the 行事 goes first for who simply came.
 */
export function activityPoints(
  { counting, points, rounding, unit }: Category,
  activity: { role?: string; hours?: number | null; eventPoints?: number | null },
): number | null {
  const role = withoutBlanks(activity.role ?? '');
  const { hours = null, eventPoints = null } = activity;
  if (eventPoints !== null && (role === '' || role === ATTENDEE)) return eventPoints;
  if (counting === '1回') return points;
  if (counting === '事務局' || hours === null || hours <= 0) return null;
  const units = Math.round((hours / unit) * 100) / 100;
  const counted = {
    切り上げ: Math.ceil(units),
    切り捨て: Math.floor(units),
    四捨五入: Math.round(units),
    そのまま: units,
  }[rounding];
  return Math.round(counted * unit * points * 100) / 100;
}

function keyOf({ category, role }: Pick<Category, 'category' | 'role'>): string {
  return `${withoutBlanks(category)}/${withoutBlanks(role)}`;
}

function no(plain: string): false | undefined {
  return NOTHING.test(plain) ? false : undefined;
}

function anyHost(plain: string): false | undefined {
  return /^問わない$|^不問$/.test(plain) ? false : no(plain);
}

function readCounting(plain: string): Category['counting'] | undefined {
  if (/時間/.test(plain)) return '1時間';
  if (/事務局/.test(plain)) return '事務局';
  return plain === '' || /回/.test(plain) ? '1回' : undefined;
}

function readRounding(plain: string): Category['rounding'] | undefined {
  if (/五入/.test(plain)) return '四捨五入';
  if (/上げ?/.test(plain)) return '切り上げ';
  if (/捨て?/.test(plain)) return '切り捨て';
  return /そのまま/.test(plain) || NOTHING.test(plain) ? 'そのまま' : undefined;
}

function readRepeated(plain: string): Category['repeated'] | undefined {
  if (/期間/.test(plain)) return '期間1回';
  if (/制限な|無制限/.test(plain)) return '制限なし';
  return plain === '' || /同日/.test(plain) ? '同日1回' : undefined;
}

function readYesNo(plain: string): boolean | undefined {
  return plain === 'する' ? true : plain === 'しない' ? false : no(plain);
}

function readNumber(plain: string): number | undefined {
  const digits = /^([0-9]+(?:\.[0-9]+)?)(?:ポイント|点|P)?$/i.exec(plain)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function readDay(plain: string): string | undefined {
  if (plain === '') return '';
  return /^[0-9]{5}(?:\.[0-9]+)?$/.test(plain) ? dayOfSerial(Number(plain)) : parseDay(plain);
}
