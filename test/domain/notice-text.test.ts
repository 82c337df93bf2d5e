import fc from 'fast-check';
import { DomainError } from '../../src/domain/errors';
import { fillIn, usedFields, withNoticeNumber } from '../../src/domain/notice-text';

describe('texts of notices (product.md, Tabs 文面; facts/office.md G)', () => {
  test('fields are filled in, blanks inside the braces do not matter', () => {
    expect(fillIn('{{氏名}} 様\n番号 {{ 登録番号 }}', { 氏名: '髙橋　一郎', 登録番号: '00123' })).toBe(
      '髙橋　一郎 様\n番号 00123',
    );
    expect(usedFields('{{氏名}} {{登録番号}} {{ 氏名 }} {x} {{}}')).toEqual(['氏名', '登録番号', '']);
  });

  test('a field nobody knows is refused by its name', () => {
    const act = () => fillIn('{{氏明}}', { 氏名: '髙橋' });
    expect(act).toThrow(DomainError);
    expect(act).toThrow('UNKNOWN_FIELD field=氏明');
    expect(() => fillIn('{{constructor}}', {})).toThrow('UNKNOWN_FIELD');
    expect(() => fillIn('{{__proto__}}', {})).toThrow('UNKNOWN_FIELD');
  });

  test('a field without a value is refused unless it may be blank', () => {
    expect(() => fillIn('{{担当者名}}', { 担当者名: ' ' })).toThrow('MISSING_VALUE field=担当者名');
    expect(() => fillIn('{{担当者名}}', { 担当者名: undefined }, ['担当者名'])).toThrow('MISSING_VALUE');
    expect(fillIn('事務局　{{担当者名}}', { 担当者名: '' }, ['担当者名'])).toBe('事務局　');
  });

  test('a value is not expanded again, nor read as a pattern', () => {
    expect(fillIn('{{a}}{{b}}', { a: '{{b}}', b: '$& $1 \\' })).toBe('{{b}}$& $1 \\');
  });

  test('line breaks in a value cannot add lines, unless the field has a line of its own', () => {
    expect(fillIn('件名：{{氏名}}', { 氏名: '髙橋\r\nBcc: x@example.jp' })).toBe(
      '件名：髙橋 Bcc: x@example.jp',
    );
    expect(fillIn('{{氏名}}', { 氏名: 'a\nb' })).toBe('a b');
    expect(fillIn('一覧\n{{一覧}}\n以上', { 一覧: ['・一', '・二'] })).toBe('一覧\n・一\n・二\n以上');
    expect(fillIn('一覧\n{{一覧}}', { 一覧: '・一\n・二' })).toBe('一覧\n・一\n・二');
  });

  test('control characters and marks that turn the writing round do not get in', () => {
    expect(fillIn('{{氏名}}', { 氏名: '\u202e髙\u0000橋\u0007\u001b[31m\t一郎' })).toBe('髙橋[31m 一郎');
  });

  test('the 通知番号 is the last line', () => {
    expect(withNoticeNumber('本文\n署名\n\n', 'N26-000123')).toBe('本文\n署名\n\n（N26-000123）');
  });

  test('filling in keeps the text around, gives each value once, and leaves no control character', () => {
    const value = fc.string({ unit: 'binary', minLength: 1 }).map((text) => `x${text}`);
    fc.assert(
      fc.property(value, value, (a, b) => {
        const filled = fillIn('［{{a}}］［{{b}}］', { a, b });
        expect(filled.startsWith('［x')).toBe(true);
        expect(filled.endsWith('］')).toBe(true);
        expect(filled).not.toMatch(/[\u0000-\u001f\u007f]/);
      }),
    );
  });
});
