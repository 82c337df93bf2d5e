/** google.script.run as the pages use it: one promise a call, in order, never rejected. */
import { createServer } from '../../src/ui/call-server';
import { createClientKeys, newClientKey } from '../../src/ui/client-key';

interface Sent {
  call: unknown;
  success: (value: unknown) => void;
  failure: (error: unknown) => void;
}

/** A google.script.run that keeps each call until the test answers it. */
function installRunner(): Sent[] {
  const sent: Sent[] = [];
  const runner = (success: Sent['success'], failure: Sent['failure']): unknown => ({
    withSuccessHandler: (handler: Sent['success']) => runner(handler, failure),
    withFailureHandler: (handler: Sent['failure']) => runner(success, handler),
    mypage: (call: unknown) => sent.push({ call, success, failure }),
  });
  const none = () => undefined;
  Object.assign(globalThis, { google: { script: { run: runner(none, none) } } });
  return sent;
}

const settled = () => jest.advanceTimersByTimeAsync(0);

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
  Object.assign(globalThis, { google: undefined });
});

test('the second call leaves when the first is answered', async () => {
  const sent = installRunner();
  const server = createServer('mypage');
  const first = server({ method: 'login', args: {} });
  const second = server({ method: 'view', args: {} });
  await settled();
  expect(sent.map(({ call }) => call)).toEqual([{ method: 'login', args: {} }]);
  sent[0]?.success({ ok: true, value: 1 });
  await expect(first).resolves.toEqual({ ok: true, value: 1 });
  await settled();
  sent[1]?.success({ ok: false, code: 'BUSY' });
  await expect(second).resolves.toEqual({ ok: false, code: 'BUSY' });
});

test('a call beside the others neither waits nor makes wait', async () => {
  const sent = installRunner();
  const server = createServer('mypage');
  void server({ method: 'status', args: {} }, { beside: true });
  void server({ method: 'login', args: {} });
  await settled();
  expect(sent).toHaveLength(2);
});

test('what is undefined is not sent, and missing arguments are null', async () => {
  const sent = installRunner();
  void createServer('mypage')({ method: 'view', args: undefined, ...({ token: undefined } as object) });
  await settled();
  expect(sent[0]?.call).toStrictEqual({ method: 'view', args: null });
});

test.each([
  ['a broken connection', { name: 'NetworkError', message: 'Connection failure due to HTTP 0' }, 'NO_ANSWER'],
  ['an account Google refuses', { name: 'ScriptError', message: 'PERMISSION_DENIED' }, 'NOT_ALLOWED'],
  ['a server error', { name: 'ScriptError', message: 'Error: abc' }, 'FAILED'],
  ['a Japanese server error', { name: 'Exception', message: 'サーバー エラーが発生しました。' }, 'FAILED'],
])('%s becomes a code', async (_, error, code) => {
  const sent = installRunner();
  const answer = createServer('mypage')({ method: 'view', args: {} });
  await settled();
  sent[0]?.failure(error);
  await expect(answer).resolves.toEqual({ ok: false, code });
});

test.each([null, 'text', {}, { ok: true }, { ok: false }, { ok: 'yes', value: 1 }])(
  'an answer of another shape (%j) is a failure, not a value',
  async (value) => {
    const sent = installRunner();
    const answer = createServer('mypage')({ method: 'view', args: {} });
    await settled();
    sent[0]?.success(value);
    await expect(answer).resolves.toEqual({ ok: false, code: 'FAILED' });
  },
);

test('a call nobody answers ends after a minute with an unknown outcome, and the next one leaves', async () => {
  const sent = installRunner();
  const server = createServer('mypage');
  const first = server({ method: 'login', args: {} });
  void server({ method: 'view', args: {} });
  await jest.advanceTimersByTimeAsync(60_000);
  await expect(first).resolves.toEqual({ ok: false, code: 'NO_ANSWER' });
  await settled();
  expect(sent).toHaveLength(2);
});

test('without google.script a call fails at once', async () => {
  await expect(createServer('mypage')({ method: 'view', args: {} })).resolves.toEqual({
    ok: false,
    code: 'FAILED',
  });
});

test('client keys fit the contract and differ', () => {
  const keys = Array.from({ length: 100 }, newClientKey);
  expect(new Set(keys).size).toBe(100);
  for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9-]{16,64}$/);
});

test('a form keeps its key for the same arguments until the write is done', () => {
  const keys = createClientKeys();
  const key = keys.keyFor({ a: 1 });
  expect(keys.keyFor({ a: 1 })).toBe(key);
  expect(keys.keyFor({ a: 2 })).not.toBe(key);
  const other = keys.keyFor({ a: 2 });
  keys.settled();
  expect(keys.keyFor({ a: 2 })).not.toBe(other);
});
