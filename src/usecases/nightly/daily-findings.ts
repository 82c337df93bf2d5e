/** What the daily job found for a person to look at: one property, read by ホーム, 設定を点検する and the digest. */
import { now } from '../../platform/clock';
import { PROPERTY, type Installation } from '../installation/installation';

/** A sentence about something that happened once stays for a week; what still is so is found again every night. */
const KEPT_MS = 7 * 86_400_000;
/** A property holds 9 KB. */
const MOST = 20;

interface Stored {
  text: string;
  /** Epoch ms; absent: until the next night. */
  until?: number;
}

/** The sentences in force. */
export function dailyFindings({ properties }: Pick<Installation, 'properties'>): string[] {
  return inForce(properties).map(({ text }) => text);
}

/** The property after a night: what is so now, and what happened, each sentence once. */
export function writeFindings(
  { properties }: Pick<Installation, 'properties'>,
  standing: readonly string[],
  happened: readonly string[],
): Record<string, string> {
  const until = now() + KEPT_MS;
  const all: Stored[] = [
    ...standing.map((text) => ({ text })),
    ...happened.map((text) => ({ text, until })),
    ...inForce(properties).filter((one) => one.until !== undefined),
  ];
  const once = all.filter(({ text }, index) => all.findIndex((other) => other.text === text) === index);
  return { [PROPERTY.dailyFindings]: JSON.stringify(once.slice(0, MOST)) };
}

function inForce(properties: Installation['properties']): Stored[] {
  const stored = JSON.parse(properties[PROPERTY.dailyFindings] ?? '[]') as Stored[];
  return stored.filter(({ until }) => until === undefined || until > now());
}
