/** What the server wrote into the page for this view: `<div id="view" data-view data-facts hidden>`. */

/** The views of office.html. */
export type OfficeView = 'sidebar' | 'production' | 'setup';

/** What 初期設定 did, what a person must still do, and cells it could not read. */
export interface SetupFacts {
  done: string[];
  todo: string[];
  problems: { row?: number; text: string }[];
}

/** The view asked for; the sidebar if nothing says otherwise. */
export function readView(page: Document): OfficeView {
  const view = page.getElementById('view')?.dataset['view'];
  return view === 'production' || view === 'setup' ? view : 'sidebar';
}

/** The facts of the view 初期設定; undefined if the server wrote none that can be read. */
export function readSetupFacts(page: Document): SetupFacts | undefined {
  const text = page.getElementById('view')?.dataset['facts'];
  if (!text) return undefined;
  try {
    const facts = JSON.parse(text) as Partial<SetupFacts>;
    return { done: facts.done ?? [], todo: facts.todo ?? [], problems: facts.problems ?? [] };
  } catch (error) {
    console.error(error);
    return undefined;
  }
}
