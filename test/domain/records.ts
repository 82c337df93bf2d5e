import { readCategories, type Category } from '../../src/domain/category';
import type { AssociationEvent } from '../../src/domain/activity';
import type { Period } from '../../src/domain/period';
import type { PointRecord, PointRules } from '../../src/domain/points';
import { readSettings, type Settings } from '../../src/domain/settings';

/** An approved seminar, changed where the test says; 受付番号 counts up unless given. */
export function record(changes: Partial<PointRecord> = {}): PointRecord {
  return {
    receipt: 'P26-000001-0',
    category: 'セミナー',
    role: '',
    eventCode: '',
    title: 'セミナー「求人の聞き方」',
    host: '当協会',
    attendedOn: '2024-06-10',
    endedOn: '',
    hours: null,
    claimed: 2,
    granted: 2,
    state: '承認',
    receivedOn: '2024-06-20',
    appliedAt: null,
    decidedAt: 1_718_900_000_000,
    fixBy: '',
    ...changes,
  };
}

/** A 職業紹介責任者講習 held by the association. */
export function course(changes: Partial<PointRecord> = {}): PointRecord {
  return record({ category: '講習', title: '職業紹介責任者講習', claimed: 0, granted: 0, ...changes });
}

export const waiting = { state: '申請中', decidedAt: null, granted: null } as const;

/** Two periods that follow each other. */
export const before: Period = {
  number: '00123',
  term: 1,
  start: '2017-04-01',
  end: '2022-03-31',
  basis: '新規認定',
};
export const now: Period = {
  number: '00123',
  term: 2,
  start: '2022-04-01',
  end: '2027-03-31',
  basis: '更新',
};
export const periods: readonly Period[] = [now, before];

/** Rows of 区分 as an office types them. */
export const categoryRows: readonly Record<string, string | number>[] = [
  {
    category: '講習',
    required: '講習',
    counting: '1回',
    points: '',
    repeated: '同日1回',
    hostRule: '当協会のみ',
  },
  { category: 'セミナー', required: '―', counting: '1回', points: 2, cap: 4, repeated: '同日1回' },
  { category: '講演会', required: '―', role: '参加', counting: '1回', points: 1, repeated: '期間1回' },
  { category: '講演会', role: '講師', counting: '1時間', points: 1.5, rounding: '切り上げ' },
  { category: '研究会', counting: '1回', points: 3, repeated: '制限なし', hostRule: '当協会のみ' },
  { category: 'その他', counting: '事務局', repeated: '制限なし' },
];

export function categoriesOf(rows: readonly Record<string, string | number>[]): Category[] {
  const { categories, problems } = readCategories(rows);
  expect(problems).toEqual([]);
  return categories;
}

export function rulesWith(changes: Partial<Settings> = {}): PointRules & { settings: Settings } {
  return { categories: categoriesOf(categoryRows), settings: { ...readSettings([]).settings, ...changes } };
}

export function event(changes: Partial<AssociationEvent> = {}): AssociationEvent {
  return {
    eventCode: 'S-1',
    title: 'セミナー「面談の技法」',
    category: 'セミナー',
    host: '当協会',
    startsOn: '2027-02-01',
    endsOn: '',
    form: '会場',
    points: null,
    ...changes,
  };
}
