/** What axe finds on a page, as readable lines. */
import { source, type RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** Everything of WCAG up to 2.2 AA, and what axe's authors advise. Nobody reads what it has to say of all that is right. */
const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/**
 * Looks at a document, or at the part of it a selector names. `frames`: ids of the frames it stands in, from the outermost in;
 * those around it are not looked at: on Google they are Google's.
 */
export async function violationsOf(
  page: Page,
  frames: readonly string[] = [],
  part = 'html',
): Promise<string[]> {
  const frame = await innermost(page, frames);
  await frame.evaluate(source);
  return frame.evaluate(
    async ({ selector, options }) => {
      const { axe } = window as unknown as typeof globalThis & { axe: typeof import('axe-core') };
      const { violations } = await axe.run(selector, options);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    },
    { selector: part, options: OPTIONS },
  );
}

async function innermost(page: Page, ids: readonly string[]): Promise<Frame> {
  let frame = page.mainFrame();
  for (const id of ids) {
    const inner = await (await frame.waitForSelector(`#${id}`)).contentFrame();
    if (!inner) throw new Error(`#${id} is no frame.`);
    frame = inner;
  }
  return frame;
}
