import fc from 'fast-check';
import { ALPHABET, grouped, temporaryKey, temporaryPassword } from '../../src/domain/temporary-password';

const bytes = fc
  .uint8Array({ minLength: 32, maxLength: 64 })
  .map((each) => [...each])
  .filter((each) => each.filter((byte) => byte < 250).length >= 12);

describe('temporary passwords (product.md, Passwords and login)', () => {
  test('the alphabet has the small letters and digits that nobody mixes up', () => {
    const all = Array.from('0123456789abcdefghijklmnopqrstuvwxyz');
    expect(Array.from(ALPHABET).sort().join('')).toBe(
      all.filter((each) => !'0o1li9q5s2z'.includes(each)).join(''),
    );
  });

  test('twelve characters of the alphabet, the same for the same bytes, signed or not', () => {
    fc.assert(
      fc.property(bytes, (each) => {
        const password = temporaryPassword(each);
        expect(password).toHaveLength(12);
        expect(Array.from(password).every((character) => ALPHABET.includes(character))).toBe(true);
        expect(temporaryPassword(each.map((byte) => (byte > 127 ? byte - 256 : byte)))).toBe(password);
      }),
    );
  });

  test('every character is equally likely: 250 bytes give each of the 25 ten times, the other six are left out', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 250; byte += 1) {
      const first = temporaryPassword([byte, ...Array.from({ length: 11 }, () => 0)]).charAt(0);
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 25 }, () => 10));
    const zeros = Array.from({ length: 12 }, () => 0);
    expect(temporaryPassword([250, 251, 252, 253, 254, 255, ...zeros])).toBe(temporaryPassword(zeros));
  });

  test('too few bytes are refused', () => {
    expect(() => temporaryPassword([1, 2, 3])).toThrow('TOO_FEW_BYTES');
    expect(() => temporaryPassword(Array.from({ length: 32 }, () => 255))).toThrow('TOO_FEW_BYTES');
  });

  test('groups of four, capitals, blanks, width and hyphens do not matter when it is typed', () => {
    expect(grouped('abcd3467efgh')).toBe('abcd-3467-efgh');
    expect(temporaryKey(' ＡＢＣＤ－３４６７　efgh\n')).toBe('abcd3467efgh');
    expect(temporaryKey('abcdー3467−EFGH')).toBe('abcd3467efgh');
    fc.assert(
      fc.property(bytes, fc.constantFrom('-', ' ', '　', 'ー', '－'), (each, between) => {
        const password = temporaryPassword(each);
        expect(temporaryKey(grouped(password).toUpperCase().replace(/-/g, between))).toBe(password);
      }),
    );
  });
});
