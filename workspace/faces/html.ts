/** HTML of the faces' own pages: escaping, data for scripts, and the frame of a page. */
import type { Json } from '../engine/service';
import { FACE_STYLES } from './styles';

/** Text as HTML text or attribute value. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/gu, (char) => entities[char] ?? char);
}

/** A value as the text of a `<script type="application/json">`. */
export function jsonForScript(value: Json): string {
  return JSON.stringify(value).replace(
    /[<>\u2028\u2029]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What a page of a face is made of; its script builds the body from `data`. */
export interface FacePage {
  title: string;
  /** Name of the bundle below `/_/client/`. */
  script: string;
  data: Json;
  /** Further elements of the head. */
  head?: string;
  body?: string;
  lang?: string;
}

/** A whole page of a face. */
export function facePage({ title, script, data, head, body, lang }: FacePage): string {
  return `<!doctype html>
<html lang="${lang ?? 'ja'}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
${head ?? '<meta name="viewport" content="width=device-width, initial-scale=1">'}
<style>${FACE_STYLES[script] ?? ''}</style>
</head>
<body class="${script}">
${body ?? ''}
<script type="application/json" id="data">${jsonForScript(data)}</script>
<script src="/_/client/${script}.js"></script>
</body>
</html>
`;
}
