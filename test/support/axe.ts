/** What axe finds on a page, as readable lines. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** `within`: frames from the outermost in, and the part in the last of them; without it the whole of a page that has no frames. */
export async function violationsOf(page: Page, within?: readonly string[]): Promise<string[]> {
  // Nobody reads what axe has to say of everything that is right.
  const axe = new AxeBuilder({ page }).options({ runOnly: TAGS, resultTypes: ['violations'] });
  // Without frames, and the page axe opens to join their findings, it takes half the time.
  const { violations } = await (within ? axe.include([...within]) : axe.setLegacyMode(true)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
