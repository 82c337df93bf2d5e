import { ask, closeAll, openTiny } from './engine-project';

afterAll(closeAll);

const SERVER_ERROR = "We're sorry, a server error occurred. Please wait a bit and try again.";

/** Expression of the script → what the success handler gets (facts/platform.md 2.3). */
const TABLE: readonly [string, unknown][] = [
  ['"text"', 'text'],
  ['1.5', 1.5],
  ['true', true],
  ['null', null],
  ['undefined', null],
  ['[1, [2, {a: "b"}]]', [1, [2, { a: 'b' }]]],
  ['new Date()', null],
  ['{a: [1, {b: new Date()}]}', null],
  ['LockService.getScriptLock()', null],
  ['[CacheService]', null],
  ['{a: Utilities.Charset.UTF_8}', null],
  ['new Int8Array([115, -1])', { 0: 115, 1: -1 }],
  ['Utilities.newBlob("あ").getBytes()', [-29, -127, -126]],
  ['new Map([[1, 2]])', {}],
  ['new Set([1])', {}],
  ['/x/g', {}],
  ['new Number(1)', {}],
  ['new String("ab")', { 0: 'a', 1: 'b' }],
  ['function f(a) { return a; }', 'function f(a) { return a; }'],
  ['(a) => a', '(a) => a'],
  ['Promise.resolve({a: 1})', { a: 1 }],
  ['Promise.resolve(new Date())', null],
  ['new (class { constructor() { this.own = 1; } method() {} })()', { own: 1 }],
  ['[NaN, Infinity, -Infinity]', [null, null, null]],
  ['{a: undefined, b: [undefined]}', { b: [null] }],
  ['Object.create({inherited: 1})', {}],
];

describe('what a server function returns', () => {
  const code = TABLE.map(([expression], index) => `function f${index}() { return ${expression}; }`).join(
    '\n',
  );

  it.each(TABLE.map(([expression, expected], index) => ({ expression, expected, name: `f${index}` })))(
    'as $expression arrives as the table says',
    async ({ expected, name }) => {
      const workspace = await shared(code);
      expect((await ask(workspace, name)).value).toEqual(expected);
    },
  );

  it.each(['new Uint8Array([1])', '10n', '(() => { const a = []; a.push(a); return a; })()'])(
    'as %s is a server error',
    async (expression) => {
      const workspace = await openTiny(`function f() { return ${expression}; }`);
      expect((await ask(workspace, 'f')).error).toMatchObject({ name: 'Exception', message: SERVER_ERROR });
    },
  );

  it('as a blob is an object of function sources', async () => {
    const workspace = await openTiny('function f() { return Utilities.newBlob("x"); }');
    const value = (await ask(workspace, 'f')).value as Record<string, unknown>;
    expect(Object.keys(value)).toContain('getBytes');
    expect(new Set(Object.values(value).map((member) => typeof member))).toEqual(new Set(['string']));
  });
});

let opened: ReturnType<typeof openTiny> | undefined;
function shared(code: string): ReturnType<typeof openTiny> {
  opened ??= openTiny(code);
  return opened;
}
