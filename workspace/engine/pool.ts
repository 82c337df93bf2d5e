/** Worker threads kept ready: an execution takes one, and gives it back or has it killed. */
import { Worker, MessageChannel } from 'node:worker_threads';
import { SHARE_ENV } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { WorkerData, WorkerMessage } from './wire';

/** What an execution hears from its worker. */
export interface Listener {
  call(text: string): void;
  log(text: string): void;
  done(text: string): void;
  /** The thread died by itself (out of memory, a bug of the façade). */
  died(error: Error): void;
}

/** A worker that runs one execution. */
export interface Runner {
  /** Answers the call the script waits for. */
  reply(text: string): void;
  /** Ends the execution at once: nothing the script still does has any effect, `catch` and `finally` included. */
  kill(): void;
}

/** The workers of a Workspace. */
export interface Pool {
  run(assignment: string, listener: Listener): Runner;
  close(): Promise<void>;
}

/** Threads kept when nothing runs. */
const KEPT = 8;
/** Machine time a killed script has to run out in, all its calls failing, before its thread is ended, ms. */
const GRACE = 1_000;

interface Thread {
  worker: Worker;
  port: MessagePort;
  flag: Int32Array;
  listener: Listener | undefined;
  /** The script stands at a call and waits for its reply. */
  calling: boolean;
  /** Runs out while a killed script does. */
  grace: NodeJS.Timeout | undefined;
}

/** A pool of workers; `file` is the bundled worker.mjs. */
export function createPool(file: string, data: WorkerData): Pool {
  const idle: Thread[] = [];
  const all = new Set<Thread>();

  const forget = (thread: Thread): void => {
    all.delete(thread);
    const index = idle.indexOf(thread);
    if (index >= 0) idle.splice(index, 1);
    clearTimeout(thread.grace);
    thread.port.close();
  };

  const end = (thread: Thread): void => {
    forget(thread);
    void thread.worker.terminate();
  };

  const reply = (thread: Thread, text: string | null): void => {
    thread.calling = false;
    thread.port.postMessage(text);
    Atomics.store(thread.flag, 0, 1);
    Atomics.notify(thread.flag, 0);
  };

  const spawn = (): Thread => {
    const { port1, port2 } = new MessageChannel();
    const flag = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(file, {
      workerData: { ...data, port: port2, flag },
      transferList: [port2],
      // The time zone of Date is the process's: the worker sets TZ for itself.
      env: SHARE_ENV,
      // V8's own 984 KB of stack, as the platform has, beside what Node keeps of it for itself.
      resourceLimits: { maxOldGenerationSizeMb: 512, stackSizeMb: 1.15 },
    });
    const thread: Thread = {
      worker,
      port: port1,
      flag,
      listener: undefined,
      calling: false,
      grace: undefined,
    };
    worker.on('message', (message: WorkerMessage) => {
      // What a thread said before it was ended may still arrive.
      if (!all.has(thread)) return;
      if (message.type === 'done') {
        settle(thread, message.text);
        return;
      }
      if (message.type === 'call') thread.calling = true;
      thread.listener?.[message.type](message.text);
    });
    worker.on('error', (error) => {
      const { listener } = thread;
      forget(thread);
      thread.listener = undefined;
      listener?.died(error);
    });
    worker.unref();
    port1.unref();
    all.add(thread);
    return thread;
  };

  const settle = (thread: Thread, text: string): void => {
    const { listener } = thread;
    thread.listener = undefined;
    clearTimeout(thread.grace);
    thread.worker.unref();
    if (idle.length < KEPT) idle.push(thread);
    else end(thread);
    listener?.done(text);
  };

  return {
    run(assignment, listener) {
      const thread = idle.pop() ?? spawn();
      thread.listener = listener;
      thread.worker.ref();
      thread.worker.postMessage(assignment);
      return {
        reply: (text) => reply(thread, text),
        kill() {
          if (thread.listener !== listener) return;
          thread.listener = undefined;
          if (!thread.calling) {
            end(thread);
            return;
          }
          // A new thread costs more than a whole execution: this one is let run out, and kept.
          reply(thread, null);
          thread.grace = setTimeout(() => end(thread), GRACE).unref();
        },
      };
    },
    async close() {
      const threads = [...all];
      threads.forEach((thread) => {
        thread.listener = undefined;
        forget(thread);
      });
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
