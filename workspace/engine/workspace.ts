/** The engine: runs the functions of a project as Apps Script would, and offers services to them. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createCacheService } from '../services/cache';
import { createLockService } from '../services/lock';
import { createPropertiesService } from '../services/properties';
import type { ScriptProperties } from '../services/properties';
import { createSessionService } from '../services/session';
import { createClock } from './clock';
import type { MovableClock } from './clock';
import { createDayQuota } from './day-quota';
import { createFaults } from './faults';
import type { Faults } from './faults';
import { createHook } from './hook';
import { createPool } from './pool';
import { readProject } from './project';
import type { Project } from './project';
import { createRandom } from './random';
import { createRunner } from './runner';
import type { ExecutionRecord, ExecutionRequest, ExecutionResult } from './request';
import type { Order } from './schedule';
import type { Accounts, Engine, Json, Kept, Lang, Random, Service, Stored } from './service';

export type { ExecutionRecord, ExecutionRequest, ExecutionResult, HtmlDescriptor } from './request';

/** OAuth scopes people granted to the script. */
export interface Grants {
  /** Default: all scopes of the manifest; undefined when the manifest names none (Google detects them). */
  of(user: string): readonly string[] | undefined;
  set(user: string, scopes: readonly string[]): void;
}

/** One Google Workspace with one script project. */
export interface Workspace {
  readonly engine: Engine;
  readonly project: Project;
  readonly clock: MovableClock;
  readonly faults: Faults;
  readonly grants: Grants;
  readonly random: Random;
  /** The script properties, as the editor's project settings show them. */
  readonly properties: ScriptProperties;
  run(request: ExecutionRequest): Promise<ExecutionResult>;
  start(request: ExecutionRequest): { id: number; done: Promise<ExecutionResult> };
  /** Ended executions with an id above `since`, oldest first. */
  executions(since?: number): ExecutionRecord[];
  /** Ends when no execution is running but such as stand back. */
  idle(): Promise<void>;
  /** Executions that have not ended. */
  readonly running: number;
  /** Whether an execution stands back (fault `hold`). */
  someStandBack(): boolean;
  /** Kills what runs, and while on whatever is started. */
  halt(on: boolean): void;
  /** In which order the steps of executions are granted. */
  order: Order;
  register(service: Service): void;
  /** Keeps a part in the snapshot and in checkpoints, and puts it back to its present state on `clear`. */
  store(name: string, part: Stored): void;
  /** Keeps a part in checkpoints only. */
  remember(part: Kept): void;
  save(): Json;
  load(saved: Json): void;
  /** Takes down everything, executions and randomness included. What it answers kills what runs and puts it all back. */
  checkpoint(): () => void;
  /** Kills what runs, forgets executions, faults and grants, and puts every stored part back to its state at `store`. */
  clear(accounts: Accounts): Promise<void>;
  /** Replays from this seed from now on; undefined: the machine's randomness, steps as they come. */
  reseed(seed: number | undefined): void;
  close(): Promise<void>;
}

/** Options of a Workspace. */
export interface WorkspaceOptions {
  /** Project folder. */
  dist: string;
  /** Folder with worker.mjs and facade.js. */
  build: string;
  /** Workspace time at the start, ms; default: the machine's. */
  now?: number;
  /** Time stands still and moves on only when everybody waits. */
  frozen: boolean;
  /** Makes schedules, ids and Math.random of scripts replayable. */
  seed?: number;
  lang: Lang;
  accounts: Accounts;
  /** Machine time after which a script that does not come back is ended, ms; default: Google's six minutes. */
  patience?: number;
}

interface Snapshot {
  now: number;
  accounts: Accounts;
  parts: Record<string, Json>;
}

/** A simple trigger runs without anybody's authorisation: the bound file alone, and users who stay unknown. */
const SIMPLE_TRIGGER_SCOPES = [
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/userinfo.email',
];

function createGrants(manifestScopes: readonly string[] | undefined): Grants & Kept & { clear(): void } {
  let granted = new Map<string, readonly string[]>();
  return {
    keep() {
      const kept = new Map(granted);
      return () => {
        granted = new Map(kept);
      };
    },
    of(user) {
      if (manifestScopes === undefined) return granted.get(user);
      return manifestScopes.filter((scope) => granted.get(user)?.includes(scope) ?? true);
    },
    set(user, scopes) {
      granted.set(user, [...scopes]);
    },
    clear: () => granted.clear(),
  };
}

/** A part without a way of its own to be kept in memory. */
function keepAsText(part: Stored): () => void {
  const text = JSON.stringify(part.save());
  return () => part.load(JSON.parse(text) as Json);
}

/** Parts of the snapshot, each with the state it had when it was named. */
function createStore() {
  const parts = new Map<string, { part: Stored; initial: string }>();
  return {
    add: (name: string, part: Stored): void => {
      if (parts.has(name)) throw new Error(`Two parts of the snapshot are called ${name}.`);
      parts.set(name, { part, initial: JSON.stringify(part.save()) });
    },
    save: (): Record<string, Json> =>
      Object.fromEntries([...parts].map(([name, { part }]): [string, Json] => [name, part.save()])),
    load(saved: Record<string, Json>): void {
      for (const [name, { part, initial }] of parts) part.load(saved[name] ?? (JSON.parse(initial) as Json));
    },
    keep: (): (() => void)[] => [...parts.values()].map(({ part }) => part.keep?.() ?? keepAsText(part)),
  };
}

/** Reads the project and makes a Workspace with the engine's own services (Session, locks, cache, properties, Utilities). */
export async function createWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const project = await readProject(options.dist);
  const facade = await readFile(path.join(options.build, 'facade.js'), 'utf8');
  const clock = createClock(options.now ?? Date.now(), options.frozen);
  const faults = createFaults();
  const random = createRandom(options.seed, 1);
  const draws = createRandom(options.seed, 2);
  const accounts: Accounts = { ...options.accounts };
  const grants = createGrants(project.manifest.oauthScopes);
  const store = createStore();
  const triggerTime = createDayQuota(clock);
  const services: Service[] = [];

  const hook = createHook({
    clock,
    faults,
    lang: options.lang,
    scopesOf: ({ kind, effectiveUser }) =>
      kind === 'simple' ? SIMPLE_TRIGGER_SCOPES : grants.of(effectiveUser),
    emptyCaches: () => cache.empty(),
    standBack: (execution, fault) => runner.standBack(execution, fault),
  });
  const engine: Engine = {
    clock,
    random,
    lang: options.lang,
    accounts,
    scriptTimeZone: project.manifest.timeZone,
    functionNames: project.functionNames,
    htmlFile: (name) => project.htmlFiles.get(name),
    faultArmed: hook.faultArmed,
  };
  const register = (service: Service): void => {
    hook.register(service);
    services.push(service);
  };
  const pool = createPool(path.join(options.build, 'worker.mjs'), {
    facade,
    scripts: project.scripts,
    timeZone: project.manifest.timeZone,
  });
  const runner = createRunner({
    project,
    clock,
    faults,
    hook,
    pool,
    services,
    draws,
    triggerTime,
    ...pickRunnerOptions(options),
  });

  faults.letGo = (fault) => runner.letGo(fault);

  const cache = createCacheService(engine);
  const properties = createPropertiesService(engine);
  register(createSessionService(engine));
  register(createLockService(engine));
  register(cache.service);
  register(properties.service);
  store.add('cache', cache.stored);
  store.add('properties', properties.stored);
  store.add('property quota', properties.quota);
  store.add('trigger time', triggerTime);
  const remembered: Kept[] = [runner, random, draws, grants];

  const load = (saved: Json): void => {
    const { now, accounts: savedAccounts, parts } = saved as unknown as Snapshot;
    runner.forget();
    clock.set(now);
    Object.assign(accounts, savedAccounts);
    store.load(parts);
  };

  const checkpoint = (): (() => void) => {
    const [now, people] = [clock.now(), { ...accounts }];
    const parts = [...store.keep(), ...remembered.map((part) => part.keep())];
    return () => {
      runner.forget();
      faults.clear();
      clock.set(now);
      Object.assign(accounts, people);
      parts.forEach((putBack) => putBack());
    };
  };

  return {
    engine,
    project,
    clock,
    faults,
    grants,
    random,
    properties: properties.settings,
    start: runner.start,
    run: async (request) => runner.start(request).done,
    executions: runner.executions,
    idle: runner.idle,
    get running() {
      return runner.running;
    },
    someStandBack: runner.someStandBack,
    halt: (on) => runner.halt(on),
    get order() {
      return runner.order;
    },
    set order(order) {
      runner.order = order;
    },
    register,
    store: store.add,
    remember: (part) => void remembered.push(part),
    checkpoint,
    save: () => ({ now: clock.now(), accounts: { ...accounts }, parts: store.save() }),
    load,
    clear(nextAccounts) {
      runner.forget();
      faults.clear();
      grants.clear();
      Object.assign(accounts, nextAccounts);
      store.load({});
      return Promise.resolve();
    },
    reseed(seed) {
      random.reseed(seed);
      runner.reseed(seed);
    },
    async close() {
      runner.forget();
      clock.close();
      await pool.close();
    },
  };
}

function pickRunnerOptions({ seed, lang, patience }: WorkspaceOptions): {
  seed: number | undefined;
  lang: Lang;
  patience: number | undefined;
} {
  return { seed, lang, patience };
}
