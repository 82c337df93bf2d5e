import { useMemo } from 'preact/hooks';
import type { Problem } from '../../../ui/error-summary';

/**
 * What the server found wrong, in sentences: the same list until it answers again, so that the summary takes the focus
 * once. `say` stands outside of the component.
 */
export function useTold(
  fields: Readonly<Record<string, string>>,
  say: (name: string, code: string) => Problem,
): Problem[] {
  return useMemo(() => Object.entries(fields).map(([name, code]) => say(name, code)), [fields, say]);
}
