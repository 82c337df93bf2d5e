import { toPlain } from './width';

/** An address as compared and stored: NFKC, trimmed, lower case; `''` if empty. */
export function normalizeMail(text: string): string {
  return toPlain(text).toLowerCase();
}

/** The addresses in a cell as they are compared; a cell may hold several, one behind another. */
export function mailsIn(text: string): string[] {
  return normalizeMail(text)
    .split(/[^0-9a-z.!#$%&'*+/=?^_`{|}~@-]+/)
    .filter((part) => part.includes('@'));
}

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$/i;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/**
 * Whether mail can be sent to the address: ASCII, one @, a domain with a dot. Old docomo and au addresses with `..`
 * or `.@` exist and are taken (facts/domain.md D2); blanks, line breaks, `,` `;` `<` `>` and quotes are not.
 */
export function isMailAddress(text: string): boolean {
  if (text.length > 254) return false;
  const at = text.indexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const labels = text.slice(at + 1).split('.');
  return (
    LOCAL.test(local) &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    /[a-z]/i.test(labels[labels.length - 1] ?? '')
  );
}

/** Domains that many people have; names of five letters and more are guarded against a slip of one key. */
const COMMON_DOMAINS = [
  'docomo.ne.jp', 'ezweb.ne.jp', 'softbank.ne.jp', 'i.softbank.jp', 'ymobile.ne.jp', 'uqmobile.jp', 'rakuten.jp',
  'gmail.com', 'yahoo.co.jp', 'ymail.ne.jp', 'icloud.com', 'hotmail.com', 'hotmail.co.jp', 'outlook.com',
  'outlook.jp', 'nifty.com', 'biglobe.ne.jp', 'so-net.ne.jp', 'plala.or.jp', 'googlemail.com', 'ybb.ne.jp',
  'excite.co.jp', 'infoseek.jp', 'dion.ne.jp', 'wakwak.com', 'minshokyo.or.jp',
] as const; // prettier-ignore
/** Real domains that only look like a slip of one above. */
const REAL_NEIGHBOURS = new Set(['mail.com', 'email.com', 'ymail.com', 'gmx.com', 'yahoo.com', 'pion.ne.jp']);
/** Endings nobody has, and what was meant. */
const ENDING_SLIPS: readonly (readonly [RegExp, string])[] = [
  [/\.(?:con|cpm|vom|xom|comm|coom|ocm|cim)$/, '.com'],
  [/\.(co|ne|or|ac|go)\.?(?:jo|jpp|jq|ip|kp|pj|jp\.jp)$/, '.$1.jp'],
  [/\.(co|ne|or|ac|go)jp$/, '.$1.jp'],
  [/^gmail\.(?:co\.jp|ne\.jp|jp|co|cm|om)$/, 'gmail.com'],
  [/^icloud\.(?:co\.jp|ne\.jp|jp|co|cm|om)$/, 'icloud.com'],
  [/^docomo\.(?:jp|com|or\.jp|co\.jp)$/, 'docomo.ne.jp'],
  [/^ezweb\.(?:jp|com|or\.jp|co\.jp)$/, 'ezweb.ne.jp'],
  [/^i\.softbank\.(?:ne\.jp|co\.jp|com)$/, 'i.softbank.jp'],
  [/^yahoo\.(?:ne\.jp|jp|or\.jp)$/, 'yahoo.co.jp'],
];

/** The domain that was probably meant (docmo.ne.jp → docomo.ne.jp, .con → .com), else undefined. */
export function nearMissDomain(mail: string): string | undefined {
  const domain = normalizeMail(mail).split('@')[1] ?? '';
  if (domain === '' || isKnown(domain)) return undefined;
  for (const [slip, meant] of ENDING_SLIPS) if (slip.test(domain)) return domain.replace(slip, meant);
  return COMMON_DOMAINS.find((known) => (known.split('.')[0] ?? '').length >= 5 && isOneSlip(domain, known));
}

function isKnown(domain: string): boolean {
  return REAL_NEIGHBOURS.has(domain) || COMMON_DOMAINS.some((known) => known === domain);
}

/** One letter left out, added, changed, or two neighbours swapped. */
function isOneSlip(typed: string, meant: string): boolean {
  let start = 0;
  while (start < typed.length && start < meant.length && typed[start] === meant[start]) start += 1;
  const a = typed.slice(start);
  const b = meant.slice(start);
  const changed = a.slice(1) === b.slice(1);
  const added = a.slice(1) === b;
  const missing = a === b.slice(1);
  const swapped = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return a !== b && (changed || added || missing || swapped);
}

/**
 * Whether several people may read the mailbox. Patterns: `info@` (also info-tokyo@, info2@), `@example.co.jp`
 * (everybody there) or a whole address; the list is the setting 共用アドレス.
 */
export function isSharedMailbox(mail: string, patterns: readonly string[]): boolean {
  const [local = '', domain = ''] = normalizeMail(mail).split('@');
  return patterns.map(normalizeMail).some((pattern) => {
    if (pattern === '' || pattern === '@') return false;
    const [name = '', host = ''] = pattern.split('@');
    const named = name === '' || local === name || (host === '' && startsAsRole(local, name));
    return named && (host === '' || domain === host);
  });
}

function startsAsRole(local: string, name: string): boolean {
  return local.startsWith(name) && /^[-_.+0-9]/.test(local.slice(name.length));
}
