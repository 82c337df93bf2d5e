/**
 * What service calls touch, so that of all moments at which another operation can come in between only those are tried
 * that make a difference. Coming in before a call or after it is the same unless the call meets something of the other.
 */
import type { Point } from './points';

interface Touch {
  readonly what: 'sheet' | 'properties' | 'cache' | 'mail' | 'lock';
  readonly writes: boolean;
}

const TOUCHES: readonly [calls: RegExp, touch: Touch][] = [
  [/^Sheets\.Spreadsheets\.(?:Values\.)?(?:get|batchGet)$/u, { what: 'sheet', writes: false }],
  [
    /^(?:Sheets\.|Range\.(?:set|clear)|Sheet\.(?:append|insert|delete|set))/u,
    { what: 'sheet', writes: true },
  ],
  // A flush of nothing only lets the next read see anew: what it sees is what is there at that read.
  [/^(?:Range|TextFinder)\.|^Sheet\.getLast/u, { what: 'sheet', writes: false }],
  [/^Properties\.get/u, { what: 'properties', writes: false }],
  [/^Properties\./u, { what: 'properties', writes: true }],
  [/^Cache\.get/u, { what: 'cache', writes: false }],
  [/^Cache\./u, { what: 'cache', writes: true }],
  [/^GmailApp\.send/u, { what: 'mail', writes: true }],
  [/^(?:GmailApp|MailApp)\./u, { what: 'mail', writes: false }],
  [/^Lock\./u, { what: 'lock', writes: true }],
];

const touchOf = (call: string): Touch | undefined => TOUCHES.find(([calls]) => calls.test(call))?.[1];

/** Whether two calls in one order can come out otherwise than in the other. */
function conflict(call: string, other: string): boolean {
  const [mine, its] = [touchOf(call), touchOf(other)];
  return mine !== undefined && its !== undefined && mine.what === its.what && (mine.writes || its.writes);
}

/** Calls of an operation up to the first lock it takes: all it can do while another holds that. */
function untilLock(points: readonly Point[]): Point[] {
  const at = points.findIndex(({ call }) => call === 'Lock.tryLock');
  return at < 0 ? [...points] : points.slice(0, at);
}

/** Of the points of an operation those at which it makes a difference that the other comes in between, first to last. */
export function turnsOf(points: readonly Point[], other: readonly Point[]): Point[] {
  const prefix = untilLock(other);
  return points.filter(({ locked }, at) => {
    const before = points[at - 1];
    // Before the first call it would be the one after the other.
    if (before === undefined) return false;
    // Under the lock the other comes no further than to its own.
    const met = locked && before.locked ? prefix : other;
    return met.some(({ call }) => conflict(before.call, call));
  });
}
