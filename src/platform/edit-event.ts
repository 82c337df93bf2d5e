/** What an edit trigger's event says. */

/** Title of the edited tab; `''` if the event has none. */
export function editedTabOf(event: unknown): string {
  const range = (event as { range?: { getSheet?: () => { getName(): string } } } | undefined)?.range;
  return range?.getSheet?.().getName() ?? '';
}
