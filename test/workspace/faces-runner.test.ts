import { CALLS_AT_ONCE, createScriptRun } from '../../workspace/faces/browser/script-run';
import type { RunAnswer, ScriptRun } from '../../workspace/faces/browser/script-run';

interface Sent {
  name: string;
  args: string;
  answer(answer: RunAnswer): void;
  lose(): void;
}

function open(names: string[] = ['first', 'second', 'hidden_']): { run: ScriptRun; sent: Sent[] } {
  const sent: Sent[] = [];
  const run = createScriptRun(
    names,
    (name, args) =>
      new Promise((resolve, reject) => {
        sent.push({ name, args, answer: resolve, lose: () => reject(new Error('gone')) });
      }),
  );
  return { run, sent };
}

function withHandlers(run: ScriptRun, log: unknown[]): ScriptRun {
  const withSuccess = run['withSuccessHandler']?.((value: unknown, object: unknown) =>
    log.push(['ok', value, object]),
  );
  return (withSuccess as ScriptRun)['withFailureHandler']?.((error: Error) =>
    log.push(['failed', error.name, error.message]),
  ) as ScriptRun;
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const ok = (value: unknown): RunAnswer => ({ ok: true, value: JSON.stringify(value) });

describe('google.script.run', () => {
  it('lists the functions of the server as its own keys, without private ones', () => {
    expect(Object.keys(open().run)).toEqual(['first', 'second']);
  });

  it('gives a new runner for every handler and leaves the old one as it was', async () => {
    const { run, sent } = open();
    const log: unknown[] = [];
    withHandlers(run, log)['first']?.(1);
    expect(run['second']?.(2)).toBeUndefined();
    sent[0]?.answer(ok('one'));
    sent[1]?.answer(ok('two'));
    await settled();
    expect(sent.map(({ name, args }) => [name, args])).toEqual([
      ['first', '[1]'],
      ['second', '[2]'],
    ]);
    expect(log).toEqual([['ok', 'one', undefined]]);
  });

  it('hands the user object to the handler', async () => {
    const { run, sent } = open();
    const log: unknown[] = [];
    (withHandlers(run, log)['withUserObject']?.({ row: 3 }) as ScriptRun)['first']?.();
    sent[0]?.answer(ok(null));
    await settled();
    expect(log).toEqual([['ok', null, { row: 3 }]]);
  });

  it('throws at the call and sends nothing when an argument is illegal', () => {
    const { run, sent } = open();
    const log: unknown[] = [];
    expect(() => withHandlers(run, log)['first']?.(new Date(0))).toThrow(TypeError);
    expect(sent).toEqual([]);
    expect(log).toEqual([]);
  });

  it('runs ten calls at once; the eleventh waits for any answer', async () => {
    const { run, sent } = open();
    for (let index = 0; index <= CALLS_AT_ONCE; index += 1) run['first']?.(index);
    expect(sent).toHaveLength(10);
    sent[7]?.answer(ok(null));
    await settled();
    expect(sent.map(({ args }) => args).at(-1)).toBe('[10]');
  });

  it('takes answers in any order', async () => {
    const { run, sent } = open();
    const log: unknown[] = [];
    const runner = withHandlers(run, log);
    runner['first']?.();
    runner['second']?.();
    sent[1]?.answer(ok(2));
    await settled();
    sent[0]?.answer(ok(1));
    await settled();
    expect(log.map((entry) => (entry as unknown[])[1])).toEqual([2, 1]);
  });

  it('rebuilds a failure as an Error with the name, text and stack of the server', async () => {
    const { run, sent } = open();
    const errors: Error[] = [];
    (run['withFailureHandler']?.((error: Error) => errors.push(error)) as ScriptRun)['first']?.();
    sent[0]?.answer({
      ok: false,
      error: { name: 'Error', message: 'Error: abc', stack: '    at first (Code:3)' },
    });
    await settled();
    expect(errors[0]).toBeInstanceOf(Error);
    expect([errors[0]?.name, errors[0]?.message]).toEqual(['Error', 'Error: abc']);
    expect(errors[0]?.stack).toContain('at first (Code:3)');
  });

  it('fails with NetworkError when no answer came back', async () => {
    const { run, sent } = open();
    const log: unknown[] = [];
    withHandlers(run, log)['first']?.();
    sent[0]?.lose();
    await settled();
    expect(log).toEqual([['failed', 'NetworkError', 'Connection failure due to HTTP 0']]);
  });

  it('fails when a property of the answer ends with two underscores', async () => {
    const { run, sent } = open();
    const log: unknown[] = [];
    withHandlers(run, log)['first']?.();
    sent[0]?.answer(ok({ rows: [{ secret__: 1 }] }));
    await settled();
    expect(log).toEqual([
      [
        'failed',
        'InvalidArgumentError',
        'User properties cannot end with "__". Failed on property: secret__',
      ],
    ]);
  });

  it.each([
    ['no failure handler', (run: ScriptRun): ScriptRun => run],
    [
      'null as failure handler',
      (run: ScriptRun): ScriptRun => run['withFailureHandler']?.(null) as ScriptRun,
    ],
  ])('throws uncaught with %s', async (_, prepare) => {
    const { run, sent } = open();
    const timers = jest
      .spyOn(globalThis, 'setTimeout')
      .mockImplementation(() => 0 as unknown as NodeJS.Timeout);
    prepare(run)['first']?.();
    sent[0]?.answer({ ok: false, error: { name: 'Exception', message: 'no' } });
    await settled();
    const thrower = timers.mock.calls[0]?.[0];
    timers.mockRestore();
    expect(thrower).toThrow('no');
  });
});
