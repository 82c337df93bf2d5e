import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MessageChannel, SHARE_ENV, Worker } from 'node:worker_threads';
import type { Assignment } from '../../workspace/engine/wire';
import { ask, closeAll, openTiny, valueOf } from './engine-project';

afterAll(closeAll);

const BUILD = path.resolve('.build/workspace');

/** A worker thread on its own, and what the pool holds of it. */
function openWorker(code: string) {
  const { port1, port2 } = new MessageChannel();
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(path.join(BUILD, 'worker.mjs'), {
    workerData: {
      facade: readFileSync(path.join(BUILD, 'facade.js'), 'utf8'),
      scripts: [{ name: 'Code', source: code }],
      timeZone: 'Asia/Tokyo',
      port: port2,
      flag,
    },
    transferList: [port2],
    env: SHARE_ENV,
  });
  const next = (): Promise<{ type: string; text: string }> =>
    new Promise((resolve) => worker.once('message', resolve));
  /** Answers how many it woke. */
  const wake = (): number => Atomics.notify(flag, 0);
  const reply = (value: string): void => {
    port1.postMessage(JSON.stringify({ ok: true, value, now: 0, running: false }));
    Atomics.store(flag, 0, 1);
    wake();
  };
  return { worker, port: port1, next, wake, reply };
}

const ASSIGNMENT: Assignment = {
  kind: 'webapp',
  functionName: 'both',
  args: [],
  event: null,
  now: 0,
  running: false,
  seed: 1,
  timeZone: 'Asia/Tokyo',
  lang: 'en',
  advancedServices: [],
};

describe('a worker', () => {
  it('takes no wake for a reply: each call gets its own, however late it was notified of the one before', async () => {
    const { worker, port, next, wake, reply } = openWorker(
      'function both() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }',
    );
    try {
      worker.postMessage(JSON.stringify(ASSIGNMENT));
      for (const answer of ['first', 'second']) {
        expect((await next()).type).toBe('call');
        // Once the thread stands in its wait, the wake meets it there.
        while (wake() === 0) await new Promise((resolve) => setImmediate(resolve));
        reply(answer);
      }
      expect(JSON.parse((await next()).text)).toEqual({ value: ['first', 'second'] });
    } finally {
      port.close();
      await worker.terminate();
    }
  });

  it('is free for others after a kill, even if its script never stops trying', async () => {
    const workspace = await openTiny(`
      function stubborn() { for (;;) try { PropertiesService.getScriptProperties().setProperty('a', '1'); } catch (error) { console.log(error); } }
      function left() { return PropertiesService.getScriptProperties().getProperties(); }`);
    workspace.faults.arm({ kind: 'kill', at: { function: 'stubborn', k: 1 } });
    const { record } = await ask(workspace, 'stubborn');
    expect(record).toMatchObject({ outcome: 'killed', log: [] });
    expect(await valueOf(workspace, 'left')).toEqual({});
  });
});
