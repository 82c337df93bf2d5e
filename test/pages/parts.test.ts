/** Small parts of the pages without a browser: typed dates, pasted lines, made passwords, sentences, tokens. */
import { readFileSync } from 'node:fs';
import { filesBelow } from './support/files';
import { makePassword, makePasswordOf } from '../../src/mypage/page/login/password-maker';
import { lastLine } from '../../src/ui/paste';
import { dayOfParts, isBlankDay, NO_DAY } from '../../src/ui/date-parts';

test.each([
  ['西暦', '1963', '4', '2', '1963-04-02'],
  ['昭和', '３８', '４', '２', '1963-04-02'],
  ['西暦', '昭和38', '4', '2', '1963-04-02'],
  ['西暦', 'S38年', '4', '2', '1963-04-02'],
  ['平成', '元', '1', '8', '1989-01-08'],
  ['西暦', '38', '4', '2', undefined],
  ['西暦', '1963', '2', '30', undefined],
  ['令和', '元', '4', '30', undefined],
] as const)('%s %s年%s月%s日 is %s', (era, year, month, day, iso) => {
  expect(dayOfParts({ era, year, month, day })).toBe(iso);
});

test('a day is blank only while nothing is typed', () => {
  expect(isBlankDay({ ...NO_DAY, era: '昭和', year: '　' })).toBe(true);
  expect(isBlankDay({ ...NO_DAY, day: '1' })).toBe(false);
});

test.each([
  ['▼仮パスワード\nabcd-efgh-jkmn\n', 'abcd-efgh-jkmn'],
  ['  abcd \r\n', 'abcd'],
  ['\n\n', ''],
])('of %j the last line that holds something is pasted', (text, line) => {
  expect(lastLine(text)).toBe(line);
});

test('a made password is three words of nine syllables, each of its 64 values reachable', () => {
  const seen = new Set<string>();
  for (let byte = 0; byte < 64; byte += 1) {
    const text = makePassword((length) => new Uint8Array(length).fill(byte));
    expect(text).toMatch(/^([a-z]{6})-\1-\1$/);
    seen.add(text);
  }
  expect(seen.size).toBe(64);
});

test('a made password is as long as 設定 asks', () => {
  expect(makePasswordOf(12)).toHaveLength(20);
  expect(makePasswordOf(30).length).toBeGreaterThanOrEqual(30);
});

test('no sentence of the pages uses a word that product.md keeps off the screen', () => {
  const files = ['src/ui', 'src/mypage/page', 'src/office/page'].flatMap(filesBelow);
  expect(files.length).toBeGreaterThan(20);
  for (const file of files)
    expect([file, readFileSync(file, 'utf8').match(/不正な値|認証|セッション|タイムアウト|審査/)]).toEqual([
      file,
      null,
    ]);
});

test('every design token has the value of the package', () => {
  const read = (path: string) =>
    new Map(
      [...readFileSync(path, 'utf8').matchAll(/(--[a-z0-9-]+):\s*([^;]+);/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    );
  const ours = read('src/ui/tokens.css');
  const theirs = read(require.resolve('@digital-go-jp/design-tokens/dist/tokens.css'));
  expect(ours.size).toBeGreaterThan(10);
  for (const [name, value] of ours) expect([name, theirs.get(name)]).toEqual([name, value]);
});

test('every variable the styles use is declared, and every token is used', () => {
  const styles = filesBelow('src')
    .filter((path) => path.endsWith('.css'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const declared = new Set([...styles.matchAll(/(--[a-z0-9-]+):/g)].map(([, name]) => name));
  const used = new Set([...styles.matchAll(/var\((--[a-z0-9-]+)\)/g)].map(([, name]) => name));
  expect([...used].filter((name) => !declared.has(name))).toEqual([]);
  expect([...declared].filter((name) => !used.has(name))).toEqual([]);
});
