import type { Page } from 'playwright-core';

/** Whether a payload that sets `hurt` ran in any frame, or stands there as markup; the frames' own error pages do not count. */
export async function hurt(page: Page): Promise<boolean> {
  for (const frame of page.frames())
    if (
      await frame.evaluate(
        () => 'hurt' in globalThis || document.querySelector('img[src="x"], svg[onload]') !== null,
      )
    )
      return true;
  return false;
}
