import type { Fault } from '../../workspace/engine/faults';
import type { ExecutionResult, Workspace } from '../../workspace/engine/workspace';
import { ask, closeAll, NOW, openTiny, valueOf } from './engine-project';

afterAll(closeAll);

const CODE = `
  function work() {
    const lock = LockService.getScriptLock();
    lock.waitLock(1000);
    const store = PropertiesService.getScriptProperties();
    try {
      store.setProperty('a', '1');
      store.setProperty('b', '1');
    } catch (error) {
      store.setProperty('caught', error.name + ': ' + error.message);
    } finally {
      store.setProperty('finally', '1');
    }
    lock.releaseLock();
    return 'done';
  }
  function state() { return PropertiesService.getScriptProperties().getProperties(); }
  function free() { return LockService.getScriptLock().tryLock(0); }
  function cacheTwice() {
    const cache = CacheService.getScriptCache();
    cache.put('x', '1');
    return [cache.get('x'), cache.get('x')];
  }
  function tries() { return [LockService.getScriptLock().tryLock(500), Date.now(), LockService.getScriptLock().tryLock(0)]; }
  function caught() { try { return Session.getActiveUser().getEmail(); } catch (error) { return [error.name, error.message, error instanceof Error]; } }`;

async function withFault(workspace: Workspace, fault: Fault, name = 'work'): Promise<ExecutionResult> {
  workspace.faults.clear();
  workspace.faults.arm(fault);
  return ask(workspace, name);
}

async function state(workspace: Workspace): Promise<unknown> {
  const value = await valueOf(workspace, 'state');
  await workspace.clear(workspace.engine.accounts);
  return value;
}

describe('a kill', () => {
  it('at any service call, before or after, leaves what happened so far, no finally and no lock', async () => {
    const workspace = await openTiny(CODE);
    const names = ['Lock.waitLock', 'a', 'b', 'finally', 'Lock.releaseLock'];
    for (let k = 1; k <= names.length; k += 1) {
      for (const when of ['before', 'after'] as const) {
        const { record, value } = await withFault(workspace, {
          kind: 'kill',
          at: { function: 'work', k, when },
        });
        expect(record.outcome).toBe('killed');
        expect(value).toBeUndefined();
        expect(await valueOf(workspace, 'free')).toBe(true);
        const written = names
          .slice(0, when === 'before' ? k - 1 : k)
          .filter((name) => !name.startsWith('Lock'));
        expect(await state(workspace)).toEqual(Object.fromEntries(written.map((name) => [name, '1'])));
      }
    }
    expect(
      (await withFault(workspace, { kind: 'kill', at: { function: 'work', k: 6 } })).record.outcome,
    ).toBe('ok');
  });

  it('frees the lock for those who wait', async () => {
    const workspace = await openTiny(CODE);
    workspace.faults.arm({ kind: 'kill', at: { call: 'Properties.setProperty', k: 1 } });
    const results = await Promise.all([ask(workspace, 'work'), ask(workspace, 'work')]);
    expect(results.map(({ record }) => record.outcome).sort()).toEqual(['killed', 'ok']);
  });
});

describe('a service call told to throw', () => {
  it('has no effect before, and its effect after', async () => {
    const workspace = await openTiny(CODE);
    const point = { call: 'Properties.setProperty', k: 1 };
    const error = 'GoogleJsonResponseException: API call failed: 429';
    await withFault(workspace, { kind: 'throw', at: { ...point, when: 'before' }, error });
    expect(await state(workspace)).toEqual({ caught: error, finally: '1' });
    await withFault(workspace, {
      kind: 'throw',
      at: { ...point, when: 'after' },
      error: 'Service timed out',
    });
    expect(await state(workspace)).toEqual({ a: '1', caught: 'Exception: Service timed out', finally: '1' });
  });

  it('throws an error of the script’s own realm, in the language of the user', async () => {
    const workspace = await openTiny(CODE, { lang: 'ja' });
    const { value } = await withFault(workspace, { kind: 'throw' }, 'caught');
    const text = 'サーバー エラーが発生しました。しばらくしてからもう一度試してください。';
    expect(value).toEqual(['Exception', text, true]);
  });
});

describe('other trouble', () => {
  it('delays a call on the workspace clock', async () => {
    const workspace = await openTiny(CODE);
    const { record } = await withFault(workspace, { kind: 'delay', ms: 40_000, at: { k: 2 } });
    expect(record).toMatchObject({ outcome: 'ok', ms: 40_000, waits: 1 });
  });

  it('empties the cache', async () => {
    const workspace = await openTiny(CODE);
    const gone = await withFault(
      workspace,
      { kind: 'cacheGone', at: { call: 'Cache.get', k: 2 } },
      'cacheTwice',
    );
    expect(gone.value).toEqual(['1', null]);
  });

  it('lets a lock time out once', async () => {
    const workspace = await openTiny(CODE);
    const { value } = await withFault(workspace, { kind: 'lockTimeout' }, 'tries');
    expect(value).toEqual([false, NOW + 500, true]);
  });

  it('loses the answer, though the work is done', async () => {
    const workspace = await openTiny(CODE);
    const { lost, record } = await withFault(workspace, { kind: 'lostAnswer', at: { function: 'work' } });
    expect(lost).toBe(true);
    expect(record.outcome).toBe('ok');
    expect(await state(workspace)).toEqual({ a: '1', b: '1', finally: '1' });
    expect((await ask(workspace, 'work')).lost).toBeUndefined();
  });

  it('holds a quota at zero until cleared, and asks a person to edit at a call', async () => {
    const workspace = await openTiny(CODE);
    workspace.faults.arm({ kind: 'quota' });
    expect(workspace.engine.faultArmed('quota')).toBe(true);
    const edits: unknown[] = [];
    workspace.faults.person = (edit) => edits.push([edit, workspace.clock.now()]);
    workspace.faults.arm({ kind: 'edit', edit: { tab: '台帳' }, at: { k: 3, when: 'after' } });
    await ask(workspace, 'work');
    expect(edits).toEqual([[{ tab: '台帳' }, NOW]]);
    workspace.faults.clear();
    expect(workspace.engine.faultArmed('quota')).toBe(false);
  });

  it('is refused when nobody could understand it', async () => {
    const workspace = await openTiny(CODE);
    expect(() => workspace.faults.arm({ kind: 'rain' } as never)).toThrow('Unknown kind of fault: rain');
    expect(() => workspace.faults.arm({ kind: 'edit' })).toThrow(TypeError);
  });
});

describe('the hook', () => {
  it('counts every call, and those that leave the isolate', async () => {
    const workspace = await openTiny(CODE);
    const { record } = await ask(workspace, 'cacheTwice');
    expect(record).toMatchObject({
      id: 1,
      kind: 'webapp',
      function: 'cacheTwice',
      user: '',
      calls: { 'Cache.put': 1, 'Cache.get': 2 },
      contacts: 3,
      contactClasses: { 'cache.put': 1, 'cache.get': 2 },
    });
    expect(workspace.executions(0)).toEqual([record]);
    expect(workspace.executions(1)).toEqual([]);
  });

  it('holds every call to the scopes of the manifest and of the user', async () => {
    const text =
      'Specified permissions are not sufficient to call Session.getActiveUser. ' +
      'Required permissions: https://www.googleapis.com/auth/userinfo.email';
    const narrow = await openTiny(CODE, { manifest: { oauthScopes: [] } });
    expect(await valueOf(narrow, 'caught')).toEqual(['Exception', text, true]);
    const workspace = await openTiny(CODE);
    expect(await valueOf(workspace, 'caught')).toBe('');
    workspace.grants.set('staff@example.jp', []);
    const staff = {
      kind: 'sidebar',
      activeUser: 'staff@example.jp',
      effectiveUser: 'staff@example.jp',
    } as const;
    expect((await ask(workspace, 'caught', [], staff)).value).toEqual(['Exception', text, true]);
  });

  it('keeps properties in the snapshot and forgets the rest', async () => {
    const workspace = await openTiny(CODE);
    await ask(workspace, 'work');
    const saved = workspace.save();
    await workspace.clear({ owner: 'new@example.jp', editors: [] });
    expect(await valueOf(workspace, 'state')).toEqual({});
    workspace.load(saved);
    expect(await valueOf(workspace, 'state')).toEqual({ a: '1', b: '1', finally: '1' });
    expect(workspace.engine.accounts.owner).toBe('owner@example.jp');
  });
});
