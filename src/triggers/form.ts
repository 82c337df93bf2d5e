/** Door 3: the form's submit trigger. May come twice, empty or never: the response is recorded once by its id, and swept up if missed. */
import { takeSubmitted } from '../usecases/installation/events';
import { withCounters } from '../usecases/nightly/restore-counters';

/** A form was submitted. */
export function onFormSubmitted(event: unknown): void {
  withCounters(() => takeSubmitted(event));
}
