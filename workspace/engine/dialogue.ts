/** What a running script says and hears: its calls, what they answer, and its end. */
import type { MovableClock } from './clock';
import type { Execution } from './execution';
import type { Failure } from './failure';
import type { Faults } from './faults';
import type { Hook } from './hook';
import { Killed } from './hook';
import { messageIn } from './platform-error';
import type { Runner as Thread } from './pool';
import type { ExecutionResult, HtmlDescriptor } from './request';
import type { Answer, Lang, Outcome, Service } from './service';
import { ServiceError } from './service';
import type { CallText, DoneText, ReplyText } from './wire';

/** An execution that has not ended. */
export interface Live {
  execution: Execution;
  thread: Thread | undefined;
  guard: NodeJS.Timeout | undefined;
  finish(result: ExecutionResult): void;
}

/** What the dialogue works with. */
export interface DialogueOptions {
  clock: MovableClock;
  faults: Faults;
  hook: Hook;
  /** Services in the order they were registered; asked at each end. */
  services: readonly Service[];
  lang: Lang;
  isLive: (entry: Live) => boolean;
  /** Ends an execution without a word to the script. */
  stop: (entry: Live, outcome: 'killed' | 'timeout') => void;
  /** Ends an execution with what came of it. */
  close: (entry: Live, outcome: Outcome, result: Omit<ExecutionResult, 'record'>, failure?: Failure) => void;
}

/** Takes the texts of a script: a call, or its end. */
export interface Dialogue {
  serve: (entry: Live, text: string) => void | Promise<void>;
  end: (entry: Live, text: string) => void | Promise<void>;
}

/** The dialogue with the scripts of a Workspace. */
export function createDialogue(options: DialogueOptions): Dialogue {
  const { clock, faults, hook, services, lang, isLive, stop, close } = options;

  const reply = (entry: Live, answer: Omit<ReplyText, 'now' | 'running'>): void => {
    if (!isLive(entry)) return;
    entry.thread?.reply(
      JSON.stringify({ ...answer, now: clock.now(), running: clock.isRunning } satisfies ReplyText),
    );
  };

  const fail = (entry: Live, error: unknown): void => {
    if (error instanceof Killed) stop(entry, error.outcome);
    else if (error instanceof ServiceError) {
      reply(entry, { ok: false, error: { name: error.errorName, message: messageIn(lang, error) } });
    } else {
      // A bug of a service: the script must not be able to take it for a text of the platform.
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      reply(entry, { ok: false, error: { name: 'WorkspaceBug', message } });
    }
  };

  const answer = (entry: Live, value: Answer): void => {
    if (clock.now() > entry.execution.deadline) stop(entry, 'timeout');
    else reply(entry, { ok: true, ...(value === undefined ? {} : { value }) });
  };

  const serve = (entry: Live, text: string): void | Promise<void> => {
    const { execution } = entry;
    if (clock.now() > execution.deadline) {
      stop(entry, 'timeout');
      return;
    }
    try {
      const value = hook.serve(execution, JSON.parse(text) as CallText);
      if (!(value instanceof Promise)) {
        answer(entry, value);
        return;
      }
      execution.countWait();
      return value.then(
        (settled) => answer(entry, settled),
        (error: unknown) => fail(entry, error),
      );
    } catch (error) {
      fail(entry, error);
      return;
    }
  };

  /** Publishes what services still hold of an execution; the error of a service is the execution's. */
  const publish = async (execution: Execution): Promise<Failure | undefined> => {
    let failure: Failure | undefined;
    for (const service of services) {
      try {
        const waiting = service.end?.(execution);
        if (waiting !== undefined) await waiting;
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        failure ??= { name: error.errorName, message: messageIn(lang, error) };
      }
    }
    return failure;
  };

  const end = (entry: Live, text: string): void | Promise<void> => {
    const { execution } = entry;
    const done = JSON.parse(text) as DoneText;
    if (clock.now() > execution.deadline) {
      stop(entry, 'timeout');
      return;
    }
    return publish(execution).then(
      (late) => {
        const failure = done.error ?? late;
        const lost = faults
          .take({
            execution: execution.id,
            functionName: execution.functionName,
            index: 0,
            indexOfName: 0,
            when: 'after',
          })
          .some(({ kind }) => kind === 'lostAnswer');
        close(
          entry,
          failure === undefined ? 'ok' : 'error',
          {
            ...(failure === undefined && done.value !== undefined ? { value: done.value } : {}),
            ...(failure === undefined && done.html !== undefined
              ? { html: done.html as unknown as HtmlDescriptor }
              : {}),
            ...(lost ? { lost: true as const } : {}),
          },
          failure,
        );
      },
      (error: unknown) => close(entry, 'error', {}, { name: 'WorkspaceBug', message: String(error) }),
    );
  };

  return { serve, end };
}
