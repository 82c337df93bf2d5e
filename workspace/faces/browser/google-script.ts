/** `google.script` of a page: run, host, history, url and sandbox, speaking to the page around the panel by messages. */
import type { PanelInit, ToHost, ToPanel, WebAppLocation } from './messages';
import { createScriptRun } from './script-run';
import type { RunAnswer, ScriptRun } from './script-run';

/** Event of google.script.history.setChangeHandler. */
interface HistoryEvent {
  state: unknown;
  location: WebAppLocation;
}

type Params = Record<string, string | string[]>;

interface GoogleScript {
  run: ScriptRun;
  host: Record<string, unknown>;
  sandbox: { mode: string };
  history?: Record<string, unknown>;
  url?: Record<string, unknown>;
}

/** google.script and the function that takes the host's messages. */
export function createGoogleScript(
  init: PanelInit,
  post: (message: ToHost) => void,
): { api: GoogleScript; receive: (message: ToPanel) => void } {
  let lastId = 0;
  const runs = new Map<number, { resolve(answer: RunAnswer): void; reject(error: Error): void }>();
  const locations = new Map<number, (location: WebAppLocation) => void>();
  let changeHandler: ((event: HistoryEvent) => void) | undefined;

  const run = createScriptRun(
    init.functionNames,
    (functionName, args) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        runs.set(lastId, { resolve, reject });
        post({ type: 'run', id: lastId, functionName, args });
      }),
  );

  const writeHistory =
    (action: 'push' | 'replace') =>
    (state?: unknown, params?: Params | null, hash?: string | null): void =>
      post({ type: 'history', action, state: state ?? null, params: params ?? null, hash: hash ?? null });

  const api: GoogleScript = {
    run,
    host: {
      origin: init.hostOrigin,
      close: () => post({ type: 'close' }),
      setHeight: (height: number) => post({ type: 'size', height }),
      setWidth: (width: number) => post({ type: 'size', width }),
      editor: { focus: () => post({ type: 'focusEditor' }) },
    },
    sandbox: { mode: 'IFRAME' },
  };
  if (init.surface === 'exec') {
    api.history = {
      push: writeHistory('push'),
      replace: writeHistory('replace'),
      setChangeHandler(handler: (event: HistoryEvent) => void) {
        changeHandler = handler;
      },
    };
    api.url = {
      getLocation(handler: (location: WebAppLocation) => void) {
        lastId += 1;
        locations.set(lastId, handler);
        post({ type: 'getLocation', id: lastId });
      },
    };
  }

  const receive = (message: ToPanel): void => {
    switch (message.type) {
      case 'answer':
        runs.get(message.id)?.resolve(message.answer);
        runs.delete(message.id);
        break;
      case 'noAnswer':
        runs.get(message.id)?.reject(new Error('No answer came back.'));
        runs.delete(message.id);
        break;
      case 'location':
        locations.get(message.id)?.(message.location);
        locations.delete(message.id);
        break;
      case 'historyChange':
        changeHandler?.({ state: message.state, location: message.location });
        break;
      case 'init':
        break;
    }
  };
  return { api, receive };
}
