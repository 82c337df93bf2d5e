/** Door 3: a person edited a cell. */
import { takeEdited } from '../usecases/events';

/** A tab was edited by hand. */
export function onSheetEdited(event: unknown): void {
  takeEdited(event);
}
