/** Chromium for the tests, without anything that would leave this machine. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { requireChromium } from '../../build/chromium.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * A phone as most registrants hold it. Without Chromium's emulation of a mobile device or of a denser screen: it reaches
 * the outer page of the web app only, not the frames of the other origin inside (devicePixelRatio 2 outside, 1 inside),
 * and clicks into them sometimes land beside their targets.
 */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
};

/** The secretariat's screen. */
export const desktop: BrowserContextOptions = { viewport: { width: 1366, height: 900 } };

export interface TestBrowser {
  readonly browser: Browser;
  /** A page of its own context: no cookies or storage of another; Japanese, in Tokyo. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Starts Chromium with a fresh profile. */
export async function openBrowser(): Promise<TestBrowser> {
  const browser = await chromium.launch({ executablePath: requireChromium(), headless: true, args: flags });
  return {
    browser,
    newPage: async (options = phone) => {
      const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', ...options });
      return context.newPage();
    },
    close: () => browser.close(),
  };
}

/**
 * Keeps a picture of what a page shows in .build/screenshots (not in git) and tells where it is. Not of the whole
 * page: on an emulated phone Chromium lays frames out anew for that, and clicks land beside their targets afterwards.
 */
export async function screenshot(page: Page, name: string): Promise<string> {
  const path = join(process.cwd(), '.build', 'screenshots', `${name}.png`);
  mkdirSync(join(path, '..'), { recursive: true });
  await page.screenshot({ path });
  return path;
}
