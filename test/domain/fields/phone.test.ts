import { phoneKey } from '../../../src/domain/fields/phone';

describe('telephone numbers', () => {
  test.each([
    '03-3818-7011',
    '０３（３８１８）７０１１',
    '0338187011',
    '03 3818 7011',
    '+81-3-3818-7011',
    '+81(0)3-3818-7011',
    '03ー3818ー7011',
  ])('%s is the same telephone', (text) => {
    expect(phoneKey(text)).toBe('0338187011');
  });

  test.each(['', '3818-7011', 'なし', '+1-212-555-0100', '090-1234-56789'])('%j is none in Japan', (text) => {
    expect(phoneKey(text)).toBe('');
  });
});
