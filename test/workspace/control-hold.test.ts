import { closeControls, openControl } from './control-world';
import type { Opened } from './control-world';

afterEach(closeControls);

const CODE = `
  const store = () => PropertiesService.getScriptProperties();
  function add(name, held) {
    const lock = LockService.getScriptLock();
    if (held) lock.waitLock(20000);
    for (let i = 0; i < 3; i += 1) store().setProperty('log', (store().getProperty('log') || '') + name);
    if (held) lock.releaseLock();
    store().setProperty('last', name);
    return store().getProperty('log');
  }
  function every() { ScriptApp.newTrigger('job').timeBased().everyMinutes(5).create(); }
  function job() { add('j'); }
  function slow() { Utilities.sleep(600); store().getProperty('a'); store().setProperty('end', '1'); }
`;

const call = ({ control }: Opened, ...args: unknown[]): Promise<unknown> =>
  control
    .post<{ value: unknown }>('/api/call', { page: 'exec', function: 'add', args })
    .then(({ value }) => value);

/** Arms a hold; answers how to learn that somebody stands there, and how to let go. */
async function hold({ control }: Opened, at: Record<string, unknown>) {
  const { id } = await control.post<{ id: number }>('/api/faults', { kind: 'hold', at });
  return {
    met: async () => (await control.get<{ happened: boolean }>(`/api/faults/${id}`)).happened,
    letGo: () => control.delete(`/api/faults/${id}`),
  };
}

describe('an execution that is held', () => {
  it('stands at exactly that call until it is let go, whatever others do', async () => {
    const opened = await openControl(CODE);
    const here = await hold(opened, { function: 'add', k: 4 });
    const first = call(opened, 'a');
    expect(await here.met()).toBe(true);
    expect(await call(opened, 'b')).toBe('abbb');
    await opened.control.post('/api/clock', { advance: 'PT5M' });
    await here.letGo();
    // It had read before the others wrote.
    expect(await first).toBe('aaa');
  });

  it('goes on as far as another waits for its lock, and no further', async () => {
    const opened = await openControl(CODE);
    await opened.control.post('/api/schedule', { order: 'steady' });
    const here = await hold(opened, { function: 'add', k: 3 });
    const first = call(opened, 'a', true);
    expect(await here.met()).toBe(true);
    expect(await call(opened, 'b', true)).toBe('aaabbb');
    expect(await opened.control.get('/api/properties')).toMatchObject({ last: 'b' });
    await here.letGo();
    expect(await first).toBe('aaabbb');
    expect(await opened.control.get('/api/properties')).toMatchObject({ last: 'a' });
  });

  it('let go before it asks for a lock, waits for the one that stands with it', async () => {
    const opened = await openControl(CODE);
    await opened.control.post('/api/schedule', { order: 'steady' });
    const before = await hold(opened, { function: 'add', call: 'Lock.waitLock', k: 1 });
    const first = call(opened, 'a', true);
    expect(await before.met()).toBe(true);
    const inside = await hold(opened, { function: 'add', k: 4 });
    const second = call(opened, 'b', true);
    expect(await inside.met()).toBe(true);
    await before.letGo();
    expect(await first).toBe('bbbaaa');
    await inside.letGo();
    expect(await second).toBe('bbbaaa');
  });

  it('lets time and triggers pass beside it, its own as well, and is ended past its six minutes', async () => {
    const opened = await openControl(CODE);
    const { control, run } = opened;
    await run('every');
    const here = await hold(opened, { function: 'job', k: 2 });
    const jump = control.post<{ executions: number[] }>('/api/clock', { advance: 'PT5M' });
    expect(await here.met()).toBe(true);
    await control.post('/api/clock', { advance: 'PT10M' });
    await here.letGo();
    await jump;
    const jobs = await control.get<{ function: string; outcome: string }[]>('/api/executions?since=1');
    expect(jobs.map(({ outcome }) => outcome)).toEqual(['timeout', 'ok']);
    expect(await control.get('/api/properties')).toMatchObject({ log: 'jjj' });
  });

  it('is told apart by number, and who waits for a hold that never comes is told', async () => {
    const opened = await openControl(CODE);
    await call(opened, 'a');
    const never = await hold(opened, { function: 'add', k: 1, since: 5 });
    const met = never.met();
    await call(opened, 'b');
    await never.letGo();
    expect(await met).toBe(false);
    expect(await (await hold(opened, { function: 'none' })).letGo()).toEqual({});
  });
});

describe('calls at the same moment', () => {
  const together = async (order: string, seed?: number): Promise<unknown> => {
    const opened = await openControl(CODE, { seed: 1 });
    await opened.control.post('/api/schedule', { order, ...(seed === undefined ? {} : { seed }) });
    const calls = ['a', 'b', 'c'].map((name) => ({
      path: '/api/call',
      body: { page: 'exec', function: 'add', args: [name] },
    }));
    const answers = await opened.control.post<{ status: number; json: { value: string } }[]>(
      '/api/together',
      { calls },
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    return answers.map(({ json }) => json.value);
  };

  it('go one after the other in steady order, and by the seed when drawn', async () => {
    expect(await together('steady')).toEqual(['aaa', 'aaabbb', 'aaabbbccc']);
    const drawn = [];
    for (const seed of [1, 2, 3]) drawn.push(await together('drawn', seed));
    expect(new Set(drawn.map((one) => JSON.stringify(one))).size).toBe(3);
    expect(await together('drawn', 2)).toEqual(drawn[1]);
  });

  it('are refused one by one, and an order nobody knows is refused', async () => {
    const { control } = await openControl(CODE);
    const answers = await control.post('/api/together', {
      calls: [{ path: '/api/none' }, { method: 'GET', path: '/api/faults' }],
    });
    expect(answers).toEqual([
      { status: 404, json: { error: 'The control API has no POST /api/none.' } },
      { status: 200, json: [] },
    ]);
    await expect(control.post('/api/schedule', { order: 'odd' })).rejects.toThrow('"order" must be one of');
    await expect(control.post('/api/together', {})).rejects.toThrow('"calls" must be a list');
  });
});

describe('a trigger told to run', () => {
  it('runs now without time moving', async () => {
    const { control, run } = await openControl(CODE);
    await run('every');
    const before = await control.get('/api/triggers');
    expect(await control.post('/api/triggers', { run: 'job' })).toEqual({ executions: [2] });
    expect(await control.get('/api/properties')).toMatchObject({ log: 'jjj' });
    expect(await control.get('/api/triggers')).toEqual(before);
    await expect(control.post('/api/triggers', { run: 'none' })).rejects.toThrow(
      'No clock-driven trigger calls none.',
    );
  });
});
