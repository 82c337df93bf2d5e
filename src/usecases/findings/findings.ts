/** The findings in the script properties: written under the script lock only, readable by secretaries. */
import {
  mergeFindings,
  readFindings,
  writeFindings,
  type Finding,
  type Findings,
} from '../../domain/finding';
import { readList } from '../../domain/json';
import { readProperty, writeProperties } from '../../platform/properties';
import { PROPERTY, type Installation } from '../installation/installation';

/** What is known when an execution begins. */
export interface Known extends Findings {
  /** What a person said may stand (`acceptanceOf`). */
  accepted: ReadonlySet<string>;
}

/** Acceptances kept; the oldest go first. */
const MOST_ACCEPTED = 300;

/** As the installation was read: no contact. */
export function knownFindings({ properties }: Pick<Installation, 'properties'>): Known {
  return {
    ...readFindings(properties[PROPERTY.ledgerFindings]),
    accepted: new Set(readList(properties[PROPERTY.accepted] ?? '') as string[]),
  };
}

/** How many there are. */
export function countFindings(installation: Pick<Installation, 'properties'>): number {
  const { list, more } = knownFindings(installation);
  return list.length + more;
}

/** Takes out what is settled and puts in what was found, in what stands there now. The lock must be held. */
export function settleFindings(
  isSettled: (finding: Finding) => boolean,
  found: readonly Finding[],
  isWhole = false,
): void {
  const before = readProperty(PROPERTY.ledgerFindings);
  const after = writeFindings(mergeFindings(readFindings(before), isSettled, found, isWhole));
  if (after !== before) writeProperties({ [PROPERTY.ledgerFindings]: after });
}

/** Remembers that this content may stand. The lock must be held. */
export function rememberAcceptance(acceptance: string): void {
  const list = readList(readProperty(PROPERTY.accepted)) as string[];
  if (list.includes(acceptance)) return;
  writeProperties({ [PROPERTY.accepted]: JSON.stringify([...list, acceptance].slice(-MOST_ACCEPTED)) });
}
