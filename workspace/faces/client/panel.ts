/** The page inside the sandboxed frame: offers google.script.* and writes the user's HTML into its own frame. */
import { readData } from '../browser/data';
import { createGoogleScript } from '../browser/google-script';
import type { PanelInit, ToPanel, ToHost } from '../browser/messages';

const { parent: parentOrigin } = readData<{ parent: string }>();

/** Google's prefix: `google` is there before any script of the user's. */
const PREFIX =
  '<!doctype html><script src="/_/jsapi"></script><script>window.parent.maeExportApis_();</script>';

function fillFrame(init: PanelInit, api: unknown): void {
  const frame = document.createElement('iframe');
  frame.id = 'userHtmlFrame';
  frame.title = init.title;
  document.body.append(frame);
  const inner = frame.contentWindow;
  const doc = frame.contentDocument;
  if (inner === null || doc === null) throw new Error('The frame of the user HTML has no document.');
  Object.assign(window, {
    maeExportApis_: () => {
      Object.assign(inner, { google: { script: api } });
    },
  });
  doc.open();
  doc.write(PREFIX + init.userHtml);
  doc.close();
}

let receive: ((message: ToPanel) => void) | undefined;

window.addEventListener('message', (event: MessageEvent<ToPanel>) => {
  if (event.source !== window.parent || event.origin !== parentOrigin) {
    console.warn('dropping postMessage.. was from unexpected window');
    return;
  }
  if (event.data.type !== 'init') receive?.(event.data);
  else if (receive === undefined) {
    const post = (message: ToHost): void => window.parent.postMessage(message, parentOrigin);
    const { api, receive: take } = createGoogleScript(event.data, post);
    receive = take;
    event.data.warnings.forEach((warning) => console.warn(warning));
    fillFrame(event.data, api);
  }
});

// A panel that was reloaded or nested in user code gets no answer and stays blank, as on Google.
if (window.parent !== window) window.parent.postMessage({ type: 'ready' } satisfies ToHost, parentOrigin);
