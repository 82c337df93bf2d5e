/** Which executions may begin at all. */
import { limitFor } from './day-quota';
import type { DayQuota } from './day-quota';
import { LIMITS, TRIGGER_TIME } from './execution';
import type { Failure } from './failure';
import type { Project } from './project';
import type { ExecutionRequest } from './request';
import type { ExecutionView, Lang } from './service';
import { platformText } from './texts';

/** What is asked before an execution begins. */
export interface Circumstances {
  project: Project;
  running: readonly ExecutionView[];
  triggerTime: DayQuota;
  lang: Lang;
}

/** Why an execution may not begin; undefined when it may. */
export function refusal(
  { kind, effectiveUser, functionName }: ExecutionRequest,
  { project, running, triggerTime, lang }: Circumstances,
): Failure | undefined {
  const mine = running.filter((execution) => execution.effectiveUser === effectiveUser);
  if (mine.length >= LIMITS.simultaneous) {
    return { name: 'Exception', message: platformText(lang, 'tooManyExecutions') };
  }
  if (kind === 'trigger' && triggerTime.used(effectiveUser) >= limitFor(effectiveUser, TRIGGER_TIME)) {
    return { name: 'Exception', message: platformText(lang, 'computerTime') };
  }
  const root = functionName.split('.')[0] ?? '';
  // Triggers and menus may name a method of an object (`menu.item1`); google.script.run sees functions only.
  const method = functionName.includes('.') && ['trigger', 'menu', 'simple'].includes(kind);
  if (project.functionNames.includes(functionName) || (method && !root.endsWith('_'))) return undefined;
  return { name: 'Exception', message: platformText(lang, 'functionNotFound', functionName) };
}
