/** The pages as HtmlService will cut and serve them. */
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { tokTypes } from 'acorn';
import { escapeForHtmlService, tokens } from '../../build/inline-script.mjs';

/** Tokens HtmlService's comment cutter could take for a comment, as they stand in the script. */
function cuttable(code: string): string[] {
  return tokens(code)
    .filter(({ type }) => type !== tokTypes.eof)
    .map(({ start, end }) => code.slice(start, end))
    .filter((raw) => /\/\/|\/\*|\*\//.test(raw));
}

function hasTemplate(code: string): boolean {
  return tokens(code).some(({ type }) => type === tokTypes.backQuote || type === tokTypes.template);
}

describe.each(['mypage.html', 'office.html'])('%s', (name) => {
  const html = readFileSync(`dist/${name}`, 'utf8');
  const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map((match) => match[1] ?? '');

  it('has one inline script that parses as ES2019', () => {
    expect(scripts).toHaveLength(1);
    expect(() => tokens(scripts[0] ?? '')).not.toThrow();
    expect(html.match(/<\/script/gi)).toHaveLength(1);
  });

  it('has nothing HtmlService would take for a comment', () => {
    const code = scripts[0] ?? '';
    expect(cuttable(code)).toEqual([]);
    expect(hasTemplate(code)).toBe(false);
    expect(code.match(/\/\/|\/\*|\*\/|<!--/g)).toBeNull();
  });

  it('loads nothing from outside and has no scriptlets', () => {
    expect(html).not.toMatch(/<(?:link|img|iframe|object|embed|base)\b/i);
    expect(html).not.toMatch(/<script[^>]+src|@import/i);
    const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
    expect(style).not.toMatch(/url\((?!["']?data:)/i);
    expect(html).not.toContain('<?');
  });

  it('is Japanese and has one place for the view', () => {
    expect(html).toMatch(/^<!DOCTYPE html>\s*<html lang="ja">/);
    expect(html.match(/<div id="app"><\/div>/g)).toHaveLength(1);
  });
});

describe('escapeForHtmlService', () => {
  it.each([
    ['a string with an address', `v = 'https://example.com//x'`],
    ['a string with comment marks', `v = '/* a */ // b' + "/" + '*/*'`],
    ['a string with escapes', `v = 'a\\\\//b\\/\\/c\\'//'`],
    ['a string with markup', `v = '<!-- </script> </SCRIPT'`],
    ['a regular expression on an address', `v = 'https://a'.replace(/https?:\\/\\//g, '-')`],
    ['a class with slashes', `v = 'a//b/*c'.split(/[/*]+/).join()`],
    ['a star before the closing slash', `v = 'aaab'.replace(/^a*/, '') + 'b**'.replace(/b\\**/, 'c')`],
    ['divisions', `v = 8 / 2 / 2 + '//'.length / 2`],
  ])('keeps the meaning of %s', (_, code) => {
    const run = (text: string): unknown => vm.runInNewContext(`let v; ${text}; v;`);
    const escaped = escapeForHtmlService(code);
    expect(run(escaped)).toEqual(run(code));
    expect(escaped).not.toMatch(/\/\/|\/\*|\*\/|<!--|<\/script/i);
  });
});
