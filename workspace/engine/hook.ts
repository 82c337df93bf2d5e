/**
 * The one hook every service call passes: it counts the call, holds it to the granted scopes, makes the faults that
 * are armed for it before and after, and gives it to its service.
 */
import type { MovableClock } from './clock';
import type { Execution } from './execution';
import type { ArmedFault, Faults } from './faults';
import type { Answer, Lang, Service, ServiceMethod } from './service';
import { NotInWorkspace, ServiceError } from './service';
import { platformText } from './texts';
import type { CallText } from './wire';

/** Thrown through a call when the execution is to be ended at this point. */
export class Killed extends Error {
  constructor(readonly outcome: 'killed' | 'timeout' = 'killed') {
    super(outcome);
  }
}

/** What the hook needs of the engine. */
export interface HookOptions {
  clock: MovableClock;
  faults: Faults;
  lang: Lang;
  /** Scopes the effective user has granted, or undefined when the manifest leaves them to Google's detection. */
  scopesOf: (execution: Execution) => readonly string[] | undefined;
  /** Empties all caches. */
  emptyCaches: () => void;
  /** The execution stands back from here on because of this fault; ends when it may go on. */
  standBack: (execution: Execution, fault: number) => Promise<void>;
}

/** The hook of a Workspace. */
export interface Hook {
  register(service: Service): void;
  /** Serves a call; throws a ServiceError for the script, `Killed` for the engine. */
  serve(execution: Execution, call: CallText): Answer | Promise<Answer>;
  /** The execution is over: it waits for no delay any more. */
  over(execution: Execution): void;
  /** A fault of this kind holds now: until cleared, or for the call being served. */
  faultArmed: (kind: string) => boolean;
}

/** Key of the delay an execution waits for. */
const DELAY = Symbol('delay');

const DAILY_QUOTAS: readonly [RegExp, string][] = [
  [/^(?:GmailApp|MailApp)\./u, 'email'],
  [/^Properties\./u, 'properties'],
  [/^(?:Form|FormApp)\./u, 'forms'],
];

/** `Name: text` of a fault's error as the platform would throw it. */
function faultError(text: string): ServiceError {
  const named = /^(Exception|[A-Za-z]+(?:Exception|Error)): ([^]*)$/u.exec(text);
  return named?.[1] !== undefined && named[2] !== undefined
    ? new ServiceError(named[2], named[1])
    : new ServiceError(text);
}

/** The hook. */
export function createHook(options: HookOptions): Hook {
  const { clock, faults, lang, scopesOf, emptyCaches, standBack } = options;
  const methods = new Map<string, ServiceMethod>();
  let holding: readonly string[] = [];

  const checkScopes = (execution: Execution, name: string, method: ServiceMethod): void => {
    const granted = method.scopes === undefined ? undefined : scopesOf(execution);
    const needed = method.scopes ?? [];
    if (granted === undefined || needed.some((scope) => granted.includes(scope))) return;
    const list = needed.length === 1 ? needed.join('') : `(${needed.join(' || ')})`;
    throw new ServiceError(platformText(lang, 'missingScope', method.permissionName ?? name, list));
  };

  const happen = (execution: Execution, fault: ArmedFault, method: string): void | Promise<void> => {
    switch (fault.kind) {
      case 'kill':
        throw new Killed();
      case 'throw':
        throw faultError(fault.error ?? platformText(lang, 'serverError'));
      case 'quota': {
        const service =
          DAILY_QUOTAS.find(([names]) => names.test(method))?.[1] ?? method.split('.')[0] ?? method;
        throw new ServiceError(platformText(lang, 'tooManyForOneDay', service));
      }
      case 'cacheGone': {
        emptyCaches();
        return;
      }
      case 'edit': {
        faults.person(fault.edit ?? null);
        return;
      }
      case 'delay': {
        const wait = clock.wait(clock.now() + (fault.ms ?? 1_000));
        execution.slots.set(DELAY, wait);
        return wait.done;
      }
      case 'hold':
        return standBack(execution, fault.id);
      case 'lockTimeout':
      case 'searchEmpty':
      case 'visitorKnown':
      case 'lostAnswer':
        // Not an event of its own: the service asks `faultArmed`, or the end of the execution acts on it.
        return undefined;
    }
  };

  /** Makes the faults of one moment, one after the other. */
  const makeFaults = (
    execution: Execution,
    method: string,
    when: 'before' | 'after',
  ): readonly ArmedFault[] | Promise<readonly ArmedFault[]> => {
    const taken = faults.take({
      execution: execution.id,
      functionName: execution.functionName,
      call: method,
      index: execution.callCount,
      indexOfName: execution.calls[method] ?? 0,
      when,
    });
    for (const [index, fault] of taken.entries()) {
      const waiting = happen(execution, fault, method);
      if (waiting === undefined) continue;
      return waiting.then(async () => {
        for (const later of taken.slice(index + 1)) await happen(execution, later, method);
        return taken;
      });
    }
    return taken;
  };

  const handle = (
    execution: Execution,
    { method: name, args }: CallText,
    method: ServiceMethod,
    made: readonly ArmedFault[],
  ): Answer | Promise<Answer> => {
    checkScopes(execution, name, method);
    holding = made.map(({ kind }) => kind);
    try {
      return method.handle(execution, ...args);
    } finally {
      holding = [];
    }
  };

  const after = (execution: Execution, method: string, value: Answer): Answer | Promise<Answer> => {
    const made = makeFaults(execution, method, 'after');
    return made instanceof Promise ? made.then(() => value) : value;
  };

  return {
    register(service) {
      for (const [name, method] of Object.entries(service.methods)) {
        if (methods.has(name)) throw new Error(`Two services offer ${name}.`);
        methods.set(name, method);
      }
    },
    serve(execution, call) {
      const method = methods.get(call.method);
      execution.countCall(call.method, method?.contact);
      if (method === undefined) throw new NotInWorkspace(call.method);
      const made = makeFaults(execution, call.method, 'before');
      const value =
        made instanceof Promise
          ? made.then((faultsMade) => handle(execution, call, method, faultsMade))
          : handle(execution, call, method, made);
      return value instanceof Promise
        ? value.then((settled) => after(execution, call.method, settled))
        : after(execution, call.method, value);
    },
    over: ({ slots }) => (slots.get(DELAY) as { cancel(): void } | undefined)?.cancel(),
    faultArmed: (kind) => holding.includes(kind) || faults.standing(kind),
  };
}
