import fc from 'fast-check';
import {
  askCode,
  confirmationCode,
  isOpen,
  NO_MAIL_CHANGE,
  settled,
  wrongCode,
  type MailChange,
} from '../../src/domain/mail-change';

const NOW = Date.UTC(2026, 10, 22);
const MINUTE = 60_000;
const wish = (mail: string, id = `id of ${mail}`) => ({ id, mail, kind: '' });

function asked(change: MailChange, mail: string, now: number, id?: string): MailChange {
  const next = askCode(change, wish(mail, id), now);
  if ('wait' in next) throw new Error(`Has to wait until ${String(next.wait)}.`);
  return next.change;
}

describe('a change of the mail address', () => {
  test('a code works for half an hour and five tries', () => {
    const { open } = asked(NO_MAIL_CHANGE, 'a@example.jp', NOW);
    expect(isOpen(open, NOW + 30 * MINUTE - 1)).toBe(true);
    expect(isOpen(open, NOW + 30 * MINUTE)).toBe(false);
    let change = asked(NO_MAIL_CHANGE, 'a@example.jp', NOW);
    for (let tries = 0; tries < 4; tries += 1) change = wrongCode(change);
    expect(isOpen(change.open, NOW)).toBe(true);
    expect(isOpen(wrongCode(change).open, NOW)).toBe(false);
    expect(isOpen(undefined, NOW)).toBe(false);
    expect(wrongCode(NO_MAIL_CHANGE)).toEqual(NO_MAIL_CHANGE);
  });

  test('asked for again to the same address it is the same code, with the tries it has had', () => {
    const first = wrongCode(asked(NO_MAIL_CHANGE, 'a@example.jp', NOW, 'one'));
    const again = asked(first, 'a@example.jp', NOW + 20 * MINUTE, 'two');
    expect(again.open).toEqual({ ...first.open, until: NOW + 50 * MINUTE });
    const late = asked(first, 'a@example.jp', NOW + 30 * MINUTE, 'two');
    expect(late.open).toMatchObject({ id: 'two', tries: 0 });
    const elsewhere = asked(first, 'b@example.jp', NOW, 'two');
    expect(elsewhere.open).toMatchObject({ id: 'two', mail: 'b@example.jp', tries: 0 });
  });

  test('used up, nothing of it is left but when codes went out', () => {
    expect(settled(asked(NO_MAIL_CHANGE, 'a@example.jp', NOW))).toEqual({ sent: [NOW] });
  });

  test('never more than five codes within any three hours, however they are asked for and used', () => {
    const step = fc.record({
      minutes: fc.integer({ min: 0, max: 90 }),
      mail: fc.constantFrom('a', 'b'),
      use: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let [change, now]: [MailChange, number] = [NO_MAIL_CHANGE, NOW];
        const sent: number[] = [];
        for (const { minutes, mail, use } of steps) {
          now += minutes * MINUTE;
          const next = askCode(change, wish(mail), now);
          if ('wait' in next) {
            expect(next.wait).toBeGreaterThan(now);
            expect(next.wait).toBeLessThanOrEqual(now + 180 * MINUTE);
            expect('wait' in askCode(change, wish(mail), next.wait)).toBe(false);
            continue;
          }
          sent.push(now);
          change = use ? settled(next.change) : next.change;
          expect(sent.filter((at) => now - at < 180 * MINUTE).length).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  test('a code has six digits, each as likely, and needs bytes enough', () => {
    const byte = fc.integer({ min: 0, max: 249 });
    fc.assert(
      fc.property(fc.array(byte, { minLength: 6, maxLength: 32 }), (bytes) => {
        const code = confirmationCode(bytes);
        expect(code).toBe(
          bytes
            .slice(0, 6)
            .map((each) => each % 10)
            .join(''),
        );
        expect(confirmationCode([250, 255, ...bytes])).toBe(code);
      }),
    );
    expect(() => confirmationCode([1, 2, 3, 250, 251, 255])).toThrow('TOO_FEW_BYTES');
  });
});
