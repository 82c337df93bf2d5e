import type { Workspace } from '../../workspace/engine/workspace';
import { ask, closeAll, NOW, openTiny, OWNER, valueOf } from './engine-project';

afterAll(closeAll);

const COUNTER = `
  function careless() {
    const store = PropertiesService.getScriptProperties();
    const n = Number(store.getProperty('n') || 0);
    store.setProperty('n', String(n + 1));
    return n;
  }
  function careful() {
    const lock = LockService.getScriptLock();
    lock.waitLock(10000);
    const n = careless();
    lock.releaseLock();
    return n;
  }
  function count() { return Number(PropertiesService.getScriptProperties().getProperty('n')); }
  function luck() { return [Math.random(), Utilities.getUuid()]; }
  function log() {
    const store = PropertiesService.getScriptProperties();
    for (let i = 0; i < 4; i += 1) store.setProperty('log', (store.getProperty('log') || '') + Session.getScriptTimeZone().length + i);
  }`;

/** Four executions at once; the values they return, in the order they were started. */
async function four(workspace: Workspace, name: string): Promise<unknown[]> {
  const results = await Promise.all([1, 2, 3, 4].map(() => ask(workspace, name)));
  return results.map(({ value, error }) => error?.message ?? value);
}

describe('executions at the same time', () => {
  it('lose updates without a lock and none with it, whatever the schedule', async () => {
    const workspace = await openTiny(COUNTER, { seed: 1 });
    let lost = 0;
    for (let seed = 1; seed <= 10; seed += 1) {
      await workspace.clear({ owner: OWNER, editors: [] });
      workspace.reseed(seed);
      await four(workspace, 'careless');
      lost += 4 - Number(await valueOf(workspace, 'count'));
      await workspace.clear({ owner: OWNER, editors: [] });
      await four(workspace, 'careful');
      expect(await valueOf(workspace, 'count')).toBe(4);
    }
    expect(lost).toBeGreaterThan(0);
  });

  it('go the same way again with the same seed, and other ways with others', async () => {
    const workspace = await openTiny(COUNTER, { seed: 0 });
    const play = async (seed: number): Promise<string> => {
      await workspace.clear({ owner: OWNER, editors: [] });
      workspace.reseed(seed);
      const values = await four(workspace, 'careless');
      const lucky = await four(workspace, 'luck');
      return JSON.stringify([
        values,
        lucky,
        workspace.executions().map(({ id, ms, calls }) => [id, ms, calls]),
      ]);
    };
    const first: string[] = [];
    for (const seed of [1, 2, 3, 4, 5, 6]) first.push(await play(seed));
    for (const seed of [6, 5, 4, 3, 2, 1]) expect(await play(seed)).toBe(first[seed - 1]);
    expect(
      new Set(first.map((text) => JSON.stringify((JSON.parse(text) as unknown[])[0]))).size,
    ).toBeGreaterThan(1);
  });

  it('are 30 for one user, and the 31st is refused', async () => {
    const workspace = await openTiny('function hold() { Utilities.sleep(1000); return 1; }');
    const started = Array.from({ length: 31 }, () => ask(workspace, 'hold'));
    const other = ask(workspace, 'hold', [], { effectiveUser: 'staff@example.jp' });
    const results = await Promise.all(started);
    expect(results.filter(({ value }) => value === 1)).toHaveLength(30);
    expect(results[30]?.error?.message).toBe(
      'There are too many scripts running simultaneously for this Google user account.',
    );
    expect((await other).value).toBe(1);
  });
});

describe('workspace time', () => {
  it('moves on when everybody waits, and not before', async () => {
    const workspace = await openTiny(`
      function nap(ms) { Utilities.sleep(ms); return Date.now(); }`);
    const [long, short] = await Promise.all([
      valueOf(workspace, 'nap', [60_000]),
      valueOf(workspace, 'nap', [1_000]),
    ]);
    expect([long, short]).toEqual([NOW + 60_000, NOW + 1_000]);
    expect(workspace.clock.now()).toBe(NOW + 60_000);
  });

  it('ends an execution after six minutes, a simple trigger after thirty seconds, without finally', async () => {
    const workspace = await openTiny(`
      function endless() {
        LockService.getScriptLock().tryLock(0);
        try { for (;;) Utilities.sleep(100000); } finally { PropertiesService.getScriptProperties().setProperty('finally', '1'); }
      }
      function lockFree() { return LockService.getScriptLock().tryLock(0); }
      function left() { return PropertiesService.getScriptProperties().getProperty('finally'); }`);
    const { record, error } = await ask(workspace, 'endless');
    expect(record).toMatchObject({ outcome: 'timeout', ms: 360_000 });
    expect(error?.message).toBe('Exceeded maximum execution time');
    expect((await ask(workspace, 'endless', [], { kind: 'simple' })).record.ms).toBe(30_000);
    expect(await valueOf(workspace, 'lockFree')).toBe(true);
    expect(await valueOf(workspace, 'left')).toBeNull();
  });

  it('ends a script that never comes back', async () => {
    const workspace = await openTiny('function spin() { for (;;); } function fine() { return 1; }', {
      patience: 300,
    });
    expect((await ask(workspace, 'spin')).record.outcome).toBe('timeout');
    expect(await valueOf(workspace, 'fine')).toBe(1);
  });
});

describe('locks', () => {
  const LOCKS = `
    function hold(ms, after) {
      Utilities.sleep(after);
      const lock = LockService.getScriptLock();
      lock.waitLock(60000);
      Utilities.sleep(ms);
      const held = lock.hasLock();
      lock.releaseLock();
      lock.releaseLock();
      return [held, lock.hasLock(), Date.now()];
    }
    function tries(ms) { Utilities.sleep(10); return LockService.getScriptLock().tryLock(ms); }
    function waits(ms) { Utilities.sleep(10); LockService.getScriptLock().waitLock(ms); return Date.now(); }
    function twice() { const lock = LockService.getScriptLock(); return [lock.tryLock(0), lock.tryLock(0), lock.hasLock()]; }
    function negative() { return LockService.getScriptLock().tryLock(-5); }
    function users() { return LockService.getUserLock().tryLock(0); }
    function userHold() { LockService.getUserLock().tryLock(0); Utilities.sleep(1000); }
    function documents() { return LockService.getDocumentLock() === null; }
    function caches() { return CacheService.getDocumentCache() === null; }`;

  it('queue on the workspace clock in the order of asking', async () => {
    const workspace = await openTiny(LOCKS);
    const values = await Promise.all([1, 2, 3].map((turn) => valueOf(workspace, 'hold', [1_000, turn])));
    expect(values).toEqual([
      [true, false, NOW + 1_001],
      [true, false, NOW + 2_001],
      [true, false, NOW + 3_001],
    ]);
  });

  it('time out with Google’s answer, and free themselves at the end of the execution', async () => {
    const workspace = await openTiny(LOCKS);
    const holder = ask(workspace, 'hold', [5_000, 0]);
    const [tried, waited] = await Promise.all([
      ask(workspace, 'tries', [1_000]),
      ask(workspace, 'waits', [2_000]),
    ]);
    expect(tried.value).toBe(false);
    expect(waited.error?.message).toBe('Lock timeout: another process was holding the lock for too long.');
    expect(waited.record).toMatchObject({ ms: 2_010, waits: 2 });
    await holder;
    expect(await valueOf(workspace, 'tries', [0])).toBe(true);
    expect(await valueOf(workspace, 'tries', [0])).toBe(true);
    expect(await valueOf(workspace, 'twice')).toEqual([true, true, true]);
    expect(await valueOf(workspace, 'negative')).toBe(false);
  });

  it('of users are one for each user; those of the document do not exist in a web app', async () => {
    const workspace = await openTiny(LOCKS);
    const holder = ask(workspace, 'userHold');
    const other = await ask(workspace, 'users', [], { effectiveUser: 'staff@example.jp', kind: 'sidebar' });
    expect(other.value).toBe(true);
    await holder;
    expect(await valueOf(workspace, 'documents')).toBe(true);
    expect(await valueOf(workspace, 'caches')).toBe(true);
    expect((await ask(workspace, 'documents', [], { kind: 'sidebar' })).value).toBe(false);
  });
});

describe('a running clock', () => {
  it('lets sleeps and lock queues pass in real time', async () => {
    const workspace = await openTiny(
      'function nap(ms) { const before = Date.now(); Utilities.sleep(ms); return Date.now() - before; }',
      { frozen: false },
    );
    const [short, long] = await Promise.all([
      valueOf(workspace, 'nap', [20]),
      valueOf(workspace, 'nap', [60]),
    ]);
    expect(short).toBeGreaterThanOrEqual(20);
    expect(long).toBeGreaterThanOrEqual(60);
  });

  it('stands still when it is stopped and goes on from there', async () => {
    const workspace = await openTiny('function now() { return Date.now(); }', { frozen: false });
    workspace.clock.running(false);
    const stopped = workspace.clock.now();
    expect(await valueOf(workspace, 'now')).toBe(stopped);
    workspace.clock.set(NOW + 3_600_000);
    workspace.clock.running(true);
    expect(await valueOf(workspace, 'now')).toBeGreaterThanOrEqual(NOW + 3_600_000);
  });
});
