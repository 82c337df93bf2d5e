/**
 * Rebuilding `_要約` from the other tabs, some people a commit, from one run of the five-minute job to the next. The
 * property holds the next row: killed anywhere, it goes on from there, and who was done is found done.
 */
import { now } from '../../platform/clock';
import { pause } from '../../platform/pause';
import { writeProperties } from '../../platform/properties';
import { ledger } from '../../sheets/schema/index';
import { publish, requireSheet } from '../../sheets/spreadsheet';
import { knownFindings } from '../findings/findings';
import { PROPERTY, type Installation } from '../installation/installation';
import { MENDED_AT_ONCE, mendBatch } from '../nightly/mend-people';
import { rebuildState } from './rebuild-state';
import type { Rules } from '../installation/rules';

/** Commits in a minute: two reads and a write each, of the 60 of each kind all executions of the owner share. */
const A_MINUTE = 12;
const MINUTE_MS = 60_000;
/** No further commit is begun after this long: an execution ends at six minutes. */
const RUN_MS = 4 * 60_000;

/** Goes on as far as the time since `startedAt` reaches; answers whether something is left. */
export function goOnRebuilding(installation: Installation, rules: Rules, startedAt: number): boolean {
  const state = rebuildState(installation);
  if (!state) return false;
  publish();
  const end = requireSheet(ledger).getLastRow();
  const last = Math.min(state.to ?? end, end);
  let { next } = state;
  let window = { from: now(), commits: 0 };
  while (next <= last) {
    if (now() - startedAt > RUN_MS) return true;
    if (window.commits >= A_MINUTE) {
      pause(Math.max(0, window.from + MINUTE_MS - now()));
      window = { from: now(), commits: 0 };
    }
    const rows = Array.from(
      { length: Math.min(MENDED_AT_ONCE, last - next + 1) },
      (_, index) => next + index,
    );
    next += mendBatch(rows, rules.texts, knownFindings(installation)).done;
    window.commits += 1;
    writeProperties({ [PROPERTY.rebuild]: JSON.stringify({ next, to: state.to }) });
  }
  writeProperties({
    [PROPERTY.rebuild]: '',
    ...(state.to === null ? { [PROPERTY.rebuilt]: String(now()) } : {}),
  });
  return false;
}
