import * as fc from 'fast-check';
import { mailSafe } from '../../src/domain/mail-safe';

describe('mailSafe', () => {
  it('writes a kanji outside the basic plane in its plain form, for GmailApp would send ?? (platform.md 6)', () => {
    expect(mailSafe('𠮷田　太郎 様')).toBe('吉田　太郎 様');
  });

  it('marks one that has no plain form', () => {
    expect(mailSafe('𩸽😀')).toBe('〓〓');
  });

  it('drops variation selectors and leaves every other text alone', () => {
    expect(mailSafe('葛\u{e0100}城')).toBe('葛城');
    expect(mailSafe('髙﨑濵德 様\n▼仮パスワード')).toBe('髙﨑濵德 様\n▼仮パスワード');
  });

  it('never leaves a character outside the basic plane', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => !/[\u{10000}-\u{10ffff}]/u.test(mailSafe(text))),
    );
  });
});
