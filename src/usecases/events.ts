/** Events of the owner's triggers, taken up only if Google itself sent them. */
import { rulesOf } from '../domain/mode';
import { editedTabOf } from '../platform/edit-event';
import { responseOfEvent } from '../platform/form';
import { requireTrigger } from './installation';
import { receiveFormResponse } from './receive-form-response';
import { forgetRules, loadRules, steeringTabs } from './rules';

/** A form response arrived; in 準備 nothing is recorded. DomainError `NOT_A_TRIGGER`. */
export function takeSubmitted(event: unknown): void {
  const installation = requireTrigger('onFormSubmitted', event);
  const response = responseOfEvent(event);
  if (!response) return;
  const { rules } = loadRules();
  if (rulesOf(rules.settings.mode).recordAnswers) receiveFormResponse(response, installation, rules);
}

/** A tab that steers the system was edited: the next request reads it again. DomainError `NOT_A_TRIGGER`. */
export function takeEdited(event: unknown): void {
  requireTrigger('onSheetEdited', event);
  if (steeringTabs.includes(editedTabOf(event))) forgetRules();
}
