import { createWorld } from '../../workspace/control/world';
import type { Workspace } from '../../workspace/engine/workspace';
import { ask, closeAll, openTiny, OWNER, valueOf } from './engine-project';

afterAll(closeAll);

const CODE = `
  function cell_() { return SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(1, 1); }
  function careless() { cell_().setValue(Number(cell_().getValue()) + 1); }
  function careful() {
    const lock = LockService.getScriptLock();
    lock.waitLock(60000);
    careless();
    SpreadsheetApp.flush();
    lock.releaseLock();
  }
  function unflushed() {
    const lock = LockService.getScriptLock();
    lock.waitLock(60000);
    careless();
    lock.releaseLock();
    Utilities.sleep(1000);
  }
  function total() { return Number(cell_().getValue()); }
  function writeAndWait() { cell_().setValue('seen by me'); Utilities.sleep(1000); return cell_().getValue(); }
  function readTwice() { const first = cell_().getValue(); Utilities.sleep(2000); const pinned = cell_().getValue(); SpreadsheetApp.flush(); return [first, pinned, cell_().getValue()]; }`;

async function open(seed?: number): Promise<Workspace> {
  const workspace = await openTiny(CODE, {
    manifest: { oauthScopes: ['https://www.googleapis.com/auth/spreadsheets'] },
    ...(seed === undefined ? {} : { seed }),
  });
  createWorld(workspace);
  return workspace;
}

/** The sum of one added by each of four executions, for a schedule of each seed. */
async function totals(workspace: Workspace, name: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const seed of [1, 2, 3, 4, 5]) {
    await workspace.clear({ owner: OWNER, editors: [] });
    workspace.reseed(seed);
    const results = await Promise.all([1, 2, 3, 4].map(() => ask(workspace, name)));
    expect(results.map(({ record }) => record.outcome)).toEqual(['ok', 'ok', 'ok', 'ok']);
    found.push(await valueOf(workspace, 'total'));
  }
  return found;
}

describe('cells written by several executions at once', () => {
  it('are all kept with a lock that is released after a flush', async () => {
    expect(await totals(await open(0), 'careful')).toEqual([4, 4, 4, 4, 4]);
  });

  it('are lost without a lock', async () => {
    expect(await totals(await open(0), 'careless')).not.toEqual([4, 4, 4, 4, 4]);
  });

  it('are lost when the lock is released before they are flushed', async () => {
    expect(await totals(await open(0), 'unflushed')).not.toEqual([4, 4, 4, 4, 4]);
  });

  it('are seen by others at a flush or the end, and by a reader of before after its own flush', async () => {
    const workspace = await open();
    const [writer, reader] = await Promise.all([
      valueOf(workspace, 'writeAndWait'),
      valueOf(workspace, 'readTwice'),
    ]);
    expect(writer).toBe('seen by me');
    expect(reader).toEqual(['', '', 'seen by me']);
  });

  it('are thrown away when the execution is killed before its end', async () => {
    const workspace = await open();
    workspace.faults.arm({ kind: 'kill', at: { call: 'Utilities.sleep' } });
    expect((await ask(workspace, 'writeAndWait')).record.outcome).toBe('killed');
    expect((await ask(workspace, 'readTwice')).value).toEqual(['', '', '']);
  });
});
