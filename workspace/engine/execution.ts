/** One execution: what services see of it, what is counted, and its record. */
import type { ExecutionRecord, ExecutionRequest } from './request';
import type { ContactClass, ExecutionView, Outcome } from './service';

/** The account's limits an execution is held to (facts/platform.md 1.7), ms. */
export const LIMITS = { execution: 360_000, simpleTrigger: 30_000, simultaneous: 30 } as const;

/** Time all triggers of an account may run in 24 hours, ms (facts/platform.md §8). */
export const TRIGGER_TIME = { consumer: 90 * 60_000, workspace: 6 * 60 * 60_000 } as const;

/** Service calls whose order a record keeps. */
const SEQUENCE_LENGTH = 2_000;
const LOG_LINES = 500;
const LOG_LINE_LENGTH = 2_000;

/** An execution as the engine sees it. */
export interface Execution extends ExecutionView {
  readonly startedAt: number;
  /** Workspace time at which it is ended. */
  readonly deadline: number;
  readonly calls: Record<string, number>;
  /** Number of service calls so far. */
  readonly callCount: number;
  /** Notes a service call. */
  countCall(method: string, contact: ContactClass | undefined): void;
  countWait(): void;
  log(line: string): void;
  record(outcome: Outcome, now: number, error?: { name: string; message: string }): ExecutionRecord;
}

/** A new execution that starts at workspace time `startedAt`. */
export function createExecution(id: number, request: ExecutionRequest, startedAt: number): Execution {
  const { kind, functionName, activeUser, effectiveUser } = request;
  const calls: Record<string, number> = {};
  const contactClasses: Record<string, number> = {};
  const sequence: string[] = [];
  const lines: string[] = [];
  let callCount = 0;
  let contacts = 0;
  let cellsRead = 0;
  let cellsWritten = 0;
  let waits = 0;

  return {
    id,
    kind,
    functionName,
    activeUser,
    effectiveUser,
    slots: new Map(),
    startedAt,
    deadline: startedAt + (kind === 'simple' ? LIMITS.simpleTrigger : LIMITS.execution),
    calls,
    get callCount() {
      return callCount;
    },
    countCells(read, written) {
      cellsRead += read;
      cellsWritten += written;
    },
    countCall(method, contact) {
      callCount += 1;
      calls[method] = (calls[method] ?? 0) + 1;
      if (sequence.length < SEQUENCE_LENGTH) sequence.push(method);
      if (contact === undefined) return;
      contacts += contact === 'sleep' ? 0 : 1;
      contactClasses[contact] = (contactClasses[contact] ?? 0) + 1;
    },
    countWait() {
      waits += 1;
    },
    log(line) {
      if (lines.length < LOG_LINES) lines.push(line.slice(0, LOG_LINE_LENGTH));
    },
    record: (outcome, now, error) => ({
      id,
      kind,
      function: functionName,
      user: activeUser,
      startedAt,
      ms: now - startedAt,
      outcome,
      ...(error === undefined ? {} : { error: { name: error.name, message: error.message } }),
      calls: { ...calls },
      sequence: [...sequence],
      contacts,
      contactClasses: { ...contactClasses },
      cellsRead,
      cellsWritten,
      waits,
      log: [...lines],
    }),
  };
}
