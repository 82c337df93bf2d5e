fact(
  {
    id: 'runtime.absent',
    fact: 'Browser and Node globals are absent.',
    source: 'guides/v8-runtime; poehnelt-wintercg',
    grade: 'M',
  },
  () => {
    var names = (
      'setTimeout setInterval clearTimeout clearInterval setImmediate queueMicrotask structuredClone fetch Headers ' +
      'Request Response FormData File URL URLSearchParams DOMException atob btoa TextEncoder TextDecoder ' +
      'ReadableStream AbortController AbortSignal Event EventTarget crypto performance navigator window self document ' +
      'process Buffer require module exports'
    ).split(' ');
    equal_(
      names.filter((name) => (0, eval)('typeof ' + name) !== 'undefined'),
      [],
    );
  },
);
fact(
  {
    id: 'runtime.reference-error',
    fact: 'Bare use of an absent name is a ReferenceError.',
    source: 'guides/v8-runtime',
    grade: 'D',
  },
  () => throws_(() => (0, eval)('setTimeout(() => 1, 1)'), 'ReferenceError', 'setTimeout is not defined'),
);
fact(
  {
    id: 'runtime.present',
    fact: 'ECMAScript built-ins, console and WebAssembly are present.',
    source: 'poehnelt-wintercg',
    grade: 'M',
  },
  () => {
    var names =
      'globalThis Promise Symbol Proxy Reflect Map Set WeakMap Int8Array Uint8Array DataView JSON Math Intl'.split(
        ' ',
      );
    equal_(
      names.filter((name) => (0, eval)('typeof ' + name) === 'undefined'),
      [],
    );
    equal_(
      ['log', 'info', 'warn', 'error', 'time', 'timeEnd'].map((name) => typeof console[name]),
      Array(6).fill('function'),
    );
    equal_(typeof console.table, 'undefined');
    equal_(typeof WebAssembly.compileStreaming, 'undefined');
    equal_(typeof WebAssembly.Module, 'function');
  },
);
fact(
  {
    id: 'runtime.global-properties',
    fact: 'Services and script functions are properties of the global object.',
    source: 'guides/v8-runtime/migration',
    grade: 'D',
  },
  () => {
    equal_(typeof globalThis.Utilities.getUuid, 'function');
    equal_(typeof globalThis.runConformance, 'function');
    equal_(Object.keys(globalThis).includes('Utilities'), true);
  },
);
fact(
  {
    id: 'runtime.classic-scripts',
    fact: 'Files are classic scripts in one global scope.',
    source: 'guides/v8-runtime',
    grade: 'D',
  },
  () => {
    equal_((function () { return this === globalThis; })(), true); // prettier-ignore
    equal_(Function('return this')() === globalThis, true);
  },
);
fact(
  {
    id: 'runtime.time-zone',
    fact: 'Date methods use the script’s time zone.',
    source: 'Session.getScriptTimeZone',
    grade: 'D',
  },
  () => {
    equal_(Session.getScriptTimeZone(), 'Asia/Tokyo');
    equal_(new Date(0).getHours(), 9);
    equal_(new Date(2026, 3, 1).toISOString(), '2026-03-31T15:00:00.000Z');
    equal_(new Date() instanceof Date, true);
    equal_(Math.abs(Date.now() - new Date().getTime()) < 1000, true);
  },
);
fact(
  {
    id: 'runtime.locale',
    fact: 'toLocaleDateString follows the locale it is given.',
    source: 'guides/v8-runtime/migration',
    grade: 'D',
  },
  () =>
    equal_(
      new Date(2012, 11, 21).toLocaleDateString('de-DE', { year: 'numeric', month: 'long', day: 'numeric' }),
      '21. Dezember 2012',
    ),
);
fact(
  {
    id: 'runtime.promises',
    fact: 'Promise jobs run after the call stack has cleared.',
    source: 'poehnelt-async',
    grade: 'M',
  },
  () => {
    var order = [];
    Promise.resolve().then(() => order.push('job'));
    order.push('stack');
    equal_(order, ['stack']);
  },
);
fact(
  {
    id: 'runtime.modern-syntax',
    fact: 'ES2020 syntax is understood.',
    source: 'googleworkspace/apps-script-samples',
    grade: 'F',
  },
  () => {
    var none = null;
    equal_(none?.x ?? 'fallback', 'fallback');
    equal_([...'あい'].length, 2);
    equal_(typeof (async () => 1), 'function');
  },
);
fact(
  {
    id: 'runtime.enums',
    fact: 'Enumerations are Java-like objects, each value carrying its siblings.',
    source: 'gas-fakes live tests',
    grade: 'M',
  },
  () => {
    var utf8 = Utilities.Charset.UTF_8;
    equal_([utf8.toString(), utf8.name(), utf8.ordinal(), typeof utf8], ['UTF_8', 'UTF_8', 1, 'object']);
    equal_(JSON.stringify([utf8]), '["UTF_8"]');
    equal_(utf8.US_ASCII.toString(), 'US_ASCII');
    equal_(utf8.compareTo(Utilities.Charset.US_ASCII), 1);
  },
);
fact(
  {
    id: 'runtime.signature',
    fact: 'Wrong argument types name the method and the types given.',
    source: 'field reports',
    grade: 'F',
  },
  () =>
    throws_(
      () => LockService.getScriptLock().tryLock(),
      'Exception',
      "The parameters () don't match the method signature for LockService.Lock.tryLock.",
    ),
);
fact(
  {
    id: 'runtime.service-error',
    fact: 'A service’s error is an Error of the script’s realm named Exception.',
    source: 'ErrHandler',
    grade: 'F',
  },
  () => {
    try {
      CacheService.getScriptCache().get('');
    } catch (error) {
      equal_([error instanceof Error, error.name], [true, 'Exception']);
      return;
    }
    throw new Error('nothing was thrown');
  },
);
