/** Door 3: clock triggers of the owner. */
import { requireTrigger } from '../usecases/installation';
import { runFiveMinuteJob, runMinuteJob } from '../usecases/jobs';

/** Every minute. */
export function runEveryMinute(event: unknown): void {
  runMinuteJob(requireTrigger('runEveryMinute', event));
}

/** Every five minutes. */
export function runEveryFiveMinutes(event: unknown): void {
  runFiveMinuteJob(requireTrigger('runEveryFiveMinutes', event));
}
