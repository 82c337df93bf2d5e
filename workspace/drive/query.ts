/** The search language of `Drive.Files.list`, as far as it is built: terms joined by `and`. */
import { NotInWorkspace } from '../engine/service';
import { apiError } from '../sheets/api/errors';
import type { Metadata } from './files';

/** What a term is held against: what the index knows, and what never changes. */
export interface Searched extends Metadata {
  parent: string;
  createdAt: number;
}

type Term = (file: Searched) => boolean;

const TEXT = String.raw`'((?:[^'\\]|\\['\\])*)'`;
const plain = (text: string): string => text.replace(/\\(['\\])/gu, '$1');

/** How a term is written, and what it asks. */
const TERMS: readonly [RegExp, (...parts: string[]) => Term][] = [
  [new RegExp(`^${TEXT} in parents`, 'u'), (id) => (file) => file.parent === plain(id)],
  [/^trashed = (true|false)/u, (wanted) => (file) => file.trashed === (wanted === 'true')],
  [
    new RegExp(`^(name|mimeType) (=|!=) ${TEXT}`, 'u'),
    (field, operator, text) => (file) =>
      (file[field as 'name' | 'mimeType'] === plain(text)) === (operator === '='),
  ],
  [
    new RegExp(`^appProperties has \\{ ?key ?= ?${TEXT} and value ?= ?${TEXT} ?\\}`, 'u'),
    (key, value) => (file) => file.appProperties[plain(key)] === plain(value),
  ],
  [
    /^createdTime (<=|<|>=|>) '(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2}))'/u,
    (operator, time) => {
      const at = Date.parse(time);
      const compare: Record<string, Term> = {
        '<': ({ createdAt }) => createdAt < at,
        '<=': ({ createdAt }) => createdAt <= at,
        '>': ({ createdAt }) => createdAt > at,
        '>=': ({ createdAt }) => createdAt >= at,
      };
      return compare[operator] ?? (() => false);
    },
  ],
];

/** Fields and operators the real language has beside what is built here. */
const KNOWN =
  /^(?:not\b|\(|'[^']*' in (?:owners|writers|readers)|(?:fullText|name|mimeType|modifiedTime|viewedByMeTime|createdTime|starred|trashed|properties|appProperties|visibility|sharedWithMe|parents|owners|writers|readers)\b)/u;

/** Reads a search; throws the API's refusal for what is none, NotInWorkspace for what is not built. */
export function parseSearch(text: string): Term {
  const terms: Term[] = [];
  let rest = text.trim();
  for (;;) {
    const read = TERMS.map(([pattern, make]) => ({ match: pattern.exec(rest), make })).find(
      ({ match }) => match !== null,
    );
    if (read?.match === null || read === undefined) {
      if (KNOWN.test(rest)) throw new NotInWorkspace(`Drive.Files.list q: ${rest}`);
      throw apiError('Invalid Value');
    }
    const [whole, ...parts] = read.match;
    terms.push(read.make(...parts));
    rest = rest.slice(whole.length).trim();
    if (rest === '') return (file) => terms.every((term) => term(file));
    if (/^or\b/u.test(rest)) throw new NotInWorkspace(`Drive.Files.list q: ${rest}`);
    if (!/^and\s/u.test(rest)) throw apiError('Invalid Value');
    rest = rest.slice('and'.length).trim();
  }
}
