/** What the arguments of both doors are made of. */
import * as v from 'valibot';

/** A text of at most `max` characters. */
export const text = (max: number) => v.pipe(v.string(), v.maxLength(max));

/** A day as `YYYY-MM-DD`. */
export const isoDate = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** A row of a tab, a count, a place in a list: a whole number, `least` or more. */
export const whole = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least));

/** How many of a queue to pass over. */
export const skip = v.optional(whole(0));

/** At least one and at most `most` of them. */
export const some = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(most));

/** The key a page makes for a write: sent twice it gives one result. */
export const clientKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{16,64}$/));

/** More items than any ledger shows. */
const MOST_ITEMS = 100;

/** Items of 台帳 (by header) and what was typed for them. */
export const typedItems = v.pipe(
  v.record(text(100), text(500)),
  v.check((typed) => Object.keys(typed).length <= MOST_ITEMS),
);
