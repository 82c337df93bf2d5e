/** The outer page of the published web app: its sandboxed frame, and the address bar for google.script.history and url. */
import { readData } from '../browser/data';
import type { ToHost, WebAppLocation } from '../browser/messages';
import { openPanel } from '../browser/panel-host';

interface ExecData {
  userHtml: string;
  warnings: string[];
  functionNames: string[];
  sandbox: string;
  frameTitle: string;
}

const { userHtml, warnings, functionNames, sandbox, frameTitle } = readData<ExecData>();

function currentLocation(): WebAppLocation {
  const query = new URLSearchParams(window.location.search);
  const names = [...new Set(query.keys())];
  return {
    hash: decodeURIComponent(window.location.hash.slice(1)),
    parameter: Object.fromEntries(names.map((name) => [name, query.get(name) ?? ''])),
    parameters: Object.fromEntries(names.map((name) => [name, query.getAll(name)])),
  };
}

/** The address with new parameters and hash; null leaves a part as it is, empty clears it. */
function address({ params, hash }: Extract<ToHost, { type: 'history' }>): string {
  const url = new URL(window.location.href);
  if (params !== null) {
    url.search = '';
    for (const [name, value] of Object.entries(params)) {
      for (const each of Array.isArray(value) ? value : [value]) url.searchParams.append(name, each);
    }
  }
  if (hash !== null) url.hash = hash;
  return url.href;
}

const panel = openPanel({
  id: 'sandboxFrame',
  init: { surface: 'exec', title: frameTitle, userHtml, functionNames, warnings },
  sandbox,
  into: document.body,
  onEvent(message, reply) {
    if (message.type === 'getLocation')
      reply({ type: 'location', id: message.id, location: currentLocation() });
    else if (message.type === 'history') {
      const write = message.action === 'push' ? 'pushState' : 'replaceState';
      window.history[write](message.state, '', address(message));
    } else console.warn(`google.script.host has no effect in a web app (${message.type}).`);
  },
});

window.addEventListener('popstate', (event) => {
  panel.reply({ type: 'historyChange', state: event.state as unknown, location: currentLocation() });
});
