/** Runs executions: from the request through the worker, its calls and its end, to the record. */
import type { MovableClock } from './clock';
import { refusal } from './admission';
import type { DayQuota } from './day-quota';
import { createExecution } from './execution';
import type { Execution } from './execution';
import { clientError } from './failure';
import type { Failure } from './failure';
import type { Faults } from './faults';
import { Killed } from './hook';
import type { Live } from './dialogue';
import { createDialogue } from './dialogue';
import type { Hook } from './hook';
import type { Pool } from './pool';
import type { Project } from './project';
import type { SeededRandom } from './random';
import type { ExecutionRecord, ExecutionRequest, ExecutionResult } from './request';
import type { Order } from './schedule';
import { createSchedule } from './schedule';
import type { Kept, Lang, Outcome, Service } from './service';
import { platformText } from './texts';
import type { Assignment } from './wire';

/** What the runner works with. */
export interface RunnerOptions {
  project: Project;
  clock: MovableClock;
  faults: Faults;
  hook: Hook;
  pool: Pool;
  /** Services in the order they were registered; read at each end. */
  services: readonly Service[];
  /** Draws schedules. */
  draws: SeededRandom;
  /** Time the triggers of each account have run today, ms. */
  triggerTime: DayQuota;
  seed: number | undefined;
  lang: Lang;
  /** Machine time after which a script that does not come back is ended, ms. */
  patience: number | undefined;
}

/** The executions of a Workspace. */
export interface Runner extends Kept {
  start: (request: ExecutionRequest) => { id: number; done: Promise<ExecutionResult> };
  executions: (since?: number) => ExecutionRecord[];
  /** Ends when no execution is running but such as stand back. */
  idle: () => Promise<void>;
  /** Executions that have not ended. */
  readonly running: number;
  /** Kills what runs, and while on whatever is started. */
  halt(on: boolean): void;
  /** Kills what runs and forgets all records. */
  forget(): void;
  reseed(seed: number | undefined): void;
  order: Order;
  /** The execution stands back for this reason; ends when it may go on. */
  standBack(execution: Execution, reason: number): Promise<void>;
  /** Whether an execution stands back. */
  someStandBack(): boolean;
  /** Executions that stand back for this reason, or for any, do so no longer. */
  letGo(reason?: number): void;
}

/** Records kept; the oldest go first. */
const KEPT_RECORDS = 20_000;

/** The executions of a Workspace. */
export function createRunner(options: RunnerOptions): Runner {
  const { project, clock, hook, pool, services, draws, triggerTime, lang } = options;
  const live = new Map<number, Live>();
  let seed = options.seed;
  let records: ExecutionRecord[] = [];
  let lastId = 0;
  let idleListeners: (() => void)[] = [];
  let halted = false;
  /** Why an execution stands back. */
  const reasons = new Map<number, number>();

  const isIdle = (): boolean => [...live.keys()].every((id) => schedule.standsBack(id));
  const tellIdle = (): void => {
    if (!isIdle()) return;
    const listeners = idleListeners;
    idleListeners = [];
    listeners.forEach((listener) => listener());
  };

  const schedule = createSchedule(
    clock,
    draws,
    (id) => live.get(id)?.execution.deadline ?? Infinity,
    (id) => timeOut(id),
  );
  schedule.order = seed === undefined ? 'arrival' : 'drawn';

  const close = (
    entry: Live,
    outcome: Outcome,
    result: Omit<ExecutionResult, 'record'>,
    failure?: Failure,
  ): void => {
    const { execution } = entry;
    if (!live.delete(execution.id)) return;
    clearTimeout(entry.guard);
    hook.over(execution);
    services.forEach((service) => service.over?.(execution));
    const { kind, effectiveUser, startedAt, deadline } = execution;
    // The clock may have been moved by hours meanwhile; nothing runs beyond its deadline.
    if (kind === 'trigger') triggerTime.use(effectiveUser, Math.min(clock.now(), deadline) - startedAt);
    const record = execution.record(outcome, clock.now(), failure);
    records.push(record);
    if (records.length > KEPT_RECORDS) records = records.slice(-KEPT_RECORDS);
    entry.finish({ record, ...result, ...(failure === undefined ? {} : { error: clientError(failure) }) });
    reasons.delete(execution.id);
    schedule.leave(execution.id);
    tellIdle();
  };

  /** Ends an execution without a word to the script: no `catch`, no `finally`, nothing buffered is published. */
  const stop = (entry: Live, outcome: 'killed' | 'timeout'): void => {
    entry.thread?.kill();
    const message =
      outcome === 'timeout' ? platformText(lang, 'timeExceeded') : platformText(lang, 'serverError');
    close(entry, outcome, {}, { name: 'Exception', message });
  };

  const timeOut = (id: number): void => {
    const entry = live.get(id);
    if (entry !== undefined) stop(entry, 'timeout');
  };

  const stopAll = (): void => [...live.values()].forEach((entry) => stop(entry, 'killed'));

  const { serve, end } = createDialogue({
    ...options,
    isLive: ({ execution }) => live.has(execution.id),
    stop,
    close,
  });

  const assignment = (execution: Execution, request: ExecutionRequest): Assignment => ({
    kind: request.kind,
    functionName: request.functionName,
    args: request.args ?? null,
    event: request.event ?? null,
    now: clock.now(),
    running: clock.isRunning,
    seed: seed === undefined ? null : (Math.imul(seed + 1, 0x9e3779b1) + execution.id) >>> 0,
    timeZone: project.manifest.timeZone,
    lang,
    advancedServices: (project.manifest.dependencies?.enabledAdvancedServices ?? []).map(
      ({ userSymbol }) => userSymbol,
    ),
  });

  const launch = (entry: Live, request: ExecutionRequest): void => {
    const { execution } = entry;
    schedule.enter(execution.id);
    entry.thread = pool.run(JSON.stringify(assignment(execution, request)), {
      call: (text) => schedule.step(execution.id, () => serve(entry, text)),
      log: (line) => execution.log(line),
      done: (text) => schedule.step(execution.id, () => end(entry, text)),
      died: (error) => close(entry, 'error', {}, { name: 'WorkspaceBug', message: String(error.stack) }),
    });
    const limit = Math.min(options.patience ?? Infinity, execution.deadline - execution.startedAt);
    entry.guard = setTimeout(() => timeOut(execution.id), limit);
  };

  return {
    start(request) {
      lastId += 1;
      const execution = createExecution(lastId, request, clock.now());
      const refused = refusal(request, {
        project,
        running: [...live.values()].map((entry) => entry.execution),
        triggerTime,
        lang,
      });
      const done = new Promise<ExecutionResult>((resolve) => {
        const entry: Live = { execution, thread: undefined, guard: undefined, finish: resolve };
        live.set(execution.id, entry);
        if (halted) stop(entry, 'killed');
        else if (refused === undefined) launch(entry, request);
        else close(entry, 'error', {}, refused);
      });
      return { id: execution.id, done };
    },
    executions: (since = 0) => records.filter(({ id }) => id > since).sort((a, b) => a.id - b.id),
    idle: () => (isIdle() ? Promise.resolve() : new Promise((resolve) => idleListeners.push(resolve))),
    get running() {
      return live.size;
    },
    halt(on) {
      halted = on;
      if (on) stopAll();
    },
    forget() {
      stopAll();
      records = [];
      lastId = 0;
    },
    reseed(next) {
      seed = next;
      draws.reseed(next);
      schedule.order = next === undefined ? 'arrival' : 'drawn';
    },
    get order() {
      return schedule.order;
    },
    set order(order) {
      schedule.order = order;
    },
    standBack(execution, reason) {
      reasons.set(execution.id, reason);
      const mayGoOn = schedule.standBack(execution.id);
      tellIdle();
      return mayGoOn.then(() => {
        // Nobody looked at its deadline while it stood.
        if (clock.now() > execution.deadline) throw new Killed('timeout');
      });
    },
    someStandBack: () => reasons.size > 0,
    letGo(reason) {
      for (const [id, its] of [...reasons]) {
        if (reason !== undefined && its !== reason) continue;
        reasons.delete(id);
        schedule.comeForward(id);
      }
    },
    keep() {
      const kept = { seed, records: [...records], lastId, order: schedule.order };
      return () => {
        stopAll();
        ({ seed, lastId } = kept);
        records = [...kept.records];
        schedule.order = kept.order;
      };
    },
  };
}
