import { phoneKey } from '../../../src/domain/fields/phone';

describe('telephone numbers', () => {
  test.each([
    '03-0000-7011',
    '０３（００００）７０１１',
    '0300007011',
    '03 0000 7011',
    '+81-3-0000-7011',
    '+81(0)3-0000-7011',
    '03ー0000ー7011',
  ])('%s is the same telephone', (text) => {
    expect(phoneKey(text)).toBe('0300007011');
  });

  test.each(['', '0000-7011', 'なし', '+1-212-555-0100', '090-1234-56789'])('%j is none in Japan', (text) => {
    expect(phoneKey(text)).toBe('');
  });
});
