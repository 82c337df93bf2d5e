import fc from 'fast-check';
import {
  decodeBase64url,
  decodeClaims,
  encodeBase64url,
  encodeClaims,
  judgeSession,
  type Claims,
} from '../../src/domain/session';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 20, 3);
const claims = (changes: Partial<Claims> = {}): Claims => ({
  p: 'home',
  n: '00123',
  r: 5,
  g: 2,
  i: NOW,
  s: NOW,
  ...changes,
});
/** Claims as somebody else would forge them. */
const encoded = (json: string) => encodeBase64url([...Buffer.from(json)]);
const facts = { now: NOW, generation: 2, mayLogIn: true };

describe('sessions (product.md, Passwords and login)', () => {
  test('end after 30 idle minutes', () => {
    expect(judgeSession(claims({ i: NOW - 60 * MINUTE, s: NOW - 30 * MINUTE }), facts)).toBe('ok');
    expect(judgeSession(claims({ i: NOW - 60 * MINUTE, s: NOW - 30 * MINUTE - 1 }), facts)).toBe('ended');
  });

  test('end after 6 hours, however busy', () => {
    expect(judgeSession(claims({ i: NOW - 360 * MINUTE }), facts)).toBe('ok');
    expect(judgeSession(claims({ i: NOW - 360 * MINUTE - 1 }), facts)).toBe('ended');
  });

  test('the first login has 30 minutes in all', () => {
    expect(judgeSession(claims({ p: 'first', i: NOW - 30 * MINUTE }), facts)).toBe('ok');
    expect(judgeSession(claims({ p: 'first', i: NOW - 30 * MINUTE - 1 }), facts)).toBe('ended');
  });

  test('end when 世代 is another or the login is stopped', () => {
    expect(judgeSession(claims(), { ...facts, generation: 3 })).toBe('ended');
    expect(judgeSession(claims(), { ...facts, generation: 1 })).toBe('ended');
    expect(judgeSession(claims(), { ...facts, mayLogIn: false })).toBe('ended');
  });

  test('clocks of two machines may differ by two minutes, not more, and nobody is seen before the login', () => {
    expect(judgeSession(claims({ i: NOW, s: NOW + 2 * MINUTE }), facts)).toBe('ok');
    expect(judgeSession(claims({ i: NOW, s: NOW + 2 * MINUTE + 1 }), facts)).toBe('ended');
    expect(judgeSession(claims({ i: NOW, s: NOW - 1 }), facts)).toBe('ended');
  });

  test('claims come back as they went, whatever the number', () => {
    const any = fc.record({
      p: fc.constantFrom('first' as const, 'home' as const),
      n: fc.string({ unit: 'grapheme', minLength: 1 }),
      r: fc.nat(),
      g: fc.nat(),
      i: fc.maxSafeNat(),
      s: fc.maxSafeNat(),
    });
    fc.assert(
      fc.property(any, (each) => {
        const text = encodeClaims(each);
        expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(decodeClaims(text)).toEqual(each);
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['no base64url', 'あ'],
    ['no JSON', encodeBase64url([123])],
    ['no UTF-8', encodeBase64url([0x22, 0xff, 0x22])],
    ['an array', encoded('[1,2]')],
    ['another purpose', encoded('{"p":"x","n":"1","r":1,"g":1,"i":1,"s":1}')],
    ['a negative time', encoded('{"p":"home","n":"1","r":1,"g":1,"i":-1,"s":1}')],
    ['one claim more', encoded('{"p":"home","n":"1","r":1,"g":1,"i":1,"s":1,"x":1}')],
  ])('%s is no claims', (_, text) => {
    expect(decodeClaims(text)).toBeUndefined();
  });

  test('base64url agrees with Node and refuses other ways of writing the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = encodeBase64url([...bytes]);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(decodeBase64url(text)).toEqual([...bytes]);
      }),
    );
    expect(decodeBase64url('AB')).toBeUndefined(); // bits left over
    expect(decodeBase64url('AA==')).toBeUndefined();
    expect(decodeBase64url('A')).toBeUndefined();
  });
});
