import { createAssociation } from '../../sample/association';
import { caseNames } from '../../sample/cases';
import { ledgerHeaders, textColumns } from '../../sample/ledger';
import type { LedgerHeader } from '../../sample/ledger';
import { attendanceHeaders } from '../../sample/attendance';
import { eventHeaders } from '../../sample/events';
import { enterText } from '../../workspace/sheets/typed-text';

const now = '2026-11-22T09:00:00+09:00';
const association = createAssociation({ registrants: 300, now });
const column = (header: LedgerHeader): string[] => {
  const index = ledgerHeaders.indexOf(header);
  return association.ledger.map((row) => row[index] ?? '');
};
const plain = (text: string): string => text.normalize('NFKC').trim();

describe('the association before us', () => {
  test('is the same every time for the same size and moment', () => {
    expect(createAssociation({ registrants: 300, now })).toEqual(association);
  });

  test.each([caseNames.length, 118, 123, 124, 300, 3_000, 30_000])(
    'comes in the size asked for: %i',
    (registrants) => {
      const made = createAssociation({ registrants, now });
      expect(made.ledger).toHaveLength(registrants);
      expect(new Set(made.people.map((person) => person.number)).size).toBe(registrants);
      expect(Object.keys(made.cases)).toEqual([...caseNames]);
      expect(new Set(Object.values(made.cases).map(({ number }) => number)).size).toBe(caseNames.length);
      expect(made.answers.length).toBeLessThanOrEqual(300);
      expect(made.attendance.length).toBeLessThan(30_000);
    },
  );

  test('refuses a size with no room for the named people', () => {
    expect(() => createAssociation({ registrants: caseNames.length - 1, now })).toThrow('at least 17');
  });

  test('has rows as wide as their headers', () => {
    expect(new Set(association.ledger.map((row) => row.length))).toEqual(new Set([ledgerHeaders.length]));
    expect(new Set(association.attendance.map((row) => row.length))).toEqual(
      new Set([attendanceHeaders.length]),
    );
    expect(new Set(association.eventList.map((row) => row.length))).toEqual(new Set([eventHeaders.length]));
  });

  test('uses only addresses of domains that are reserved for examples', () => {
    const texts = [
      ...association.ledger.flat(),
      ...association.answers.flatMap(({ answers }) => Object.values(answers)),
      ...Object.values(association.cases).flatMap(({ mail, mailToType }) => [mail, mailToType]),
    ].map(plain);
    const addresses = texts.filter((text) => text.includes('@'));
    expect(addresses.length).toBeGreaterThan(200);
    expect(
      addresses.filter((text) => !/^[^\s@]+@([a-z0-9]+\.)*example\.(jp|com|net|org)$/i.test(text)),
    ).toEqual([]);
  });

  test('uses only telephone numbers and postal codes that nobody has', () => {
    const digits = (header: LedgerHeader): string[] =>
      column(header)
        .filter((text) => text !== '' && text !== '同上')
        .map((text) => plain(text).replace(/\D/g, ''));
    for (const header of ['TEL', '携帯', '勤務先TEL'] as const) {
      expect(digits(header).filter((number) => !/^(03|090|080|070|000)0000\d{4}/.test(number))).toEqual([]);
    }
    for (const header of ['〒', '勤務先〒'] as const) {
      expect(digits(header).filter((code) => !/^(000|99999)\d+$/.test(code) || code.length !== 7)).toEqual(
        [],
      );
    }
  });

  test('keeps zeros in front only where the column is text', () => {
    const parsed = ledgerHeaders.filter((header) => !textColumns.includes(header));
    for (const header of parsed) expect(column(header).filter((text) => /^[0０+=-]/.test(text))).toEqual([]);
  });

  test('writes days in every hand: real dates, eras in full and in short, full width', () => {
    const days = column('生年月日').concat(column('有効期限'), column('認定年月日'));
    for (const hand of [
      /^\d{4}\/\d+\/\d+$/,
      /^(昭和|平成|令和)\d+年/,
      /^[SHR]\d+\.\d+\.\d+$/,
      /^[ＳＨＲ][０-９．]+$/,
    ]) {
      expect(days.filter((text) => hand.test(text)).length).toBeGreaterThan(5);
    }
  });

  test('has postal codes with and without hyphen, digits in full width, and 同上', () => {
    for (const hand of [/^\d{3}-\d{4}$/, /^\d{7}$/, /^〒/, /^[０-９]{3}－/]) {
      expect(column('〒').filter((text) => hand.test(text)).length).toBeGreaterThan(5);
    }
    expect(column('勤務先住所')).toContain('同上');
  });

  test('has registrants of every condition, and addresses on file of about two in three', () => {
    expect(new Set(column('状況'))).toEqual(new Set(['', '有効', '休止', '失効', '辞退', '死亡']));
    const without = column('E-mail').filter((text) => text === '').length;
    expect(without).toBeGreaterThan(60);
    expect(without).toBeLessThan(140);
  });

  test('lets most validities end on a few days, one of them in the coming six months', () => {
    const counts = new Map<string, number>();
    for (const { validity } of association.people) {
      counts.set(validity.validUntil, (counts.get(validity.validUntil) ?? 0) + 1);
    }
    expect(counts.size).toBeLessThan(15);
    expect(counts.get(association.calendar.commonEnd)).toBeGreaterThan(150);
    expect(association.calendar.commonEnd).toBe('2027-03-31');
  });
});

describe('what is typed', () => {
  const tables = [
    { rows: association.ledger, text: ledgerHeaders.map((header) => textColumns.includes(header)) },
    { rows: association.eventList, text: eventHeaders.map(() => false) },
    { rows: association.attendance, text: attendanceHeaders.map((header) => header === '登録番号') },
  ];

  test('becomes on Google what is known for certain, and no formula', () => {
    for (const { rows, text } of tables) {
      for (const row of rows) {
        row.forEach((cell, index) => {
          const format = text[index] ? ({ type: 'TEXT', pattern: '@' } as const) : undefined;
          expect(enterText(cell, { format, year: 2026 }).formula).toBeUndefined();
        });
      }
    }
  });

  test('keeps registration numbers as text', () => {
    for (const [index] of column('番号').entries()) {
      const typed = enterText(association.ledger[index]?.[0] ?? '', {
        format: { type: 'TEXT', pattern: '@' },
        year: 2026,
      });
      expect(typed.value).toBe(String(index + 1).padStart(5, '0'));
    }
  });
});

describe('old answers to the form', () => {
  const { answers, cases } = association;

  test('are all older than yesterday, in order', () => {
    expect(answers.length).toBeGreaterThan(30);
    const moments = answers.map(({ at }) => Date.parse(at));
    expect([...moments].sort((a, b) => a - b)).toEqual(moments);
    expect(Math.max(...moments)).toBeLessThan(Date.parse('2026-11-21T00:00:00+09:00'));
  });

  test('hold several by the same person and none by a named one', () => {
    const numbers = answers.map((answer) =>
      plain(answer.answers.登録番号 ?? '')
        .replace(/\D/g, '')
        .padStart(5, '0'),
    );
    expect(new Set(numbers).size).toBeLessThan(numbers.length);
    expect(Object.values(cases).filter(({ number }) => numbers.includes(number))).toEqual([]);
  });
});

describe('attendance', () => {
  test('holds more strangers than registrants, and people who did not come', () => {
    const names = new Set(association.people.map((person) => person.name.family + person.name.given));
    const strangers = association.attendance.filter((row) => !names.has((row[2] ?? '').replace(/\s/g, '')));
    expect(strangers.length * 2).toBeGreaterThan(association.attendance.length);
    expect(association.attendance.filter((row) => row[6] === '欠席').length).toBeGreaterThan(10);
  });
});
