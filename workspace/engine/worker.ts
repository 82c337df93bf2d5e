/**
 * A worker thread that runs one execution after the other, each in a fresh context: façade, project files as classic
 * scripts in push order, entry function. Only texts cross between the context and this file.
 */
import { createHash, createHmac } from 'node:crypto';
import process from 'node:process';
import { setImmediate } from 'node:timers';
import vm from 'node:vm';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { Json } from './service';
import type { WorkerData, WorkerMessage } from './wire';

/** What the façade leaves for the worker, once. */
interface Facade {
  open(assignment: string): void;
  begin(): void;
  fail(error: unknown): void;
  finish(): string;
}

interface Contact {
  port: MessagePort;
  /** 0 while a call is under way, 1 when its reply lies in the port. */
  flag: Int32Array;
}

const { facade: facadeSource, scripts, timeZone, port, flag } = workerData as WorkerData & Contact;
const host = parentPort;
if (host === null) throw new Error('worker.ts runs as a worker thread only.');
const send = (message: WorkerMessage): void => host.postMessage(message);

// The platform has no unhandled-rejection mechanism: a rejected promise nobody handles is silent there.
process.on('unhandledRejection', () => undefined);
process.env.TZ = timeZone;

const facadeScript = new vm.Script(facadeSource, { filename: 'google' });
const compiled = new Map<string, vm.Script>();

function projectScript(name: string, source: string): vm.Script {
  const known = compiled.get(name) ?? new vm.Script(source, { filename: name });
  compiled.set(name, known);
  return known;
}

/** Pure computing that needs Node, by name; bytes cross as base64. */
const localMethods: Record<string, (...args: string[]) => Json> = {
  digest: (algorithm = '', bytes = '') =>
    createHash(algorithm).update(Buffer.from(bytes, 'base64')).digest('base64'),
  hmac: (algorithm = '', bytes = '', key = '') =>
    createHmac(algorithm, Buffer.from(key, 'base64')).update(Buffer.from(bytes, 'base64')).digest('base64'),
  log(text = '') {
    send({ type: 'log', text });
    return null;
  },
};

/** The host has ended the execution: nothing of it reaches the host any more, its thread only has to come back. */
let ended = false;

function callHost(text: string): string {
  if (ended) throw new Error('The execution is over.');
  Atomics.store(flag, 0, 0);
  send({ type: 'call', text });
  // The notification of the reply before may come as late as now: only the flag tells that a reply is there.
  while (Atomics.load(flag, 0) === 0) Atomics.wait(flag, 0, 0);
  const reply = receiveMessageOnPort(port) as { message: string | null } | undefined;
  if (reply === undefined) throw new Error('The host woke a worker without a reply.');
  ended = reply.message === null;
  if (reply.message === null) throw new Error('The execution is over.');
  return reply.message;
}

/** The one function a context gets. It never throws: an error of this realm would hand this realm to the script. */
function answer(text: unknown): string {
  try {
    const request = JSON.parse(String(text)) as { local?: string; args: string[] };
    if (request.local === undefined) return callHost(String(text));
    const method = localMethods[request.local];
    if (method === undefined) throw new Error(`The worker does not know ${request.local}.`);
    return JSON.stringify({ ok: true, value: method(...request.args) });
  } catch (error) {
    return JSON.stringify({ ok: false, error: { name: 'Error', message: String(error) } });
  }
}

function openContext(): { context: vm.Context; facade: Facade } {
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
    codeGeneration: { strings: true, wasm: true },
  });
  const globals = context as { __host?: unknown; __facade?: Facade };
  globals.__host = answer;
  facadeScript.runInContext(context);
  const facade = globals.__facade;
  delete globals.__facade;
  if (facade === undefined) throw new Error('The façade did not introduce itself.');
  return { context, facade };
}

function execute(assignment: string): Facade {
  const { context, facade } = openContext();
  facade.open(assignment);
  try {
    for (const { name, source } of scripts) projectScript(name, source).runInContext(context);
  } catch (error) {
    facade.fail(error);
    return facade;
  }
  facade.begin();
  return facade;
}

host.on('message', (assignment: string) => {
  ended = false;
  const facade = execute(assignment);
  // Promise jobs of the script run when this stack has cleared; an immediate comes after all of them.
  setImmediate(() => send({ type: 'done', text: facade.finish() }));
});

// Should a script ever reach this realm, it finds nothing of Node here.
const realm = globalThis as Record<string, unknown>;
for (const name of ['process', 'require', 'module', 'fetch', 'WebSocket', 'Worker', 'navigator', 'global']) {
  Reflect.deleteProperty(realm, name);
}
