/**
 * What HtmlService does to inline scripts, and how ours stay whole: it cuts comments without knowing
 * strings and regular expressions well, so nothing in them may look like the start or end of one.
 */
import { parse, tokTypes } from 'acorn';

/**
 * All tokens of a script; regular expressions are told from divisions.
 * @param {string} code
 * @returns {import('acorn').Token[]}
 */
export function tokens(code) {
  /** @type {import('acorn').Token[]} */
  const found = [];
  parse(code, { ecmaVersion: 2019, sourceType: 'script', onToken: found });
  return found;
}

/**
 * The script with `//`, `/*` and the end of a comment inside strings and regular expressions, and
 * `<!--` and `</script` inside strings, written with escapes.
 * @param {string} code
 */
export function escapeForHtmlService(code) {
  let escaped = '';
  let done = 0;
  for (const token of tokens(code)) {
    const raw = code.slice(token.start, token.end);
    if (token.type === tokTypes.string) escaped += code.slice(done, token.start) + escapeString(raw);
    else if (token.type === tokTypes.regexp) escaped += code.slice(done, token.start) + escapeRegExp(raw);
    else continue;
    done = token.end;
  }
  return escaped + code.slice(done);
}

/** @param {string} raw with its quotes */
function escapeString(raw) {
  return raw
    .replace(/\\[^]|\/(?=[/*])|(?<=[/*])\//g, (part) => (part.endsWith('/') ? '\\x2f' : part))
    .replace(/<(?=!--|\/script)/gi, '\\x3c');
}

/** @param {string} raw with its slashes and flags */
function escapeRegExp(raw) {
  const end = raw.lastIndexOf('/');
  const pattern = raw
    .slice(1, end)
    .replace(/\\[^]|\//g, (part) => (part.endsWith('/') ? '\\x2f' : part))
    // An empty group, so that `*` does not stand before the closing slash.
    .replace(/\*$/, '*(?:)');
  return `/${pattern}/${raw.slice(end + 1)}`;
}
