/**
 * Gmail's search, as far as it is built: words, "phrases", -negation, in:, subject:, from:, to:, cc:, newer_than:,
 * older_than:, after:, before:. Gmail compares words, not letters: `N26-00012` does not find `N26-000123`.
 */
import { NotInWorkspace } from '../engine/service';
import type { Message } from './mail-post';

/** Whose mailbox is searched, and when. */
export interface SearchScope {
  account: string;
  /** ms since 1970 */
  now: number;
}

type Condition = (message: Message, scope: SearchScope) => boolean;

const DAY = 24 * 60 * 60 * 1000;

/** Words of a text: runs of Latin letters and digits; every other letter by itself, as Japanese has no blanks. */
function words(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z0-9]+|[^\P{L}a-z]|[^\P{N}0-9]/gu) ?? []
  );
}

/** Whether the words of `phrase` follow each other in `text`. */
function hasPhrase(text: string, phrase: string): boolean {
  const wanted = words(phrase);
  if (wanted.length === 0) return false;
  const present = words(text);
  return present.some((_, start) => wanted.every((word, offset) => present[start + offset] === word));
}

/** Whether a message lies in the sent box of an account. */
export function isSent(message: Message, account: string): boolean {
  return message.inSentBox && message.sentBy.toLowerCase() === account.toLowerCase();
}

/** Whether a message lies in the inbox of an account. */
export function isReceived(message: Message, account: string): boolean {
  return message.recipients.includes(account.toLowerCase());
}

function placeCondition(place: string): Condition {
  switch (place) {
    case 'sent':
      return (message, { account }) => isSent(message, account);
    case 'inbox':
      return (message, { account }) => isReceived(message, account);
    case 'anywhere':
      return () => true;
    default:
      throw new NotInWorkspace(`GmailApp.search in:${place}`);
  }
}

function person(value: string, account: string): string {
  return value === 'me' ? account : value;
}

function span(operator: string, value: string): number {
  const parts = /^(\d+)([dmy])$/u.exec(value);
  if (parts === null) throw new NotInWorkspace(`GmailApp.search ${operator}:${value}`);
  const days = { d: 1, m: 30, y: 365 }[parts[2] as 'd' | 'm' | 'y'];
  return Number(parts[1]) * days * DAY;
}

/** after: and before: are taken as seconds since 1970; dates depend on the mailbox's time zone, which is not known here. */
function seconds(operator: string, value: string): number {
  if (!/^\d{9,}$/u.test(value)) throw new NotInWorkspace(`GmailApp.search ${operator}:${value}`);
  return Number(value) * 1000;
}

function condition(operator: string, value: string): Condition {
  switch (operator) {
    case '':
      return ({ subject, body, from, to, cc }) =>
        [subject, body, from, to, cc].some((text) => hasPhrase(text, value));
    case 'in':
      return placeCondition(value.toLowerCase());
    case 'subject':
      return ({ subject }) => hasPhrase(subject, value);
    case 'from':
      return ({ from }, { account }) => hasPhrase(from, person(value, account));
    case 'to':
      return ({ to, cc, bcc }, { account }) =>
        [to, cc, bcc].some((text) => hasPhrase(text, person(value, account)));
    case 'cc':
      return ({ cc }, { account }) => hasPhrase(cc, person(value, account));
    case 'newer_than': {
      const length = span(operator, value);
      return ({ date }, { now }) => date > now - length;
    }
    case 'older_than': {
      const length = span(operator, value);
      return ({ date }, { now }) => date <= now - length;
    }
    case 'after': {
      const since = seconds(operator, value);
      return ({ date }) => date >= since;
    }
    case 'before': {
      const until = seconds(operator, value);
      return ({ date }) => date < until;
    }
    default:
      throw new NotInWorkspace(`GmailApp.search ${operator}:`);
  }
}

const TERM = /\s*(?<minus>-?)(?:(?<operator>[a-z_0-9]+):)?(?:"(?<phrase>[^"]*)"|(?<word>[^\s"(){}]+))/iuy;

/** Makes a test for messages out of a query; throws NotInWorkspace for what is not built. */
export function parseQuery(query: string): Condition {
  const conditions: Condition[] = [];
  const rest = query.trimEnd();
  TERM.lastIndex = 0;
  let end = 0;
  while (end < rest.length) {
    const { groups } = TERM.exec(rest) ?? {};
    if (groups === undefined) throw new NotInWorkspace(`GmailApp.search ${rest.slice(end).trim()}`);
    end = TERM.lastIndex;
    const value = groups['phrase'] ?? groups['word'] ?? '';
    if (groups['operator'] === undefined && /^(?:OR|AND|AROUND|\|)$/u.test(groups['word'] ?? '')) {
      throw new NotInWorkspace(`GmailApp.search ${value}`);
    }
    const holds = condition((groups['operator'] ?? '').toLowerCase(), value);
    conditions.push(groups['minus'] === '-' ? (message, scope) => !holds(message, scope) : holds);
  }
  return (message, scope) => conditions.every((holds) => holds(message, scope));
}
