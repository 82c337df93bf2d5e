/**
 * What HtmlService does to inline scripts on their way to the browser: it strips their comments with a lexer that
 * knows quotes and regular expressions but not template literals (facts/platform.md 2.5).
 */

/** The HTML as the browser gets it, and what in its scripts was at risk. */
export interface RewrittenHtml {
  html: string;
  /** One sentence for every `//` or `/*` found inside a quoted string or a template literal. */
  warnings: string[];
}

interface StrippedScript {
  code: string;
  warnings: string[];
}

const SCRIPT_TYPES = new Set(['', 'text/javascript', 'application/javascript', 'text/ecmascript', 'module']);
/** A slash after one of these starts a regular expression, else it divides. */
const BEFORE_REGEX =
  /(?:[([{,;:=!&|?+\-*%~^<>]|\b(?:return|typeof|case|do|else|in|void|delete|throw|instanceof))\s*$/u;
const MARKUP = /<!--[\s\S]*?-->|<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/script\s*>/giu;

function excerpt(code: string, at: number): string {
  return code.slice(Math.max(0, at - 20), at + 30).replace(/\s+/gu, ' ');
}

/** End of a quoted string that starts at `start`: after its closing quote, or at the end of its line. */
function endOfString(code: string, start: number): number {
  const quote = code[start];
  let at = start + 1;
  while (at < code.length && code[at] !== quote && code[at] !== '\n') at += code[at] === '\\' ? 2 : 1;
  return Math.min(at + (code[at] === quote ? 1 : 0), code.length);
}

/** End of a regular expression that starts at `start`, or undefined if its line ends before it does. */
function endOfRegex(code: string, start: number): number | undefined {
  let inClass = false;
  for (let at = start + 1; at < code.length && code[at] !== '\n'; at += 1) {
    if (code[at] === '\\') at += 1;
    else if (code[at] === '[') inClass = true;
    else if (code[at] === ']') inClass = false;
    else if (code[at] === '/' && !inClass) return at + 1;
  }
  return undefined;
}

/**
 * Strips the comments of one script as the rewriter does. Inside a template literal, whose backticks it does not know,
 * `//` drops the rest of the line and an opening block comment pairs with the next closing one wherever that stands.
 */
export function stripComments(code: string): StrippedScript {
  let out = '';
  let inTemplate = false;
  const warnings: string[] = [];
  const warn = (what: string, at: number): void => {
    warnings.push(`${what}: …${excerpt(code, at)}…`);
  };
  let at = 0;
  while (at < code.length) {
    const char = code[at] ?? '';
    const pair = code.slice(at, at + 2);
    if (pair === '//' || pair === '/*') {
      if (inTemplate) warn(`"${pair}" inside a template literal is cut by HtmlService`, at);
      const close = pair === '//' ? code.indexOf('\n', at) : code.indexOf('*/', at + 2);
      const end = close === -1 ? code.length : pair === '//' ? close : close + 2;
      out += pair === '/*' ? (code.slice(at, end).includes('\n') ? '\n' : ' ') : '';
      at = end;
      continue;
    }
    let end = at + 1;
    if (char === '"' || char === "'") {
      end = endOfString(code, at);
      if (/(?:^|[^\\])(?:\/\/|\/\*)/u.test(code.slice(at, end))) warn('HtmlService may cut this string', at);
    } else if (char === '/' && BEFORE_REGEX.test(out.slice(-40) || '(')) {
      end = endOfRegex(code, at) ?? end;
    } else if (char === '\\') {
      end = at + 2;
    } else if (char === '`') {
      inTemplate = !inTemplate;
    }
    out += code.slice(at, end);
    at = end;
  }
  return { code: out, warnings };
}

function isRewritten(attributes: string): boolean {
  if (/\bsrc\s*=/iu.test(attributes)) return false;
  const type = /\btype\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/iu.exec(attributes);
  return SCRIPT_TYPES.has((type?.[1] ?? type?.[2] ?? type?.[3] ?? '').trim().toLowerCase());
}

/** Passes HTML through the rewriter: every inline script that is JavaScript loses its comments, all else stays. */
export function rewriteScripts(html: string): RewrittenHtml {
  const warnings: string[] = [];
  const rewritten = html.replace(MARKUP, (whole: string, attributes?: string, code?: string) => {
    if (attributes === undefined || code === undefined || !isRewritten(attributes)) return whole;
    const stripped = stripComments(code);
    warnings.push(...stripped.warnings);
    const start = whole.indexOf('>', '<script'.length + attributes.length) + 1;
    return whole.slice(0, start) + stripped.code + whole.slice(start + code.length);
  });
  return { html: rewritten, warnings };
}
