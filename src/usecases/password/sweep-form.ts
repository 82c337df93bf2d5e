/** Every response once, by its id: what the trigger missed is found here. */
import { now } from '../../platform/clock';
import { openFormById, responsesSince, type FormResponse } from '../../platform/form';
import { writeProperties } from '../../platform/properties';
import { findAny } from '../../sheets/find';
import { readForDecision } from '../../sheets/read';
import { passwords } from '../../sheets/schema/index';
import { publish } from '../../sheets/spreadsheet';
import { PROPERTY, type Installation } from '../installation/installation';
import { recordEarlier } from './record-earlier';
import { noteTrouble } from '../desk/trouble';
import { receiveFormResponse } from './receive-form-response';
import type { Rules } from '../installation/rules';

/** Responses older than this before the last sweep cannot come any more. */
const OVERLAP_MS = 24 * 3_600_000;
const RUN_MS = 3 * 60_000;
/** Ids looked for in one search. */
const SEARCHED = 50;

/**
 * Records what is missing, oldest first; goes on at the next run when time is up. One that cannot be recorded stops
 * none of the others and is tried again at every run. Answers how many there are of those.
 */
export function sweepForm(installation: Installation, rules: Rules): number {
  // In 試行 nobody has said yet which answers are old: they stay until 本番 is pressed.
  const openedAt = rules.settings.formOpenedAt;
  if (!installation.form || openedAt === null) return 0;
  const start = now();
  const sweptTo = Number(installation.properties[PROPERTY.sweptTo] ?? 0);
  const since = Math.max(sweptTo - OVERLAP_MS, 0);
  const responses = responsesSince(openFormById(installation.form.id), since);
  const missing = withoutRecorded(responses);
  let failed = 0;
  recordEarlier(
    missing.filter(({ receivedAt }) => receivedAt < openedAt),
    installation.form,
  );
  for (const response of missing.filter(({ receivedAt }) => receivedAt >= openedAt)) {
    if (now() - start > RUN_MS) return failed;
    publish();
    if (!isReceived(response, installation, rules)) failed += 1;
  }
  const last = responses[responses.length - 1];
  if (failed === 0 && last && last.receivedAt > sweptTo) {
    writeProperties({ [PROPERTY.sweptTo]: String(last.receivedAt) });
  }
  return failed;
}

/** Whatever stands in the way of one response is noted for those who look after the script. */
function isReceived(response: FormResponse, installation: Installation, rules: Rules): boolean {
  try {
    receiveFormResponse(response, installation, rules, true);
    return true;
  } catch (error) {
    noteTrouble('sweepForm', error);
    return false;
  }
}

/** Those whose id stands nowhere in パスワード送付: one search for all of a batch. */
export function withoutRecorded(responses: readonly FormResponse[]): FormResponse[] {
  const missing: FormResponse[] = [];
  for (let from = 0; from < responses.length; from += SEARCHED) {
    const batch = responses.slice(from, from + SEARCHED);
    publish();
    const rows = findAny(
      passwords,
      batch.map(({ id }) => id),
    );
    const found = readForDecision([{ tab: passwords, rows }]);
    const recorded = new Set(rows.map((row) => found.row(passwords, row).values.responseId));
    missing.push(...batch.filter(({ id }) => !recorded.has(id)));
  }
  return missing;
}
