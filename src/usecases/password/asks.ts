/** Small queue in the properties: what an anonymous visitor may ask for, known or unknown alike; the job resolves it. */
import { now } from '../../platform/clock';
import { writeProperties } from '../../platform/properties';
import { randomId } from '../../platform/random';
import { PROPERTY } from '../installation/installation';

export type Ask =
  /** パスワードをお忘れの方 */
  | { kind: 'password'; numberKey: string }
  /** 登録番号がわからない方 */
  | { kind: 'number'; mail: string; birthDate: string }
  /** Ten failed logins: the registered address is told. */
  | { kind: 'tell'; numberKey: string };

/** So many may wait; further ones are dropped with the same answer, so that nobody can fill the store. */
const MOST = 200;

/** Puts one entry and wakes the job: one contact. `properties` as read in this execution bound the queue. */
export function putAsk(ask: Ask, properties: Readonly<Record<string, string>>): void {
  if (Object.keys(properties).filter((name) => name.startsWith(PROPERTY.ask)).length >= MOST) return;
  const at = now();
  writeProperties({
    [`${PROPERTY.ask}${at}-${randomId().slice(0, 8)}`]: JSON.stringify(ask),
    [PROPERTY.due]: String(at),
  });
}

/** The entries that wait, oldest first, by property name, with the instant (epoch ms) they were put. */
export function waitingAsks(
  properties: Readonly<Record<string, string>>,
): { name: string; ask: Ask; at: number }[] {
  return Object.keys(properties)
    .filter((name) => name.startsWith(PROPERTY.ask))
    .sort()
    .map((name) => ({
      name,
      ask: JSON.parse(properties[name] ?? '') as Ask,
      at: Number(name.slice(PROPERTY.ask.length).split('-')[0]),
    }));
}
