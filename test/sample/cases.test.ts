import { createAssociation } from '../../sample/association';
import type { CaseName } from '../../sample/cases';
import { caseNames } from '../../sample/cases';
import { addDays, addMonths } from '../../sample/days';
import type { Event } from '../../sample/events';
import { eventsOfCase } from '../../sample/attendance';
import type { Person } from '../../sample/person';

const moments = [
  '2026-11-22T09:00:00+09:00',
  '2027-03-31T23:59:00+09:00',
  '2028-02-29T00:00:00+09:00',
  '2026-08-31T12:00:00+09:00',
  '2027-01-01T00:30:00+09:00',
];

describe.each(moments)('the named people on %s', (now) => {
  const association = createAssociation({ registrants: 300, now });
  const { cases, people, calendar, events } = association;
  const person = (name: CaseName): Person => {
    const found = people.find(({ number }) => number === cases[name].number);
    if (!found) throw new Error(`${name} is not in the register`);
    return found;
  };
  const users = (mail: string): number => people.filter((one) => one.mail === mail).length;
  const attended = (name: CaseName): Event[] => eventsOfCase(name, events, calendar);
  const points = (name: CaseName): number => attended(name).reduce((sum, event) => sum + event.points, 0);
  const courses = (name: CaseName): Event[] =>
    attended(name).filter((event) => event.kind === '職業紹介責任者講習' && event.host === '当協会');

  test('have the addresses their names promise', () => {
    expect(cases.noMail.mail).toBe('');
    expect(cases.noMail.mailToType).not.toBe('');
    expect(cases.sameMail.mailToType).toBe(cases.sameMail.mail);
    expect(cases.otherMail.mail).not.toBe('');
    expect(cases.otherMail.mailToType).not.toBe(cases.otherMail.mail);
    expect(cases.sharedMail.mail).toBe(cases.sharedMailOther.mail);
    expect(users(cases.sharedMail.mail)).toBe(2);
    expect(cases.roleMail.mailToType).toMatch(/^info@/);
  });

  test('have addresses to type that no other person uses, the shared one excepted', () => {
    for (const name of caseNames.filter((one) => !one.startsWith('sharedMail'))) {
      const { number, mailToType } = cases[name];
      expect(people.filter((one) => one.number !== number && one.mail === mailToType)).toEqual([]);
    }
  });

  test('have names and days that are awkward as promised', () => {
    expect(cases.variantKanji.name).toMatch(/髙﨑/);
    expect(cases.leapDay.birthDate).toMatch(/-02-29$/);
    expect(person('leapDay').validity.certified).toMatch(/-02-29$/);
    expect(cases.noBirthDate.birthDate).toBe('');
    expect(person('overseas').home.postalCode).toBe('');
    expect(person('deceased').condition).toBe('死亡');
    expect(person('lapsed').condition).toBe('失効');
    const others = caseNames.filter((name) => !['deceased', 'lapsed'].includes(name));
    for (const name of others) expect(person(name).condition).toBe('有効');
  });

  test('have validities as promised', () => {
    const end = (name: CaseName): string => person(name).validity.validUntil;
    expect(end('lastDay')).toBe(calendar.today);
    expect(end('lapsed') < calendar.today).toBe(true);
    expect(end('monthEnd')).toMatch(/-08-31$/);
    expect(addMonths(end('monthEnd'), -6) > calendar.today).toBe(true);
    for (const name of ['inWindowComplete', 'inWindowNoCourse', 'inWindowShort'] as const) {
      expect(addMonths(end(name), -6) <= calendar.today).toBe(true);
      expect(end(name) > calendar.today).toBe(true);
    }
    const far = caseNames.filter((name) => !/inWindow|lastDay|lapsed|monthEnd/.test(name));
    for (const name of far) expect(end(name) > addMonths(calendar.today, 6)).toBe(true);
  });

  test('have attended what makes them complete, or not', () => {
    expect([courses('inWindowComplete').length, points('inWindowComplete')]).toEqual([1, 5]);
    expect([courses('inWindowNoCourse').length, points('inWindowNoCourse')]).toEqual([0, 5]);
    expect([courses('inWindowShort').length, points('inWindowShort')]).toEqual([1, 3]);
    const start = addDays(addMonths(calendar.commonEnd, -60), 1);
    for (const event of attended('inWindowComplete')) {
      expect(event.start >= start && event.end < calendar.today).toBe(true);
    }
  });
});
