import { mayChange, originsOf } from '../../workspace/faces/origins';

describe('the two origins of one port', () => {
  it('are each other’s inner host', () => {
    expect(originsOf('localhost:8787')).toEqual({
      own: 'http://localhost:8787',
      other: 'http://127.0.0.1:8787',
    });
    expect(originsOf('127.0.0.1:8787')).toEqual({
      own: 'http://127.0.0.1:8787',
      other: 'http://localhost:8787',
    });
  });

  it.each([
    undefined,
    '',
    'example.com',
    'localhost.example.com:8787',
    '192.168.0.2:8787',
    '[::1]:8787',
    '127.0.0.1:8787@x',
  ])('refuse the host %p', (host) => {
    expect(originsOf(host)).toBeUndefined();
  });

  it('let only their own pages and programs change something', () => {
    const origins = { own: 'http://localhost:8787', other: 'http://127.0.0.1:8787' };
    expect(mayChange({}, origins)).toBe(true);
    expect(mayChange({ origin: origins.own }, origins)).toBe(true);
    expect(mayChange({ origin: origins.other }, origins)).toBe(false);
    expect(mayChange({ origin: 'null' }, origins)).toBe(false);
    expect(mayChange({ origin: origins.own, 'sec-fetch-mode': 'navigate' }, origins)).toBe(false);
  });
});
