/** Door 3: a person moved, deleted or renamed rows, columns or tabs. Google does not tell where. */
import { takeChanged } from '../usecases/installation/events';

/** The spreadsheet was changed by hand. */
export function onSheetChanged(event: unknown): void {
  takeChanged(event);
}
