/** `userCodeAppPanel`: the page inside a sandboxed frame on the second origin, which makes the frame of the user's HTML. */
import type { Origins } from './origins';
import { jsonForScript } from './html';
import type { ServedPage } from './exec-page';

/** The panel page for a parent on the other origin. */
export function panelPage(origins: Origins): ServedPage {
  return {
    html: `<!doctype html>
<html><head><meta charset="utf-8">
<style>html,body{margin:0;height:100%;overflow:hidden}iframe{border:0;display:block;width:100%;height:100%}</style>
</head><body>
<script type="application/json" id="data">${jsonForScript({ parent: origins.other })}</script>
<script src="/_/client/panel.js"></script>
</body></html>
`,
    // Active content is HTTPS only, and user code must not reach this server's other face by a request of its own.
    headers: { 'content-security-policy': 'connect-src https:' },
  };
}
