import { ask, closeAll, NOW, openTiny, valueOf } from './engine-project';

afterAll(closeAll);

describe('the context of an execution', () => {
  it('is new for every execution', async () => {
    const workspace = await openTiny(
      'var seen = 0; function count() { seen += 1; Array.prototype.mark = 1; return seen; }',
    );
    expect(await valueOf(workspace, 'count')).toBe(1);
    expect(await valueOf(workspace, 'count')).toBe(1);
  });

  it('has no way to the host', async () => {
    const workspace = await openTiny(`
      function attempt(code) { try { return String(Function(code).call(this)); } catch (error) { return String(error); } }
      function imported() { return String(import_()); }
      function import_() { return (0, eval)("import('fs')").constructor.constructor('return typeof process + typeof require')(); }
      function stack() {
        const old = Error.prepareStackTrace;
        Error.prepareStackTrace = (_, sites) => sites.map((site) => typeof site.getFunction() + typeof site.getThis());
        const sites = new Error().stack;
        Error.prepareStackTrace = old;
        return sites;
      }`);
    const attempts = [
      'return this.constructor.constructor("return process")()',
      'return globalThis.__host',
      'return globalThis.__facade',
      'return console.log.constructor("return process")()',
      'return Utilities.getUuid.constructor("return process")()',
      'return require("fs")',
    ];
    const answers = await Promise.all(attempts.map((code) => valueOf(workspace, 'attempt', [code])));
    expect(answers).toEqual([
      'ReferenceError: process is not defined',
      'undefined',
      'undefined',
      'ReferenceError: process is not defined',
      'ReferenceError: process is not defined',
      'ReferenceError: require is not defined',
    ]);
    expect(await valueOf(workspace, 'imported')).toBe('undefinedundefined');
  });

  it('has the globals of Apps Script and no others', async () => {
    const workspace = await openTiny(`
      function kinds(names) { return names.map((name) => (0, eval)('typeof ' + name)); }
      function assembly() { return Object.getOwnPropertyNames(WebAssembly).sort(); }
      function enumerable() { return Object.keys(this); }
      function consoles() { return Object.keys(console); }`);
    const absent = ['setTimeout', 'URL', 'TextEncoder', 'atob', 'crypto', 'fetch', 'SharedArrayBuffer', 'Atomics', 'window',
      'global', 'Buffer', 'performance', 'queueMicrotask', 'structuredClone']; // prettier-ignore
    expect(await valueOf(workspace, 'kinds', [absent])).toEqual(absent.map(() => 'undefined'));
    const present = ['Promise', 'Intl', 'Proxy', 'Session', 'LockService', 'CacheService', 'PropertiesService', 'Utilities', 'Logger',
      'DriveApp', 'UrlFetchApp']; // prettier-ignore
    expect(await valueOf(workspace, 'kinds', [present])).not.toContain('undefined');
    expect(await valueOf(workspace, 'assembly')).toEqual([
      'Global',
      'Instance',
      'Memory',
      'Module',
      'Table',
      'compile',
      'instantiate',
      'validate',
    ]);
    expect(await valueOf(workspace, 'enumerable')).toEqual(
      expect.arrayContaining(['Session', 'Utilities', 'kinds']),
    );
    expect(await valueOf(workspace, 'consoles')).toEqual(['log', 'info', 'warn', 'error', 'time', 'timeEnd']);
  });

  it('tells workspace time in the time zone of the manifest', async () => {
    const workspace = await openTiny(`
      function times() {
        const now = new Date();
        class Later extends Date {}
        return { now: Date.now(), called: Date(), hours: now.getHours(), same: now instanceof Date, own: now.constructor === Date,
          later: new Later(0) instanceof Later, intl: new Intl.DateTimeFormat('en-GB').format(), date: new Date(2026, 0, 2).toISOString() };
      }`);
    expect(await valueOf(workspace, 'times')).toEqual({
      now: NOW,
      called: 'Sun Nov 22 2026 09:00:00 GMT+0900 (Japan Standard Time)',
      hours: 9,
      same: true,
      own: true,
      later: true,
      intl: '22/11/2026',
      date: '2026-01-01T15:00:00.000Z',
    });
  });

  it('lets time pass while the clock runs', async () => {
    const workspace = await openTiny(
      'function spin() { const start = Date.now(); while (Date.now() - start < 20) {} return Date.now() - start; }',
      { frozen: false },
    );
    expect(await valueOf(workspace, 'spin')).toBeGreaterThanOrEqual(20);
  });

  it('throws for every service and member that is not built', async () => {
    const workspace = await openTiny(`
      function drive() { DriveApp.getRootFolder(); }
      function member() { Session.getSomething(); }
      function change() { Session.getActiveUser = 1; }`);
    const names = ['drive', 'member', 'change'];
    const errors = await Promise.all(names.map(async (name) => (await ask(workspace, name)).error?.message));
    expect(errors).toEqual([
      'NotInWorkspace: DriveApp.getRootFolder',
      'NotInWorkspace: Session.getSomething',
      'NotInWorkspace: Session.getActiveUser = …',
    ]);
  });
});

describe('an entry function', () => {
  it('may be async, and promises run after the stack has cleared', async () => {
    const workspace = await openTiny(`
      async function later(x) { await null; return x + 1; }
      const arrow = async (x) => { const order = []; Promise.resolve().then(() => order.push('job')); order.push('stack'); await 0; await 0; return order; };
      async function failing() { await null; throw new TypeError('late'); }
      function unhandled() { Promise.reject(new Error('nobody hears')); return 'fine'; }
      function pending() { return new Promise(() => {}); }`);
    expect(await valueOf(workspace, 'later', [1])).toBe(2);
    expect(await valueOf(workspace, 'arrow')).toEqual(['stack', 'job']);
    expect((await ask(workspace, 'failing')).error).toMatchObject({
      name: 'TypeError',
      message: 'TypeError: late',
    });
    expect(await valueOf(workspace, 'unhandled')).toBe('fine');
    expect(await valueOf(workspace, 'pending')).toBeNull();
  });

  it('is found by the static parse only, and never with a name ending _', async () => {
    const workspace = await openTiny(`
      var global = this;
      function stub() {}
      function secret_() { return 1; }
      const named = function () { return 'named'; };
      (function () { global.stub = () => 'replaced'; global.undeclared = () => 1; })();`);
    expect(workspace.project.functionNames).toEqual(['stub', 'named']);
    expect(await valueOf(workspace, 'stub')).toBe('replaced');
    expect(await valueOf(workspace, 'named')).toBe('named');
    for (const name of [
      'secret_',
      'undeclared',
      'nothing',
      'constructor',
      'Session',
      'Session.getActiveUser',
    ]) {
      expect((await ask(workspace, name)).error).toMatchObject({
        name: 'Exception',
        message: `Script function not found: ${name}`,
      });
    }
  });

  it('takes the arguments of the wire as values of its own realm', async () => {
    const workspace = await openTiny(
      'function take(a, b) { return [a instanceof Array, b instanceof Object, Object.keys(b), b.__proto__ === Object.prototype]; }',
    );
    const args = JSON.parse('[[1], {"__proto__": 1, "x": 2}]') as never;
    expect(await valueOf(workspace, 'take', args)).toEqual([true, true, ['__proto__', 'x'], false]);
  });

  it('shows its error as Google does, with the frames of the script only', async () => {
    const workspace = await openTiny(`
      function boom() { throw new Error('abc'); }
      function text() { throw 'just text'; }
      function platform() { LockService.getScriptLock().tryLock(); }`);
    const { error, record } = await ask(workspace, 'boom');
    expect(error).toEqual({
      name: 'Error',
      message: 'Error: abc',
      stack: expect.stringMatching(/^ {4}at boom \(Code:2:\d+\)$/u) as string,
    });
    expect(record).toMatchObject({ outcome: 'error', error: { name: 'Error', message: 'abc' } });
    expect((await ask(workspace, 'text')).error?.message).toBe('Error: just text');
    expect((await ask(workspace, 'platform')).error?.message).toBe(
      "The parameters () don't match the method signature for LockService.Lock.tryLock.",
    );
  });
});

describe('a web page', () => {
  it('comes from doGet with its query, and only as HtmlOutput', async () => {
    const workspace = await openTiny(`
      function doGet(e) {
        if (e.parameter.mode === 'nothing') return;
        if (e.parameter.mode === 'text') return 'text';
        if (e.parameter.mode === 'promise') return Promise.resolve(HtmlService.createHtmlOutput('x'));
        return HtmlService.createHtmlOutput('<p>' + JSON.stringify(e) + '</p>').setTitle('題');
      }`);
    const get = async (query: string): Promise<unknown> => {
      const { html, error } = await ask(workspace, 'doGet', [], { event: { type: 'doGet', query } });
      return html ?? error?.message;
    };
    expect(await get('a=1&a=2&b=%E3%81%82')).toMatchObject({
      title: '題',
      xFrame: 'DEFAULT',
      content:
        '<p>{"queryString":"a=1&a=2&b=%E3%81%82","parameter":{"a":"1","b":"あ"},"parameters":{"a":["1","2"],"b":["あ"]},"contextPath":"","contentLength":-1}</p>',
    });
    expect(await get('mode=nothing')).toBe('The script completed but did not return anything.');
    const unsupported = 'The script completed but the returned value is not a supported return type.';
    expect(await get('mode=text')).toBe(unsupported);
    expect(await get('mode=promise')).toBe(unsupported);
  });
});
