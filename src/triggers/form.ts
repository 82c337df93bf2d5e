/** Door 3: the form's submit trigger. May come twice, empty or never: the response is recorded once by its id, and swept up if missed. */
import { rulesOf } from '../domain/mode';
import { responseOfEvent } from '../platform/form';
import { requireTrigger } from '../usecases/installation';
import { receiveFormResponse } from '../usecases/receive-form-response';
import { loadRules } from '../usecases/rules';

/** A form was submitted. */
export function onFormSubmitted(event: unknown): void {
  const installation = requireTrigger('onFormSubmitted', event);
  const response = responseOfEvent(event);
  if (!response) return;
  const { rules } = loadRules();
  if (rulesOf(rules.settings.mode).recordAnswers) receiveFormResponse(response, installation, rules);
}
