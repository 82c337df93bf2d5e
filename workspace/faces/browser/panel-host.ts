/** The page around a panel: makes its sandboxed frame on the second origin and carries its calls to the server. */
import type { PanelInit, ToHost, ToPanel } from './messages';
import type { RunAnswer } from './script-run';

/** What a panel may do to the page around it, besides calling the server. */
export type PanelEvents = (
  message: Exclude<ToHost, { type: 'ready' | 'run' }>,
  reply: (message: ToPanel) => void,
) => void;

/** A panel that is shown. */
export interface Panel {
  frame: HTMLIFrameElement;
  reply(message: ToPanel): void;
  /** Takes its frame away and stops listening. */
  remove(): void;
}

/** How a panel is made. */
export interface PanelOptions {
  /** Id of the frame: `sandboxFrame`, `sidebarFrame`, `dialogFrame`. */
  id: string;
  init: Omit<PanelInit, 'type' | 'hostOrigin'>;
  sandbox: string;
  /** Whose google.script.run it is; undefined: an anonymous visitor. */
  user?: string;
  into: HTMLElement;
  onEvent: PanelEvents;
}

/** The origin frames with user code live on: the other of `localhost` and `127.0.0.1`. */
function otherOrigin(): string {
  const { hostname, protocol, port } = window.location;
  const other = hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return `${protocol}//${other}${port === '' ? '' : `:${port}`}`;
}

async function callServer(
  page: string,
  user: string | undefined,
  name: string,
  args: string,
): Promise<RunAnswer> {
  const response = await fetch('/_/run', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ page, user: user ?? null, function: name, args }),
  });
  if (!response.ok) {
    const message = `Connection failure due to HTTP ${response.status}`;
    return { ok: false, error: { name: 'NetworkError', message } };
  }
  return (await response.json()) as RunAnswer;
}

/** Shows user HTML in a sandboxed frame. */
export function openPanel({ id, init, sandbox, user, into, onEvent }: PanelOptions): Panel {
  const origin = otherOrigin();
  const frame = document.createElement('iframe');
  frame.id = id;
  frame.title = init.title;
  frame.setAttribute('sandbox', sandbox);
  frame.src = `${origin}/_/userCodeAppPanel`;
  const reply = (message: ToPanel): void => frame.contentWindow?.postMessage(message, origin);
  const page = init.surface === 'exec' ? 'exec' : 'sidebar';
  let started = false;

  const listen = (event: MessageEvent<ToHost>): void => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const message = event.data;
    if (message.type === 'ready') {
      // A frame that reloads itself is not filled again: the real one stays blank.
      if (!started) reply({ ...init, type: 'init', hostOrigin: window.location.origin });
      started = true;
    } else if (message.type === 'run') {
      callServer(page, user, message.functionName, message.args).then(
        (answer) => reply({ type: 'answer', id: message.id, answer }),
        // The server dropped the connection: what it did is unknown to the page.
        () => reply({ type: 'noAnswer', id: message.id }),
      );
    } else onEvent(message, reply);
  };
  window.addEventListener('message', listen);
  into.append(frame);
  return {
    frame,
    reply,
    remove() {
      window.removeEventListener('message', listen);
      frame.remove();
    },
  };
}
