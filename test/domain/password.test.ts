import fc from 'fast-check';
import { COMMON_PASSWORDS } from '../../src/domain/common-passwords';
import {
  checkPassword,
  formatHash,
  parseHash,
  passwordContext,
  passwordKey,
} from '../../src/domain/password';

const context = passwordContext({
  number: '00123',
  name: '田中　花子',
  kana: 'タナカ ハナコ',
  birthDate: '1963-04-01',
  mail: 'h.tanaka@example.jp',
});
const check = (text: string) => checkPassword(text, { minLength: 12, context });

describe('one’s own password (NIST SP 800-63B, facts/pages-tools-security.md 5.7)', () => {
  test.each([
    'umi to neko to natsu',
    'purple-otter-lamp',
    'かぜのなかのともしび七つ',
    'vR8#kq2Lw0pz',
    '土曜の朝は川まで歩いてゆく',
    'k'.repeat(3) + 'wuvxrtmhgeyb',
  ])('%s is taken', (text) => {
    expect(check(text)).toBeUndefined();
  });

  test('characters are counted, not code units, and width does not matter', () => {
    expect(check('abcdefvwxyz')).toBe('TOO_SHORT');
    expect(check('𠮷'.repeat(11))).toBe('TOO_SHORT');
    expect(check(Array.from({ length: 129 }, (_, at) => String.fromCharCode(0x4e00 + at * 7)).join(''))).toBe(
      'TOO_LONG',
    );
    expect(
      check(Array.from({ length: 128 }, (_, at) => String.fromCharCode(0x4e00 + at * 7)).join('')),
    ).toBeUndefined();
    expect(passwordKey('ＡＢｃ１')).toBe('ABc1');
  });

  test.each([
    'password1234',
    'Passw0rd2024',
    'P@ssw0rd!!!!',
    'パスワードパスワード12',
    'qwertyuiop12',
    '1qaz2wsx3edc',
    '123456789012',
    '987654321098',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'abababababab',
    'iloveyou12345',
    'sakura-2024-2025',
    'asdfghjkl;12',
    'nekonekonekoneko',
    '111122223333',
    'あいうえおかきくけこさし',
    'ありがとうございます2024',
    'abcdefghijkl',
    'doraemon2112!',
    'yoroshiku12345',
  ])('%s is TOO_COMMON', (text) => {
    expect(check(text)).toBe('TOO_COMMON');
  });

  test.each([
    'tanaka-umi-no-ie',
    'watashi-HANAKO-77',
    'umi19630401neko',
    'umi630401neko88',
    'umi380401neko88',
    'neko00123umi77',
    '田中のうみべのいえにてまつ',
    'うみべのタナカのいえです',
    'h.tanaka.neko.77',
    'minshokyo-umi-77',
    '職業紹介のうみべのいえにて',
    'ＴＡＮＡＫＡ－ｕｍｉ－ｎｅｋｏ',
  ])('%s is CONTAINS_OWN_DATA', (text) => {
    expect(check(text)).toBe('CONTAINS_OWN_DATA');
  });

  test('a short number or a name of one kanji does not forbid half of all passwords', () => {
    const short = passwordContext({
      number: '7',
      name: '森　茂',
      kana: 'モリ シゲ',
      birthDate: '',
      mail: '',
    });
    expect(checkPassword('umi7-neko7-natsu', { minLength: 12, context: short })).toBeUndefined();
  });

  test('kana become the letters in which one writes one’s name', () => {
    const words = passwordContext({ number: '1', name: '', kana: 'ショウジ キッカワ', birthDate: '' });
    expect(words).toEqual(expect.arrayContaining(['shoji', 'kikkawa', 'shojikikkawa']));
    expect(passwordContext({ number: '1', name: '', kana: 'じゅんいち ちゃえん', birthDate: '' })).toEqual(
      expect.arrayContaining(['junichi', 'chaen']),
    );
  });

  test('the list has hundreds of words, each as it is compared', () => {
    expect([...COMMON_PASSWORDS].filter((word) => [...word].length >= 8).length).toBeGreaterThanOrEqual(300);
    expect([...COMMON_PASSWORDS].every((word) => word !== '' && word === word.toLowerCase())).toBe(true);
  });

  test('judging never fails, and typing in full width changes nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('abcxyz0123456789-!あ田')), maxLength: 40 }),
        (text) => {
          const wide = text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
          expect(check(wide)).toBe(check(text));
        },
      ),
    );
  });
});

describe('stored hashes', () => {
  const stored = { N: 16384, r: 8, p: 5, salt: 'c2FsdA', hash: 'aGFz-_' };

  test('carry their parameters and come back as they were', () => {
    expect(formatHash(stored)).toBe('scrypt$16384$8$5$c2FsdA$aGFz-_');
    expect(parseHash(formatHash(stored))).toEqual(stored);
  });

  test.each([
    '',
    'scrypt$16384$8$5$c2FsdA',
    'bcrypt$1$1$1$a$b',
    'scrypt$16383$8$5$a$b',
    'scrypt$1048576$8$5$a$b',
    'scrypt$16384$0$5$a$b',
    'scrypt$16384$8$99$a$b',
    'scrypt$16384$8$5$a$b$c',
    '=scrypt$16384$8$5$a$b',
  ])('%j is none', (text) => {
    expect(parseHash(text)).toBeUndefined();
  });
});
