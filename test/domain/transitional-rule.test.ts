import fc from 'fast-check';
import {
  firstPeriod,
  pointsNeeded,
  readTransitionalRules,
  transitionalRuleOf,
} from '../../src/domain/transitional-rule';
import { rulesWith } from './records';

const { settings } = rulesWith();
const text = [
  '第1回～第20回：必要ポイント3、満了日2027年3月31日',
  '第 21 回： 必要ポイント＝０',
  '～2022年3月31日：満了日 令和9年3月31日',
  '2022/4/1から2023/3/31まで：必要ポイント4',
].join('\n');
const { rules, problems } = readTransitionalRules(text);
const of = (certifiedRound: string, certifiedOn = '') =>
  transitionalRuleOf(rules, { certifiedRound, certifiedOn });

describe('経過措置 (facts/office.md A25: by 認定回 or 認定日)', () => {
  test('is read line by line', () => {
    expect(problems).toEqual([]);
    expect(rules).toEqual([
      { by: '認定回', from: 1, to: 20, needed: 3, end: '2027-03-31' },
      { by: '認定回', from: 21, to: 21, needed: 0, end: null },
      { by: '認定日', from: null, to: '2022-03-31', needed: null, end: '2027-03-31' },
      { by: '認定日', from: '2022-04-01', to: '2023-03-31', needed: 4, end: null },
    ]);
    expect(readTransitionalRules('')).toEqual({ rules: [], problems: [] });
  });

  test.each([
    '第1回～第20回',
    '第1回～第20回：',
    '第1回～2022年3月31日：必要ポイント3',
    '初回：必要ポイント3',
    '～：必要ポイント3',
    '第1回：必要ポイント三',
    '第1回：満了日2027年2月29日',
    '第1回：必要ポイント3：4',
    '第1回～第2回～第3回：必要ポイント3',
  ])('%j is reported, not guessed', (line) => {
    expect(readTransitionalRules(`${line}；第9回：必要ポイント3`)).toEqual({
      rules: [expect.objectContaining({ from: 9 })],
      problems: [line],
    });
  });

  test('concerns whom it names, the first line first', () => {
    expect(of('第２０回')?.needed).toBe(3);
    expect(of('第21回', '2022-03-31')?.needed).toBe(0);
    expect(of('', '2022-03-31')?.end).toBe('2027-03-31');
    expect(of('第30回', '2023-03-31')?.needed).toBe(4);
    expect(of('第30回', '2023-04-01')).toBeUndefined();
    expect(of('', '')).toBeUndefined();
  });

  test('lowers 必要ポイント in its period only', () => {
    const needed = (round: string, term: number, end: string) =>
      pointsNeeded(of(round), { term, end }, settings);
    expect(needed('第20回', 1, '2027-03-31')).toBe(3);
    expect(needed('第20回', 2, '2027-03-31')).toBe(3);
    expect(needed('第20回', 2, '2032-03-31')).toBe(5);
    expect(needed('第21回', 1, '2029-03-31')).toBe(0);
    expect(needed('第21回', 2, '2034-03-31')).toBe(5);
    expect(needed('第30回', 1, '2030-03-31')).toBe(5);
    expect(pointsNeeded(of('', '2022-03-31'), { term: 1, end: '2027-03-31' }, settings)).toBe(5);
  });

  test('gives the first period its end', () => {
    const first = (certifiedOn: string) =>
      firstPeriod({ number: '7', certifiedOn }, of('', certifiedOn), settings);
    expect(first('2021-10-01')).toEqual({
      ...{ number: '7', term: 1, start: '2021-10-01', end: '2027-03-31', basis: '新規認定' },
    });
    expect(first('2024-02-29').end).toBe('2029-02-28');
  });

  test('whatever is typed is read or reported', () => {
    const typed = fc.string({
      unit: fc.constantFrom(
        '第',
        '1',
        '回',
        '～',
        '：',
        '、',
        '必要ポイント',
        '満了日',
        '2027年3月31日',
        '；',
        '\n',
        ' ',
      ),
    });
    fc.assert(
      fc.property(typed, (any) => {
        const lines = any.split(/[\n；]/).filter((line) => line.trim() !== '').length;
        const read = readTransitionalRules(any);
        expect(read.rules.length + read.problems.length).toBe(lines);
      }),
    );
  });
});
