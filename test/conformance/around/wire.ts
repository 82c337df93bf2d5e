/** google.script.run, from the page to the server and back (facts/platform.md 2.3). */
import { sanitiseArguments } from '../../../workspace/faces/browser/sanitise';
import { createScriptRun } from '../../../workspace/faces/browser/script-run';
import type { RunAnswer, ScriptRun } from '../../../workspace/faces/browser/script-run';
import { rewriteScripts } from '../../../workspace/faces/rewrite-scripts';
import { failed, give, given, open, row } from './table';
import type { AroundFact } from './table';

/** Expression on the server, what the success handler gets. */
const RETURNED: [string, string, unknown][] = [
  ['undefined', 'undefined', null],
  ['a Date', 'new Date()', null],
  ['a Date deep inside', '({a: [1, {b: new Date()}]})', null],
  ['a Google object', 'SpreadsheetApp.getActiveSpreadsheet()', null],
  ['a Google object inside', '[sheet_().getRange(1, 1)]', null],
  ['an Int8Array', 'new Int8Array([115, 1])', { 0: 115, 1: 1 }],
  ['bytes of getBytes', 'Utilities.newBlob("あ").getBytes()', [-29, -127, -126]],
  ['Map, Set, RegExp and Number', '[new Map([[1, 2]]), new Set([1]), /a/, new Number(1)]', [{}, {}, {}, {}]],
  ['a boxed String', 'new String("ab")', { 0: 'a', 1: 'b' }],
  ['a function', 'arrow', "() => 'arrow'"],
  ['a Promise', 'Promise.resolve("ok")', 'ok'],
];

const UNCONFIRMED: [string, string, unknown][] = [
  ['NaN and Infinity', '[NaN, Infinity]', [null, null]],
  ['undefined properties', '({a: undefined, b: 1})', { b: 1 }],
  ['a Promise that never settles', 'new Promise(() => undefined)', null],
  ['an instance of a class', 'new (class { constructor() { this.a = 1; } m() {} })()', { a: 1 }],
];

const SERVER_ERROR = "Exception|We're sorry, a server error occurred. Please wait a bit and try again.";

function thrown(value: unknown): string {
  try {
    sanitiseArguments([value]);
  } catch (error) {
    return String(error);
  }
  return 'nothing was thrown';
}

function runner(): { run: ScriptRun; sent: string[]; answers: ((answer: RunAnswer) => void)[] } {
  const sent: string[] = [];
  const answers: ((answer: RunAnswer) => void)[] = [];
  const run = createScriptRun(
    ['one', 'two', 'three_'],
    (name) =>
      new Promise((resolve) => {
        sent.push(name);
        answers.push(resolve);
      }),
  );
  return { run, sent, answers };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const WIRE: AroundFact[] = [
  ...RETURNED.map(([what, code, value]) =>
    row(
      `wire.${what}`,
      `${what} reaches the success handler as ${JSON.stringify(value)}.`,
      'tk:2023-08-28',
      'M',
      async () => expect(await given(code)).toEqual(value),
    ),
  ),
  ...UNCONFIRMED.map(([what, code, value]) =>
    row(
      `wire.${what}`,
      `${what} reaches the success handler as ${JSON.stringify(value)}.`,
      'platform.md 2.3',
      'U',
      async () => expect(await given(code)).toEqual(value),
    ),
  ),
  row('wire.uint8', 'A Uint8Array is a server error.', 'tk:2023-08-28', 'M', async () => {
    expect(await failed(await open(), 'new Uint8Array(2)')).toBe(SERVER_ERROR);
  }),
  row('wire.bigint', 'A BigInt is a server error.', 'platform.md 2.3', 'U', async () => {
    expect(await failed(await open(), '1n')).toBe(SERVER_ERROR);
  }),
  row(
    'wire.error',
    'An error reaches the failure handler with its name and text.',
    'platform.md 2.3',
    'U',
    async () => {
      expect(await failed(await open(), '(() => { throw new TypeError("abc"); })()')).toBe(
        'TypeError|TypeError: abc',
      );
    },
  ),
  row(
    'wire.rejected',
    'A rejected entry point reaches the failure handler.',
    'poehnelt-async',
    'U',
    async () => {
      expect(await failed(await open(), 'Promise.reject(new Error("abc"))')).toBe('Error|Error: abc');
    },
  ),
  row(
    'wire.private',
    'A name ending _ cannot be called, nor one that is only assigned.',
    'guides/html/communication',
    'D',
    async () => {
      const { control } = await open();
      for (const name of ['hidden_', 'assigned', 'toString', 'doGet.call']) {
        expect(await control.post('/api/call', { page: 'exec', function: name, args: [] })).toMatchObject({
          ok: false,
          error: { message: `Script function not found: ${name}` },
        });
      }
    },
  ),
  row(
    'wire.public',
    'Every other top-level function is open to every visitor, also const f = () => ….',
    'guides/html/communication',
    'D',
    async () => {
      const { control } = await open();
      expect(await control.post('/api/call', { page: 'exec', function: 'arrow', args: [] })).toEqual({
        ok: true,
        value: 'arrow',
      });
      expect(await control.post('/api/call', { page: 'exec', function: 'watch', args: [] })).toMatchObject({
        ok: true,
      });
    },
  ),
  row(
    'wire.lost',
    'An answer can get lost after the server has done its work: NetworkError.',
    'field reports',
    'F',
    async () => {
      const opened = await open();
      await opened.control.post('/api/faults', { kind: 'lostAnswer', at: { function: 'give' } });
      expect(await give(opened, 'sheet_().getRange(1, 1).setValue(7) && 1')).toMatchObject({
        ok: false,
        error: { name: 'NetworkError' },
      });
      const [tab] = await opened.control.get<string[]>('/api/sheets');
      expect(await opened.control.get(`/api/sheets/${encodeURIComponent(tab ?? '')}`)).toMatchObject({
        values: [[7]],
      });
    },
  ),
  ...[
    'new Date(0)',
    '() => 1',
    '/a/',
    'new Map()',
    'new Uint8Array(1)',
    'Promise.resolve()',
    'new String("a")',
  ].map((code) =>
    row(
      `client.illegal ${code}`,
      `The argument ${code} throws at the call.`,
      'mae_html_user; 70871946712',
      'C',
      () => {
        expect(thrown((0, eval)(`(${code})`))).toBe('TypeError: Failed due to illegal value in property: 0');
      },
    ),
  ),
  row('client.inner', 'The innermost property is named.', 'mae_html_user', 'C', () => {
    expect(thrown({ a: [{ born: new Date(0) }] })).toMatch(/property: born$/u);
  }),
  row('client.circle', 'A circle is refused.', 'mae_html_user', 'C', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(thrown(circle)).toBe('TypeError: Failed due to circular reference.');
  }),
  row('client.json', 'undefined and NaN become null, keys ending __ vanish.', 'mae_html_user', 'C', () => {
    expect(sanitiseArguments([undefined, NaN, { a__: 1, b: undefined, c: 2 }])).toBe('[null,null,{"c":2}]');
  }),
  row(
    'client.keys',
    'The functions are own keys, private ones are missing; the handlers are not listed.',
    'mae_html_user; gas-client',
    'C',
    () => {
      expect(Object.keys(runner().run)).toEqual(['one', 'two']);
    },
  ),
  row(
    'client.ten',
    'Ten calls run at once, the eleventh waits.',
    'guides/html/communication',
    'D',
    async () => {
      const { run, sent, answers } = runner();
      for (let index = 0; index < 11; index += 1) run['one']?.();
      expect(sent).toHaveLength(10);
      answers[4]?.({ ok: true, value: 'null' });
      await settled();
      expect(sent).toHaveLength(11);
    },
  ),
  row(
    'client.order',
    'Answers come in any order, each to its own handler.',
    'guides/html/communication',
    'D',
    async () => {
      const { run, answers } = runner();
      const heard: unknown[] = [];
      for (const name of ['one', 'two']) {
        (run['withSuccessHandler']?.((value: unknown) => heard.push([name, value])) as ScriptRun)[name]?.();
      }
      answers[1]?.({ ok: true, value: '2' });
      await settled();
      answers[0]?.({ ok: true, value: '1' });
      await settled();
      expect(heard).toEqual([
        ['two', 2],
        ['one', 1],
      ]);
    },
  ),
  row(
    'client.reserved',
    'A result with a key ending __ goes to the failure handler.',
    'mae_html_user',
    'C',
    async () => {
      const { run, answers } = runner();
      const heard: string[] = [];
      (run['withFailureHandler']?.((error: Error) => heard.push(error.message)) as ScriptRun)['one']?.();
      answers[0]?.({ ok: true, value: '{"a__":1}' });
      await settled();
      expect(heard).toEqual(['User properties cannot end with "__". Failed on property: a__']);
    },
  ),
  row(
    'page.template',
    'The rewriter cuts a line at // inside a template literal.',
    'enuchi/React-Google-Apps-Script#157',
    'F',
    () => {
      const { html } = rewriteScripts('<script>var a = `https://x`; f();\n</script>');
      expect(html).not.toContain('//x');
      expect(html).not.toContain('f();');
    },
  ),
  row(
    'page.comments',
    'The rewriter takes comments away and leaves escaped slashes.',
    'issuetracker 156139610',
    'F',
    () => {
      const { html } = rewriteScripts("<script>var a = 'http:\\/\\/x'; // gone\n</script>");
      expect(html).toContain('http:\\/\\/x');
      expect(html).not.toContain('gone');
    },
  ),
];
