/** An error that ended a script, as it leaves the context. */
import type { Failure } from '../engine/failure';
import { textOf } from './text';

/** Frames of the project's files, as Google shows them: ` at fn (Code:12:3)`; those of the machinery are left out. */
function projectStack(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /u.test(line) && !/node:|google:\d|file:\/\/|worker\.mjs/u.test(line))
    .join('\n');
}

/** Describes whatever a script threw; a broken error object of the script cannot stop it. */
export function describeFailure(thrown: unknown): Failure {
  try {
    if (typeof thrown !== 'object' || thrown === null) return { name: 'Error', message: String(thrown) };
    const { name, message, stack } = thrown as { name?: unknown; message?: unknown; stack?: unknown };
    return {
      name: typeof name === 'string' ? name : 'Error',
      message: typeof message === 'string' ? message : textOf(thrown),
      ...(typeof stack === 'string' ? { stack: projectStack(stack) } : {}),
    };
  } catch (error) {
    return { name: 'Error', message: `The thrown value cannot be described: ${typeof error}` };
  }
}
