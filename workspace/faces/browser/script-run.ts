/** `google.script.run`: runners that are never changed, ten calls at once, answers in any order (facts/platform.md 2.3). */
import { formValues, isForm } from './form-values';
import { invalidArgument, reservedProperty, sanitiseArguments } from './sanitise';

/** A failure as the server tells it. */
export interface WireError {
  name: string;
  message: string;
  stack?: string;
}

/** The server's answer to a call. */
export type RunAnswer = { ok: true; value: string } | { ok: false; error: WireError };

/** Sends one call; rejects when no answer came back. `args` and the answer's value are JSON texts. */
export type Send = (functionName: string, args: string) => Promise<RunAnswer>;

/** Calls that run at once; the next one waits. */
export const CALLS_AT_ONCE = 10;

type Handler = (value: unknown, userObject?: unknown) => void;

interface Handlers {
  success?: Handler | undefined;
  failure?: Handler | null | undefined;
  userObject?: unknown;
  logger?: Handler | undefined;
}

/** google.script.run: one own, enumerable method per server function, and the `with…` methods. */
export type ScriptRun = Record<string, (...args: unknown[]) => unknown>;

/** The failure object a page gets: an Error with the server's name, text and rebuilt stack. */
export function rebuildError({ name, message, stack }: WireError): Error {
  const error = new Error(message);
  error.name = name;
  error.stack = `${name}: ${message}${stack === undefined ? '' : `\n${stack}`}`;
  return error;
}

function throwLater(error: unknown): void {
  setTimeout(() => {
    throw error;
  }, 0);
}

/** Makes `google.script.run` of a page for the functions the server names; names ending `_` are left out. */
export function createScriptRun(functionNames: readonly string[], send: Send): ScriptRun {
  let running = 0;
  const waiting: (() => void)[] = [];

  const fail = ({ failure, userObject }: Handlers, error: Error): void => {
    if (failure === undefined || failure === null) throw error;
    failure(error, userObject);
  };

  const succeed = (handlers: Handlers, text: string): void => {
    const value: unknown = JSON.parse(text);
    const reserved = reservedProperty(value);
    if (reserved === undefined) handlers.success?.(value, handlers.userObject);
    else
      fail(
        handlers,
        invalidArgument(`User properties cannot end with "__". Failed on property: ${reserved}`),
      );
  };

  const settle = (handlers: Handlers, answer: RunAnswer): void => {
    if (answer.ok) succeed(handlers, answer.value);
    else fail(handlers, rebuildError(answer.error));
  };

  const networkError = (): RunAnswer => ({
    ok: false,
    error: { name: 'NetworkError', message: 'Connection failure due to HTTP 0' },
  });

  const launch = (handlers: Handlers, name: string, args: string): void => {
    running += 1;
    void send(name, args)
      .catch(networkError)
      .then((answer) => {
        running -= 1;
        waiting.shift()?.();
        settle(handlers, answer);
      })
      // What a handler throws is the page's own uncaught error, not a rejected promise of ours.
      .catch(throwLater);
  };

  const request = (handlers: Handlers, name: string, args: readonly unknown[]): void => {
    const [first] = args;
    const text = sanitiseArguments(isForm(first) ? [formValues(first, args.length)] : args);
    if (running < CALLS_AT_ONCE) launch(handlers, name, text);
    else waiting.push(() => launch(handlers, name, text));
  };

  const runner = (handlers: Handlers): ScriptRun => {
    const run: ScriptRun = {};
    for (const name of functionNames) {
      if (name.endsWith('_')) continue;
      run[name] = (...args) => request(handlers, name, args);
    }
    const withMethods: ScriptRun = {
      withSuccessHandler: (handler) => runner({ ...handlers, success: handler as Handler | undefined }),
      withFailureHandler: (handler) =>
        runner({ ...handlers, failure: handler as Handler | null | undefined }),
      withUserObject: (userObject) => runner({ ...handlers, userObject }),
      withLogger: (handler) => runner({ ...handlers, logger: handler as Handler | undefined }),
    };
    // Not enumerable: Object.keys(google.script.run) lists the server's functions.
    for (const [name, value] of Object.entries(withMethods)) Object.defineProperty(run, name, { value });
    return run;
  };
  return runner({});
}
