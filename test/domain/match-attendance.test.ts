import { matchAttendance, type Attendance, type MatchPerson } from '../../src/domain/match-attendance';
import type { PointRecord } from '../../src/domain/points';
import { course, event, periods, record, rulesWith, waiting } from './records';

const rules = rulesWith();
const attended = (changes: Partial<Attendance> = {}): Attendance => ({
  record: 'J-1',
  number: '123',
  name: '髙橋一郎',
  kana: 'ﾀｶﾊｼ ｲﾁﾛｳ',
  eventCode: '',
  title: 'セミナー「求人の聞き方」',
  category: 'セミナー',
  host: '当協会',
  attendedOn: '2024-06-10',
  presence: '出席',
  hours: 2,
  ...changes,
});
const applied = (changes: Partial<PointRecord> = {}) =>
  record({ receipt: 'P26-000005-0', ...waiting, ...changes });
const match = (application: PointRecord, person: Partial<MatchPerson> = {}, more = rules) =>
  matchAttendance(
    application,
    {
      number: '00123',
      names: ['高橋　一郎'],
      kana: 'タカハシ　イチロウ',
      periods,
      records: [application],
      attendance: [],
      events: [],
      ...person,
    },
    more,
  );
const result = (application: PointRecord, person: Partial<MatchPerson> = {}, more = rules) =>
  match(application, person, more).result;

describe('照合 with 受講履歴 (product.md, Secretariat: explained match)', () => {
  test('一致: number, activity and day agree; the facts say how the row names the person', () => {
    const found = match(applied(), { attendance: [attended()] });
    expect(found).toMatchObject({
      result: '一致',
      attendance: { record: 'J-1' },
      by: { number: true, name: true, kana: true },
      daysOff: 0,
      duplicateOf: null,
    });
  });

  test('一致 even if the name was another one then, or differs by a variant', () => {
    expect(result(applied(), { attendance: [attended({ name: '山田一郎', kana: '' })] })).toBe('一致');
    expect(match(applied(), { attendance: [attended({ number: '', name: '髙橋　一郎' })] }).by).toEqual({
      number: false,
      name: true,
      kana: true,
    });
  });

  test('日付違い: the same activity on another day, with the days between', () => {
    const off = (attendedOn: string) => match(applied(), { attendance: [attended({ attendedOn })] });
    expect(off('2024-06-11')).toMatchObject({ result: '日付違い', daysOff: 1 });
    expect(off('2024-05-11')).toMatchObject({ result: '日付違い', daysOff: -30 });
  });

  test('日付違い: an activity named otherwise is known by its 区分, if the day is near', () => {
    const other = (attendedOn: string) =>
      result(applied({ title: '求人セミナー' }), { attendance: [attended({ attendedOn })] });
    expect(other('2024-06-10')).toBe('一致');
    expect(other('2024-06-30')).toBe('日付違い');
    expect(other('2024-09-10')).toBe('記録なし');
  });

  test('any day of an activity of several days agrees', () => {
    const days = applied({ attendedOn: '2024-06-09', endedOn: '2024-06-11' });
    expect(result(days, { attendance: [attended()] })).toBe('一致');
  });

  test('氏名のみ一致: a row without number, by the name of today or a former one', () => {
    const nameless = attended({ number: '' });
    expect(result(applied(), { attendance: [nameless] })).toBe('氏名のみ一致');
    const married = { names: ['佐藤一郎', '高橋一郎'], kana: 'サトウ イチロウ', attendance: [nameless] };
    expect(match(applied(), married)).toMatchObject({
      result: '氏名のみ一致',
      by: { number: false, name: true, kana: false },
    });
  });

  test('a row of somebody else, even of the same name, is none', () => {
    expect(result(applied(), { attendance: [attended({ number: '124' })] })).toBe('記録なし');
    expect(result(applied(), { attendance: [attended({ number: '', name: '鈴木花子', kana: '' })] })).toBe(
      '記録なし',
    );
    expect(result(applied())).toBe('記録なし');
  });

  test('the number goes before the name, and the right day before another', () => {
    const rows = [
      attended({ record: 'name', number: '' }),
      attended({ record: 'day', attendedOn: '2024-06-12' }),
      attended({ record: 'right' }),
    ];
    expect(match(applied(), { attendance: rows })).toMatchObject({
      result: '一致',
      attendance: { record: 'right' },
    });
  });

  test.each(['欠席', '途中退席'])(
    'who was %s has no record of attendance, and the row says why',
    (presence) => {
      expect(match(applied(), { attendance: [attended({ presence })] })).toMatchObject({
        result: '記録なし',
        attendance: { presence },
      });
    },
  );

  test('期間外: in no period, or in one that was over when it was applied for', () => {
    expect(result(applied({ attendedOn: '2016-01-01' }), { attendance: [attended()] })).toBe('期間外');
    const old = { attendedOn: '2022-03-01' };
    expect(result(applied({ ...old, receivedOn: '2022-03-31' }))).toBe('記録なし');
    expect(result(applied({ ...old, receivedOn: '2022-04-01' }))).toBe('期間外');
  });

  test('対象外の主催: a 講習 of another body, also if the applicant wrote 当協会 (office.md A3)', () => {
    const application = course({
      ...applied({ title: '職業紹介責任者講習' }),
      category: '講習',
      host: '当協会',
    });
    const theirs = event({
      eventCode: 'X-1',
      title: '職業紹介責任者講習',
      host: 'ほかの団体',
      startsOn: '2024-06-10',
    });
    expect(match(application, { events: [theirs] })).toMatchObject({
      result: '対象外の主催',
      host: 'ほかの団体',
      event: { eventCode: 'X-1' },
    });
    expect(result(course({ host: 'ほかの団体' }))).toBe('対象外の主催');
    const allowed = rulesWith({ otherCourses: 'ポイントとして認める' });
    expect(result(course({ host: 'ほかの団体' }), {}, allowed)).toBe('記録なし');
    expect(result(applied({ category: '研究会', host: 'ほかの団体' }))).toBe('対象外の主催');
  });

  test('重複の疑い: another application of the same day and 区分, decided or earlier', () => {
    const other = (changes: Partial<PointRecord>) => {
      const records = [applied(), record({ receipt: 'P26-000002-0', title: '別の書き方', ...changes })];
      return match(applied(), { records, attendance: [attended()] });
    };
    expect(other({})).toMatchObject({ result: '重複の疑い', duplicateOf: 'P26-000002-0' });
    expect(other({ ...waiting }).result).toBe('重複の疑い');
    expect(other({ ...waiting, receipt: 'P26-000006-0' }).result).toBe('一致');
    expect(other({ receipt: 'P26-000006-0' }).result).toBe('重複の疑い');
    expect(other({ state: '不承認' }).result).toBe('一致');
    expect(other({ attendedOn: '2024-06-11' }).result).toBe('一致');
    expect(other({ role: '講師' }).result).toBe('一致');
  });

  test('重複の疑い: the same activity again in a period, where it counts once a period', () => {
    const talk = { category: '講演会', role: '参加', title: '講演会「これから」' };
    const records = [record({ ...talk, receipt: 'P26-000002-0', attendedOn: '2023-06-10' })];
    expect(result(applied(talk), { records })).toBe('重複の疑い');
    expect(result(applied({ ...talk, title: '別の講演会' }), { records })).toBe('記録なし');
  });

  test('重複の疑い: with 制限なし only the very same on the same day', () => {
    const circle = { category: '研究会', title: '研究会' };
    const records = [record({ ...circle, receipt: 'P26-000002-0' })];
    expect(result(applied({ ...circle, title: '別の研究会' }), { records })).toBe('記録なし');
    expect(result(applied(circle), { records })).toBe('重複の疑い');
  });
});
