/** What asks for `_要約` to be rebuilt, and how far it is. */
import { now } from '../../platform/clock';
import { readProperty, writeProperties } from '../../platform/properties';
import type { RowOf, summaries } from '../../sheets/schema/index';
import { PROPERTY, type Installation } from '../installation/installation';
import { isCurrent, isOtherFormat } from './read-model';

/** What is left to do, in rows of 台帳. */
interface RebuildState {
  next: number;
  /** The last one; null: to the end of the tab. */
  to: number | null;
}

/** The next row to be done; undefined while there is nothing to rebuild. */
export function rebuildState({ properties }: Pick<Installation, 'properties'>): RebuildState | undefined {
  const text = properties[PROPERTY.rebuild] ?? '';
  return text === '' ? undefined : (JSON.parse(text) as RebuildState);
}

/** Has everybody rebuilt by the next runs of the five-minute job. */
export function askRebuild(): void {
  ask({ next: 2, to: null });
}

/** A read model this version cannot read is met on My Page: of another format all are rebuilt, a broken one alone. */
export function rebuildIfOld(
  { summary, ledgerRow }: Pick<RowOf<typeof summaries>, 'summary' | 'ledgerRow'>,
  installation: Installation,
): void {
  if (isCurrent(summary) || rebuildState(installation)) return;
  if (isOtherFormat(summary)) ask({ next: 2, to: null });
  else if (ledgerRow !== null && ledgerRow > 1) ask({ next: ledgerRow, to: ledgerRow });
}

/** These rows of 台帳 belong to people of whom `_要約` has lost something; what was asked for before goes first. */
export function askMending(rows: readonly number[]): void {
  if (rows.length === 0 || readProperty(PROPERTY.rebuild)) return;
  ask({ next: Math.min(...rows), to: Math.max(...rows) });
}

function ask(state: RebuildState): void {
  writeProperties({ [PROPERTY.rebuild]: JSON.stringify(state), [PROPERTY.sweepDue]: String(now()) });
}
