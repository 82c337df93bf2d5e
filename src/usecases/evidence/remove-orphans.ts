/** Files that no application took up: the page was closed, the application refused, or the file replaced. */
import { orphansAmong } from '../../domain/evidence';
import { now } from '../../platform/clock';
import { filesMade, trashFile } from '../../platform/files';
import { writeProperties } from '../../platform/properties';
import { readFound } from '../../sheets/read-found';
import { points } from '../../sheets/schema/index';
import { PROPERTY, type Installation } from '../installation/installation';

const DAY_MS = 86_400_000;
/** Files looked at in one run; the rest waits for the next. */
const AT_ONCE = 100;

/**
 * Puts files older than a day that no row of ポイント refers to into the trash; answers how many. Each file is looked at
 * once: one contact when nothing is new. Can be killed anywhere and run again.
 */
export function removeOrphans({ properties }: Installation): number {
  const folder = properties[PROPERTY.evidenceFolder] ?? '';
  if (folder === '') return 0;
  const checkedTo = Number(properties[PROPERTY.evidenceCheckedTo] ?? 0);
  const files = filesMade(folder, checkedTo, now() - DAY_MS, AT_ONCE);
  const last = files[files.length - 1];
  if (!last) return 0;
  const ids = files.map(({ id }) => id);
  const { rowsOf, isWhole } = readFound([{ tab: points, texts: ids, as: 'part' }]);
  const kept = rowsOf(points).map(({ values }) => values.evidence);
  // A cell that shows one of them and holds something else may stand for any.
  const orphans = isWhole ? orphansAmong(ids, kept) : [];
  orphans.forEach(trashFile);
  // More of the same millisecond may wait behind a full page.
  const to = files.length < AT_ONCE ? last.madeAt : last.madeAt - 1;
  writeProperties({ [PROPERTY.evidenceCheckedTo]: String(to) });
  return orphans.length;
}
