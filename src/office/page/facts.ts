/** What the server wrote into the page for this view: `<div id="view" data-view data-facts hidden>`. */

/** The views of office.html. */
export type OfficeView = 'sidebar' | (typeof DIALOGS)[number];

const DIALOGS = ['production', 'setup', 'import', 'message', 'check', 'reception', 'print'] as const;

/** What 初期設定 did, what a person must still do, and cells it could not read. */
export interface SetupFacts {
  done: string[];
  todo: string[];
  problems: { row?: number; text: string }[];
}

/** The view asked for; the sidebar if nothing says otherwise. */
export function readView(page: Document): OfficeView {
  const view = page.getElementById('view')?.dataset['view'];
  return DIALOGS.find((dialog) => dialog === view) ?? 'sidebar';
}

/** The facts of the view 初期設定; undefined if the server wrote none. */
export function readSetupFacts(page: Document): SetupFacts | undefined {
  const facts = readFacts<SetupFacts>(page);
  return facts && { done: facts.done ?? [], todo: facts.todo ?? [], problems: facts.problems ?? [] };
}

/** The sentence of the view that only tells something, `''` if the server wrote none. */
export function readMessage(page: Document): string {
  return readFacts<{ text: string }>(page)?.text ?? '';
}

/** The server writes the facts with JSON.stringify; anything else is a bug and may throw. */
function readFacts<Facts>(page: Document): Partial<Facts> | undefined {
  const text = page.getElementById('view')?.dataset['facts'];
  return text ? (JSON.parse(text) as Partial<Facts>) : undefined;
}
