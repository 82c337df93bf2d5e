import fc from 'fast-check';
import {
  attendanceMatcher,
  rememberedKey,
  type ImportGiven,
  type ImportRegistrant,
} from '../../src/domain/attendance-import';
import type { AttendanceRow } from '../../src/domain/fields/attendance-list';
import type { Attendance } from '../../src/domain/match-attendance';
import { event, now } from './records';

const takahashi: ImportRegistrant = {
  number: '00123',
  names: ['髙橋　一郎', '山田一郎'],
  kana: 'タカハシ　イチロウ',
  birthDate: '1963-04-01',
  periods: [now],
};
const sato = {
  ...takahashi,
  number: '00200',
  names: ['佐藤恵子'],
  kana: 'サトウ ケイコ',
  birthDate: '1970-01-01',
};
const namesake = { ...sato, number: '00201', birthDate: '1980-02-02' };
const row = (changes: Partial<AttendanceRow> = {}): AttendanceRow => ({
  line: 2,
  number: '',
  name: '高橋一郎',
  kana: '',
  birthDate: '',
  eventCode: '',
  title: 'セミナー',
  category: '',
  host: '',
  attendedOn: '2024-06-10',
  presence: '出席',
  hours: null,
  unreadable: [],
  ...changes,
});
const given = (changes: Partial<ImportGiven> = {}): ImportGiven => ({
  registrants: [takahashi, sato, namesake],
  attendance: [],
  events: [],
  remembered: new Map(),
  ...changes,
});
const match = (changes: Partial<AttendanceRow> = {}, more: Partial<ImportGiven> = {}) =>
  attendanceMatcher(given(more))(row(changes));
const brief = (...args: Parameters<typeof match>) => {
  const { result, number, candidates } = match(...args);
  return [result, number, candidates.map((each) => each.number)];
};

describe('who of a list is which registrant (facts/domain.md D1: number, then number and kana, then kana and birth date, then a person)', () => {
  test('the number with the name or the kana is sure, however it is written', () => {
    expect(brief({ number: '第123号' })).toEqual(['一致', '00123', []]);
    expect(brief({ number: '00123', name: '', kana: 'たかはしいちろう' })).toEqual(['一致', '00123', []]);
    expect(brief({ number: '00123', name: '山田　一郎' })).toEqual(['一致', '00123', []]);
  });

  test('the number with another name is for a person to look at', () => {
    expect(brief({ number: '00123', name: '鈴木花子' })).toEqual(['候補', '', ['00123']]);
    expect(match({ number: '00123', name: '佐藤恵子' }).candidates).toEqual([
      expect.objectContaining({
        number: '00123',
        same: { number: true, name: false, kana: false, birthDate: false },
      }),
      expect.objectContaining({ number: '00200' }),
      expect.objectContaining({ number: '00201' }),
    ]);
  });

  test('the birth date with the name or the kana is sure, and tells namesakes apart', () => {
    expect(brief({ birthDate: '1963-04-01' })).toEqual(['一致', '00123', []]);
    expect(brief({ name: '佐藤 惠子', birthDate: '1980-02-02' })).toEqual(['一致', '00201', []]);
    expect(brief({ name: '佐藤恵子', birthDate: '1990-03-03' })).toEqual(['登録者以外', '', []]);
    expect(brief({ number: '00123', birthDate: '1963-04-02' })).toEqual(['候補', '', ['00123']]);
  });

  test('a number nobody has is for a person to look at, whatever else agrees', () => {
    expect(brief({ number: '999', birthDate: '1963-04-01' })).toEqual(['候補', '', ['00123']]);
  });

  test('of two people whom everything fits neither is taken; leading zeros tell two numbers apart', () => {
    const twins = { registrants: [sato, { ...sato, number: '00202' }] };
    expect(brief({ name: '佐藤恵子', birthDate: '1970-01-01' }, twins)).toEqual([
      '候補',
      '',
      ['00200', '00202'],
    ]);
    const zeros = { registrants: [takahashi, { ...takahashi, number: '123' }] };
    expect(brief({ number: '00123' }, zeros)).toEqual(['一致', '00123', []]);
    expect(brief({ number: '0123' }, zeros)).toEqual(['候補', '', ['00123', '123']]);
  });

  test('a name alone, or with its kana, is a candidate', () => {
    expect(brief()).toEqual(['候補', '', ['00123']]);
    expect(brief({ kana: 'タカハシイチロウ' })).toEqual(['候補', '', ['00123']]);
    expect(brief({ name: '佐藤恵子' })).toEqual(['候補', '', ['00200', '00201']]);
    expect(brief({ name: '高梁一朗', kana: 'ﾀｶﾊｼｲﾁﾛｳ' })).toEqual(['候補', '', ['00123']]);
  });

  test('anybody else is no registrant', () => {
    expect(brief({ name: '鈴木花子', kana: 'スズキハナコ' })).toEqual(['登録者以外', '', []]);
    expect(brief({ name: '', kana: '' })).toEqual(['登録者以外', '', []]);
    expect(brief({ number: '999', name: '鈴木花子' })).toEqual(['登録者以外', '', []]);
  });

  test('what a person chose for the name is remembered, also that it is nobody', () => {
    const remember = (number: string) => ({ remembered: new Map([[rememberedKey(row()), number]]) });
    expect(brief({ name: '髙 橋一郎' }, remember('00123'))).toEqual(['一致', '00123', []]);
    expect(brief({}, remember(''))).toEqual(['登録者以外', '', []]);
    expect(brief({ number: '00200' }, remember('00123'))).toEqual(['候補', '', ['00200', '00123']]);
    expect(brief({}, remember('00999'))).toEqual(['候補', '', ['00123']]);
  });

  test('so is one whom nothing in the list suggests, her number typed by hand; the same list again is 重複', () => {
    const unknown = { name: '鈴木花子', kana: 'スズキハナコ' };
    const remembered = (number: string, changes = {}) => new Map([[rememberedKey(row(changes)), number]]);
    expect(brief({}, { remembered: remembered('00200') })).toEqual(['一致', '00200', []]);
    expect(brief(unknown, { remembered: remembered('00200', unknown) })).toEqual(['一致', '00200', []]);
    const again = {
      ...{ record: 'J-1', number: '00200', name: '', kana: '', eventCode: '', title: 'セミナー' },
      ...{ category: '', host: '', attendedOn: '2024-06-10', presence: '出席', hours: null },
    };
    expect(match({}, { remembered: remembered('00200'), attendance: [again] }).result).toBe('重複');
    // Another birth date says that the name is another person's this time.
    expect(brief({ birthDate: '1990-05-05' }, { remembered: remembered('00200') })[0]).toBe('登録者以外');
  });
});

describe('what becomes of a row', () => {
  const sure = { number: '123' };
  const held: Attendance = {
    ...{ record: 'J-1', number: '00123', name: '', kana: '', eventCode: 'S-1', title: 'セミナー' },
    ...{ category: '', host: '', attendedOn: '2024-06-10', presence: '出席', hours: null },
  };

  test('欠席 goes before everything', () => {
    expect(brief({ ...sure, presence: '欠席' })).toEqual(['欠席', '00123', []]);
    expect(match({ name: '鈴木花子', presence: '欠席' }).result).toBe('欠席');
    expect(match({ ...sure, presence: '途中退席' }).result).toBe('一致');
  });

  test('another 出欠 of what is held corrects that row; the same one is 重複, 欠席 too', () => {
    const absent = { ...held, record: 'J26-000001', presence: '欠席' };
    const again = { attendance: [absent] };
    expect(match(sure, again)).toMatchObject({ result: '一致', corrects: 'J26-000001' });
    expect(match({ ...sure, presence: '欠席' }, again)).toMatchObject({ result: '重複', corrects: '' });
    const present = { ...absent, presence: '出席' };
    expect(match({ ...sure, presence: '欠席' }, { attendance: [present] })).toMatchObject({
      ...{ result: '欠席', corrects: 'J26-000001' },
    });
  });

  test('a 候補 held is 重複 once; a second one of that name in the list stays 候補', () => {
    const kept = { ...held, number: '', record: 'J26-000001', name: '佐藤恵子', kana: '' };
    const matcher = attendanceMatcher(given({ attendance: [kept] }));
    const listed = row({ name: '佐藤恵子' });
    expect([listed, listed].map((one) => matcher(one).result)).toEqual(['重複', '候補']);
    const early = attendanceMatcher(given({ attendance: [kept] }))({ ...listed, presence: '途中退席' });
    expect(early).toMatchObject({ result: '候補', corrects: 'J26-000001' });
  });

  test('重複: held already, or twice in the list', () => {
    expect(match(sure, { attendance: [held] }).result).toBe('重複');
    expect(match({ ...sure, title: '別', eventCode: 'S-1' }, { attendance: [held] }).result).toBe('重複');
    expect(match({ ...sure, attendedOn: '2024-06-11' }, { attendance: [held] }).result).toBe('一致');
    expect(match(sure, { attendance: [{ ...held, number: '00200' }] }).result).toBe('一致');
    const matcher = attendanceMatcher(given());
    expect(
      [row(sure), row(sure), row({ ...sure, title: '午後' })].map((each) => matcher(each).result),
    ).toEqual(['一致', '重複', '一致']);
  });

  test('期間外: in none of the person’s periods; unknown periods exclude nothing', () => {
    expect(match({ ...sure, attendedOn: '2022-03-31' }).result).toBe('期間外');
    expect(match({ ...sure, attendedOn: '2022-04-01' }).result).toBe('一致');
    const unknown = { registrants: [{ ...takahashi, periods: [] }] };
    expect(match({ ...sure, attendedOn: '2000-01-01' }, unknown).result).toBe('一致');
  });

  test('the 行事 is found by its code, or by title and day, and gives the day that the list leaves out', () => {
    const events = [
      event({ eventCode: 'S-9', title: 'セミナー', startsOn: '2024-06-09', endsOn: '2024-06-10' }),
    ];
    expect(match(sure, { events }).event?.eventCode).toBe('S-9');
    expect(match({ ...sure, attendedOn: '2024-06-11' }, { events }).event).toBeNull();
    const coded = match({ ...sure, eventCode: 's-9', attendedOn: '', title: '' }, { events });
    expect([coded.result, coded.event?.eventCode]).toEqual(['一致', 'S-9']);
  });

  test('every row has one result; nobody is linked whose number, name and kana all differ', () => {
    const rows = fc.array(
      fc.record({
        number: fc.constantFrom('', '123', '00200', '777'),
        name: fc.constantFrom('高橋一郎', '佐藤恵子', '鈴木花子', ''),
        kana: fc.constantFrom('', 'タカハシ　イチロウ', 'スズキハナコ'),
        birthDate: fc.constantFrom('', '1963-04-01', '1980-02-02'),
        presence: fc.constantFrom('出席', '欠席', '途中退席'),
        attendedOn: fc.constantFrom('2024-06-10', '2000-01-01'),
      }),
    );
    fc.assert(
      fc.property(rows, (list) => {
        const matcher = attendanceMatcher(given());
        for (const each of list.map(row)) {
          const { result, number, candidates } = matcher(each);
          if (['一致', '重複', '期間外'].includes(result))
            expect([number !== '', candidates]).toEqual([true, []]);
          if (result === '候補') expect([number, candidates.length > 0]).toEqual(['', true]);
          if (result === '登録者以外') expect([number, candidates]).toEqual(['', []]);
          if (each.name === '鈴木花子' && each.kana !== 'タカハシ　イチロウ') expect(number).toBe('');
        }
      }),
    );
  });
});
