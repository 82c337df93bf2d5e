/** Door 3: a person edited a cell. */
import { editedTabOf } from '../platform/edit-event';
import { requireTrigger } from '../usecases/installation';
import { forgetRules } from '../usecases/rules';
import { steeringTabs } from '../usecases/rules';

/** A tab that steers the system was edited: the next request reads it again. */
export function onSheetEdited(event: unknown): void {
  requireTrigger('onSheetEdited', event);
  if (steeringTabs.includes(editedTabOf(event))) forgetRules();
}
