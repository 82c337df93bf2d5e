/**
 * The one way out of a script's context: JSON text in, JSON text out.
 * Runs inside the context; the worker hands the host function over once and
 * the façade deletes it from the global object before any project file runs.
 */
import type { Json } from '../engine/service';
import { platformError } from './errors';

type HostFunction = (request: string) => string;

/** Workspace time as it crosses to the context. */
export interface TimeSignal {
  /** ms since 1970 */
  now: number;
  /** false: time stands still between calls. */
  running: boolean;
}

interface Reply extends TimeSignal {
  ok: boolean;
  value?: Json;
  error?: { name: string; message: string };
}

interface LocalReply {
  ok: boolean;
  value?: Json;
  error?: { name: string; message: string };
}

let hostFunction: HostFunction = () => {
  throw new Error('The host function was not handed over.');
};
const machineNow = Date.now.bind(Date);
let signal: TimeSignal = { now: 0, running: false };
let signalledAt = 0;

/** Takes the time the host told. */
export function setTime(time: TimeSignal): void {
  signal = { now: time.now, running: time.running };
  signalledAt = machineNow();
}

/** Called once by the façade's entry, before project files are evaluated. */
export function takeHost(host: HostFunction): void {
  hostFunction = host;
}

/** Workspace time: as the last reply told it, going on from there while the clock runs; ms. */
export function workspaceNow(): number {
  return signal.running ? signal.now + (machineNow() - signalledAt) : signal.now;
}

/** Calls one method of a service on the host and returns its answer; throws an Error with the platform's name and text. */
export function call(method: string, ...args: readonly unknown[]): unknown {
  const reply = JSON.parse(hostFunction(JSON.stringify({ method, args }))) as Reply;
  setTime(reply);
  if (reply.ok) return reply.value ?? null;
  throw platformError(reply.error?.message ?? 'unknown failure', reply.error?.name);
}

/**
 * Asks the worker itself, without the host's hook: pure computing (digests) and the log. Not a service call: it is
 * neither counted nor a point where an execution can be killed.
 */
export function local(method: string, ...args: readonly unknown[]): unknown {
  const reply = JSON.parse(hostFunction(JSON.stringify({ local: method, args }))) as LocalReply;
  if (reply.ok) return reply.value ?? null;
  throw platformError(reply.error?.message ?? 'unknown failure', reply.error?.name);
}
