/**
 * The seam between the engine and the services: what a service sees of the
 * world and of the execution that calls it, and what it hands to the engine.
 */

/** What may cross between the context of a script and the host. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A failure of the platform as a script meets it: `name` and `message` reach the script's catch. */
export class ServiceError extends Error {
  constructor(
    message: string,
    readonly errorName: string = 'Exception',
  ) {
    super(message);
    this.name = 'ServiceError';
  }
}

/** Thrown into the script for everything this Workspace has not built; never a plausible answer. */
export class NotInWorkspace extends ServiceError {
  constructor(what: string) {
    super(`NotInWorkspace: ${what}`, 'NotInWorkspace');
  }
}

/**
 * How a call is counted. Every call is counted by name; those with a contact
 * class leave the isolate and are priced by the latency model of the bench.
 */
export type ContactClass =
  | 'sheets.read'
  | 'sheets.dim'
  | 'sheets.write'
  | 'sheets.flush'
  | 'sheets.find'
  | 'api.read'
  | 'api.write'
  | 'cache.get'
  | 'cache.put'
  | 'cache.remove'
  | 'props.get'
  | 'props.set'
  | 'lock'
  | 'mail.send'
  | 'mail.read'
  | 'form'
  | 'script'
  | 'drive'
  | 'sleep';

export type ExecutionKind = 'webapp' | 'sidebar' | 'menu' | 'simple' | 'trigger' | 'editor';
export type Outcome = 'ok' | 'error' | 'killed' | 'timeout';

/** The running execution as services see it. */
export interface ExecutionView {
  readonly id: number;
  readonly kind: ExecutionKind;
  readonly functionName: string;
  /** E-mail of the person at the keyboard; `''` for an anonymous visitor. */
  readonly activeUser: string;
  /** Whose rights and quotas are used. */
  readonly effectiveUser: string;
  /** Per-execution state of a service (pinned tabs, held locks …), keyed by the service's own symbol. */
  readonly slots: Map<symbol, unknown>;
  /** Adds to the cells this execution has read or written. */
  countCells(read: number, written: number): void;
}

/** What a service method gives back; nothing is null to the script. */
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- most methods that write simply do their work
export type Answer = Json | void;

/** One method of a service, as the host serves it; `method` names look like `Range.getValues`, `GmailApp.sendEmail`. */
export interface ServiceMethod {
  readonly contact?: ContactClass;
  /** The call needs one of these OAuth scopes, granted by the manifest and by the effective user. */
  readonly scopes?: readonly string[];
  /** Name for the permission text, e.g. `SpreadsheetApp.getActiveSpreadsheet`; default: the method's name. */
  readonly permissionName?: string;
  readonly handle: (execution: ExecutionView, ...args: Json[]) => Answer | Promise<Answer>;
}

/** A service of the platform: its methods, and what it does when an execution ends. */
export interface Service {
  readonly methods: Readonly<Record<string, ServiceMethod>>;
  /** The script returned or threw: publish what is still buffered. May throw a ServiceError (lazy validation). */
  end?(execution: ExecutionView): void | Promise<void>;
  /** The execution is over, killed or not: let go of what it held. Must not throw. */
  over?(execution: ExecutionView): void;
}

/** Workspace time. Frozen unless running; waits on it end when nothing else can go on (frozen) or in real time (running). */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Ends at workspace time `at`, or when cancelled. */
  wait(at: number): { readonly done: Promise<void>; cancel(): void };
}

/** Randomness of the platform (ids, schedules); seeded when the Workspace was started with a seed. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** Hex text of `bytes` random bytes. */
  hex(bytes: number): string;
}

/** A part of the Workspace that is kept in checkpoints. */
export interface Kept {
  /** Takes the present state down in memory; what it answers puts it back, as often as it is called. */
  keep(): () => void;
}

/** One part of the Workspace that is kept in the snapshot, and in checkpoints. */
export interface Stored extends Partial<Kept> {
  save(): Json;
  load(saved: Json): void;
}

/** Language of platform texts. */
export type Lang = 'en' | 'ja';

/** People and what they may do with the spreadsheet (and the script bound to it). */
export interface Accounts {
  owner: string;
  /** Editors beside the owner. */
  editors: string[];
}

/** What the engine offers to every service. */
export interface Engine {
  readonly clock: Clock;
  readonly random: Random;
  readonly lang: Lang;
  readonly accounts: Accounts;
  /** IANA name from the manifest. */
  readonly scriptTimeZone: string;
  /** Top-level functions the static parse of the project found. */
  readonly functionNames: readonly string[];
  /** The text of a project file, e.g. `mypage` → content of mypage.html; undefined if absent. */
  htmlFile(name: string): string | undefined;
  /** Hostile cases armed now (cacheGone, quota …), asked by services that act on them. */
  faultArmed(kind: string): boolean;
}
