/** Door 3: clock triggers of the owner. */
import { runDailyJob } from '../usecases/nightly/daily';
import { requireTrigger } from '../usecases/installation/installation';
import { runFiveMinuteJob, runMinuteJob } from '../usecases/jobs';
import { withCounters } from '../usecases/nightly/restore-counters';

/** Every minute. */
export function runEveryMinute(event: unknown): void {
  const installation = requireTrigger('runEveryMinute', event);
  withCounters(() => runMinuteJob(installation));
}

/** Every five minutes. */
export function runEveryFiveMinutes(event: unknown): void {
  const installation = requireTrigger('runEveryFiveMinutes', event);
  withCounters(() => runFiveMinuteJob(installation));
}

/** Every morning. */
export function runDaily(event: unknown): void {
  runDailyJob(requireTrigger('runDaily', event));
}
