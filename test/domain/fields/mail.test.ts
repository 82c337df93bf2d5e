import fc from 'fast-check';
import {
  isMailAddress,
  mailsIn,
  isSharedMailbox,
  nearMissDomain,
  normalizeMail,
} from '../../../src/domain/fields/mail';

describe('mail addresses (facts/domain.md D2, facts/office.md A7)', () => {
  test('full width, capitals and blanks around do not make another address', () => {
    expect(normalizeMail('　Ｔａｒｏ＠Example.JP ')).toBe('taro@example.jp');
    expect(normalizeMail('   ')).toBe('');
  });

  test.each([
    'a@example.jp',
    'taro..yamada.@docomo.ne.jp',
    '.taro@ezweb.ne.jp',
    "o'neil+1@mail.example.co.jp",
  ])('%s is taken', (mail) => {
    expect(isMailAddress(mail)).toBe(true);
  });

  test.each([
    '',
    'taro',
    'taro@',
    '@example.jp',
    'taro@example',
    'taro@exa mple.jp',
    'a@b@example.jp',
    'taro@example.jp\r\nBcc: x@y.jp',
    'a@example.jp,b@example.jp',
    'a@example.jp;b@example.jp',
    '<a@example.jp>',
    'Taro <a@example.jp>',
    '"a b"@example.jp',
    'a@-example.jp',
    'a@example..jp',
    'a@example.jp.',
    'a@192.168.0.1',
    'たろう@example.jp',
    `${'a'.repeat(65)}@example.jp`,
    `a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.jp`,
  ])('%j is refused', (mail) => {
    expect(isMailAddress(mail)).toBe(false);
  });

  test.each([
    ['a@docmo.ne.jp', 'docomo.ne.jp'],
    ['a@dokomo.ne.jp', 'docomo.ne.jp'],
    ['a@gmial.com', 'gmail.com'],
    ['a@gmail.con', 'gmail.com'],
    ['a@gamil.com', 'gmail.com'],
    ['a@gmail.co.jp', 'gmail.com'],
    ['a@yaho.co.jp', 'yahoo.co.jp'],
    ['a@yahoo.co.jo', 'yahoo.co.jp'],
    ['a@yahoo.ne.jp', 'yahoo.co.jp'],
    ['a@ezwe.ne.jp', 'ezweb.ne.jp'],
    ['a@kaisha.cojp', 'kaisha.co.jp'],
    ['a@kaisha.con', 'kaisha.com'],
    ['a@docomo.co.jp', 'docomo.ne.jp'],
    ['a@ezweb.co.jp', 'ezweb.ne.jp'],
    ['a@i.softbank.ne.jp', 'i.softbank.jp'],
    ['Ａ＠ＤＯＣＭＯ.ne.jp', 'docomo.ne.jp'],
  ])('%s was probably meant for %s', (mail, meant) => {
    expect(nearMissDomain(mail)).toBe(meant);
  });

  test.each([
    'gmail.com',
    'yahoo.co.jp',
    'yahoo.com',
    'ymail.com',
    'mail.com',
    'docomo.ne.jp',
    'example.jp',
    'kaisha.co.jp',
    'odn.ne.jp',
    'softbank.co.jp',
    'au.com',
  ])('%s is left alone', (domain) => {
    expect(nearMissDomain(`a@${domain}`)).toBeUndefined();
  });

  test('a cell may hold several addresses, in any width, one behind another', () => {
    expect(mailsIn('　Ｔaro＠Example.jp　、 hanako@example.jp;<x+y@mail.example.com> なし')).toEqual([
      'taro@example.jp',
      'hanako@example.jp',
      'x+y@mail.example.com',
    ]);
    expect(mailsIn('なし')).toEqual([]);
  });

  test('a mailbox that several people read is known by its name, by its domain or whole', () => {
    const patterns = ['info@', 'soumu@', '@tomo.example.jp', 'yamada@example.co.jp'];
    expect(isSharedMailbox('INFO@kaisha.jp', patterns)).toBe(true);
    expect(isSharedMailbox('info-tokyo@kaisha.jp', patterns)).toBe(true);
    expect(isSharedMailbox('info2@kaisha.jp', patterns)).toBe(true);
    expect(isSharedMailbox('informatics@kaisha.jp', patterns)).toBe(false);
    expect(isSharedMailbox('taro@tomo.example.jp', patterns)).toBe(true);
    expect(isSharedMailbox('yamada@example.co.jp', patterns)).toBe(true);
    expect(isSharedMailbox('yamada@other.co.jp', patterns)).toBe(false);
    expect(isSharedMailbox('taro@kaisha.jp', ['', '@', ' '])).toBe(false);
  });

  test('normalising twice changes nothing more, and no accepted address holds a line break or a separator', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        expect(normalizeMail(normalizeMail(text))).toBe(normalizeMail(text)),
      ),
    );
    const near = fc.string({
      unit: fc.constantFrom('a', '1', '.', '@', '-', ',', ';', '<', '>', ' ', '\r', '\n', '"', '＠', 'あ'),
    });
    fc.assert(
      fc.property(near, (text) => {
        if (isMailAddress(text)) expect(text).toMatch(/^[a-z0-9.-]+@[a-z0-9.-]+$/);
      }),
    );
  });
});
