/** Door 3: a person edited a cell. */
import { takeEdited } from '../usecases/installation/events';
import { withCounters } from '../usecases/nightly/restore-counters';

/** A tab was edited by hand. */
export function onSheetEdited(event: unknown): void {
  withCounters(() => takeEdited(event));
}
