/** One Chromium for a test file; each page stands alone in a context of its own. */
import { chromium, type Browser } from 'playwright-core';

let browser: Browser | undefined;

/** The browser, started at the first use. */
export async function theBrowser(): Promise<Browser> {
  browser ??= await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  return browser;
}

/** For `afterAll`. */
export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}
