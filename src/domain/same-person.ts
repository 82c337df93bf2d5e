/** Whether two contents of a row of 台帳 are of one person: rows are pasted, shifted and numbered anew by hand. */
import { nameKey } from './name';

/** What tells people apart; `''` where it is not known. */
export interface Identity {
  name: string;
  kana: string;
  birthDate: string;
}

/** Nothing known of both speaks against it, and at least two things for it. */
export function isSamePerson(a: Identity, b: Identity): boolean {
  const { same, different } = compare(a, b);
  return different === 0 && same >= 2;
}

/** Two things or more have changed at once and nothing stayed: not a new name, but another person's content. */
export function isSomebodyElse(before: Identity, after: Identity): boolean {
  const { same, different } = compare(before, after);
  return same === 0 && different >= 2;
}

function compare(a: Identity, b: Identity): { same: number; different: number } {
  const pairs = [
    [nameKey(a.name), nameKey(b.name)],
    [nameKey(a.kana), nameKey(b.kana)],
    [a.birthDate, b.birthDate],
  ].filter(([left, right]) => left !== '' && right !== '');
  const same = pairs.filter(([left, right]) => left === right).length;
  return { same, different: pairs.length - same };
}
