/** Thousands of seeded calls of every global: typed refusals only, nothing told, nothing changed. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { mypageArgs } from '../../src/contract/mypage';
import { officeArgs } from '../../src/contract/office';
import { officeDay, type OfficeDay } from '../support/office-day';
import { startProbed, type Probed } from './support/probe';
import { readTabs } from './support/tabs';

const surface = JSON.parse(readFileSync('build/surface.json', 'utf8')) as string[];
const SEED = 20261122;
/** Calls a global gets; a hundred go in one execution, a few alone as visitors make them. */
const MANY = 300;
const ALONE = 15;

/** Text that has broken something somewhere. */
const nasty = fc.constantFrom(
  '', ' ', '\u3000', '\u200b', '\ufeff', '\u202e', '\u0000', '\r\nBcc: x@example.com', '=1+1', '＝1+1', '+1', '-1', '@SUM(A1)',
  '\t=1', "'=1", '<img src=x onerror=alert(1)>', '</script><script>alert(1)</script>', '{{氏名}}', '${1}', '__proto__',
  'constructor', 'prototype', 'toString', 'hasOwnProperty', '（番号）', '登録番号', '.*', '(a+)+$', '[', '\\', '%', '%00', '\ud800',
  '\udc00\ud83d', '\ufdfa'.repeat(100), 'あ'.repeat(101), '0'.repeat(5000), '🈲'.repeat(50), 'NaN', 'null', 'undefined', '1e309',
  '../../etc/passwd', 'javascript:alert(1)', '2026-02-30', '9999-99-99', 'x.y', 'eyJwIjoiaG9tZSJ9.AAAA',
); // prettier-ignore
const text = fc.oneof(
  nasty,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const scalar = fc.oneof(text, fc.double(), fc.integer(), fc.boolean(), fc.constant(null));
const name = fc.oneof(
  fc.constantFrom('method', 'args', 'token', 'key', 'number', 'password', 'birthDate', 'mail', 'tab', 'row', 'triggerUid', 'response', 'range', 'source', 'authMode', 'user'),
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'toJSON', 'length', 'then'),
  text,
); // prettier-ignore
const anything = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(name, tie('value'), { maxKeys: 5 }),
  ),
})).value;
/** What looks like a real call: right method, some right fields, junk in them. */
const nearly = fc.record(
  {
    method: fc.oneof(fc.constantFrom(...Object.keys(mypageArgs), ...Object.keys(officeArgs)), text),
    token: fc.oneof(text, anything),
    key: fc.oneof(fc.constant('0123456789abcdef0123'), text, anything),
    args: fc.oneof(
      fc.record({ number: text, password: text }),
      fc.record({ birthDate: fc.oneof(fc.constant('1960-01-01'), text), password: text }),
      fc.record({ mail: text, birthDate: fc.oneof(fc.constant('1960-01-01'), text) }),
      fc.record({ number: text }),
      fc.record({ mail: text, password: text }),
      fc.record({ code: text }),
      fc.record({
        changes: fc.dictionary(fc.oneof(fc.constantFrom('住所', '電話番号', '状態', '備考'), name), text),
      }),
      fc.record({ tab: text, row: fc.oneof(fc.integer(), fc.double()) }),
      fc.record({
        kind: fc.constantFrom('氏名', '生年月日訂正', '登録辞退', '休止', 'その他'),
        changes: fc.dictionary(fc.oneof(fc.constantFrom('氏名', 'フリガナ', '生年月日', '状態'), name), text),
        changedOn: text,
        note: text,
        evidence: fc.constantFrom('', '郵送待ち', '不要', '受領済'),
        receipt: text,
      }),
      fc.constant({}),
      anything,
    ),
  },
  { requiredKeys: ['method', 'args'] },
);
const event = fc.record(
  { triggerUid: fc.oneof(text, fc.integer(), anything), response: anything, range: anything, authMode: text },
  { requiredKeys: [] },
);
const argument = fc.oneof(nearly, event, anything);

let workspace: Probed;
let day: OfficeDay;
let before: unknown;

beforeAll(async () => {
  workspace = await startProbed();
  day = officeDay(workspace.control);
  before = await state();
});
afterAll(() => workspace.close());

/** Everything that would tell that a visitor has reached something. */
async function state(): Promise<unknown> {
  return {
    tabs: await readTabs(workspace.control),
    mails: await day.mails(),
    triggers: await workspace.control.get('/api/triggers'),
    form: await workspace.control.get('/api/form'),
    files: await workspace.control.get('/api/files'),
  };
}

/** Properties but for the two small queues and the brake, which are a visitor's to fill (bounds.test.ts). */
async function properties(): Promise<Record<string, string>> {
  const all = await workspace.properties();
  return Object.fromEntries(
    Object.entries(all).filter(([key]) => !/^(ask:|login:|backoff:|due:runEveryMinute$)/.test(key)),
  );
}

const CODES = [
  'LOGIN_FAILED', 'WAIT', 'SESSION_ENDED', 'FIRST_LOGIN_FAILED', 'INVALID', 'STOPPED', 'BUSY', 'NOT_STAFF', 'NOT_OWNER',
]; // prettier-ignore
/** Methods that answer anybody. */
const OPEN = ['status', 'requestPassword', 'requestNumber'];

/** Complains about an answer that is neither a typed refusal nor one of the open methods'. */
function complaint(
  global: string,
  given: unknown,
  answer: { ok: boolean; value: string },
): string | undefined {
  const said = `${global}(${JSON.stringify(given)}) → ${answer.value}`;
  if (/@example|見本|0000-|secret/.test(answer.value.replace(/"office":\{[^}]*\}/, '')))
    return `tells: ${said}`;
  if (global === 'doGet') return answer.ok ? undefined : said;
  if (global !== 'mypage' && global !== 'office') {
    // Handlers and menu items answer nothing; what they throw names neither data nor places in the code.
    return !answer.ok &&
      /^(DomainError: ){1,2}NOT_A_TRIGGER|^(Exception: Cannot call SpreadsheetApp\.getUi\(\))/.test(
        answer.value,
      )
      ? undefined
      : said;
  }
  if (!answer.ok) return `throws: ${said}`;
  const { ok, code } = JSON.parse(answer.value) as { ok: boolean; code?: string };
  if (!ok) return CODES.includes(code ?? '') ? undefined : said;
  return OPEN.includes(String((given as { method?: unknown }).method)) ? undefined : `grants: ${said}`;
}

it.each(surface)(
  '%s answers whatever it is sent with a typed refusal, or does its public job',
  async (global) => {
    const kept = await properties();
    const values = fc.sample(argument, { seed: SEED, numRuns: MANY });
    const complaints: string[] = [];
    for (let from = 0; from < values.length; from += 100) {
      const part = values.slice(from, from + 100);
      const answers = await workspace.many(part.map((value) => ({ name: global, argument: value })));
      // What the wire makes of a value is what the global got.
      const sent = JSON.parse(JSON.stringify(part)) as unknown[];
      answers.forEach((answer, index) =>
        complaints.push(...[complaint(global, sent[index], answer) ?? []].flat()),
      );
    }
    expect(complaints.slice(0, 3)).toEqual([]);
    expect(await properties()).toEqual(kept);
  },
);

it.each(surface)('%s does the same when each call is an execution of its own', async (global) => {
  const values = fc.sample(argument, { seed: SEED + 1, numRuns: ALONE });
  const complaints: string[] = [];
  for (const value of values) {
    const called = await workspace.control.post<{
      ok: boolean;
      value?: unknown;
      error?: { name: string; message: string };
    }>('/api/call', { page: 'exec', function: global, args: [value] });
    const answer = called.ok
      ? { ok: true, value: JSON.stringify(called.value ?? null) }
      : { ok: false, value: `${called.error?.name ?? ''}: ${called.error?.message ?? ''}` };
    complaints.push(...[complaint(global, JSON.parse(JSON.stringify(value)), answer) ?? []].flat());
  }
  expect(complaints.slice(0, 3)).toEqual([]);
});

it('all of it has changed no tab, no trigger and no form, and the jobs that follow mail nobody', async () => {
  expect(await state()).toEqual(before);
  await day.advance('PT6M');
  expect(await day.mails()).toEqual((before as { mails: unknown }).mails);
});

it('functions that are not on the surface cannot be called at all', async () => {
  for (const hidden of [
    'answerMypage',
    'toString',
    'constructor',
    'eval',
    'Function',
    '__proto__',
    'webpackJsonp',
    '',
  ])
    expect(
      await workspace.control
        .post<{ ok: boolean }>('/api/call', { page: 'exec', function: hidden, args: [] })
        .catch(() => ({ ok: false })),
    ).toMatchObject({ ok: false });
});
