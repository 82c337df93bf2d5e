import { instantOfDay } from '../../src/domain/fields/instant';
import { lapses, mayHaveLapsed } from '../../src/domain/lapse';
import { countPoints, type PointRecord } from '../../src/domain/points';
import type { RenewalRecord } from '../../src/domain/renewal';
import { now, periods, record, rulesWith, waiting } from './records';

const rules = rulesWith();
const since = '2026-11-20';
const lapsesOn = (
  today: string,
  person: { state?: string; records?: PointRecord[]; renewals?: RenewalRecord[] } = {},
) =>
  lapses(
    {
      state: person.state ?? '有効',
      periods,
      counted: countPoints(person.records ?? [], periods, rules),
      renewals: person.renewals ?? [],
    },
    today,
    since,
    rules.settings,
  );
const renewal = (state: string, decided: number | null = null): RenewalRecord => ({
  ...{ receipt: 'K26-000001-0', validTo: now.end, state, decidedAt: decided, fixBy: '' },
  resolvedOn: decided === null ? '' : '2027-04-02',
});

describe('失効 (product.md, Rules: the job proposes, a person presses)', () => {
  test('is proposed from the day after 満了日', () => {
    expect(lapsesOn('2027-03-31')).toBe(false);
    expect(lapsesOn('2027-04-01')).toBe(true);
  });

  test('not while a renewal is under way, but after it was refused', () => {
    expect(lapsesOn('2027-04-01', { renewals: [renewal('申請中')] })).toBe(false);
    expect(lapsesOn('2027-04-01', { renewals: [renewal('不承認', 1)] })).toBe(true);
  });

  test('not while points wait that came in time, and not within 救済日数 of their approval', () => {
    const inTime = record({ ...waiting, receivedOn: '2027-03-31' });
    expect(lapsesOn('2027-05-01', { records: [inTime] })).toBe(false);
    const approved = { ...inTime, state: '承認', granted: 2, decidedAt: instantOfDay('2027-04-10') };
    expect(lapsesOn('2027-04-24', { records: [approved] })).toBe(false);
    expect(lapsesOn('2027-04-25', { records: [approved] })).toBe(true);
    expect(lapsesOn('2027-04-01', { records: [{ ...inTime, receivedOn: '2027-04-01' }] })).toBe(true);
  });

  test('not of who is 休止, or has ended otherwise; a blank 状態 is 有効', () => {
    for (const state of ['休止', '失効', '登録抹消', '取消'])
      expect(lapsesOn('2027-04-01', { state })).toBe(false);
    expect(lapsesOn('2027-04-01', { state: '' })).toBe(true);
  });

  test('never of anybody whose 満了日 lies before 本番, or is not known (facts/office.md A1)', () => {
    const on = (validTo: string) => mayHaveLapsed({ state: '有効', validTo }, '2027-04-01', since);
    expect([on('2026-11-19'), on('2026-11-20'), on('2027-03-31'), on('2027-04-01'), on('')]).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(
      lapses({ state: '有効', periods: [], counted: [], renewals: [] }, '2027-04-01', since, rules.settings),
    ).toBe(false);
  });
});
