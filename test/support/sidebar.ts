/** 事務局画面 as a secretary has it open all day: the sidebar of 300 px beside the spreadsheet, in Chromium. */
import type { FrameLocator, Page } from 'playwright-core';
import { violationsOf } from './axe';
import { desktop, screenshot, type TestBrowser } from './browser';
import type { OfficeDay } from './office-day';
import type { TestWorkspace } from './workspace';

export interface Sidebar {
  readonly page: Page;
  /** The sidebar's document. */
  readonly frame: FrameLocator;
  /** Goes to a view by its value in the select 「画面」. */
  go(view: string): Promise<void>;
  /** The card of a number. */
  card(number: string): ReturnType<FrameLocator['locator']>;
  /** What axe finds in the sidebar; a picture beside it. */
  look(name: string): Promise<string[]>;
}

/** Opens it as the nth of the staff, in a browser profile of its own. */
export async function openSidebar(
  { url }: TestWorkspace,
  browser: TestBrowser,
  day: OfficeDay,
  who = 0,
): Promise<Sidebar> {
  const { staff } = await day.sample();
  const page = await browser.newPage(desktop);
  const query = new URLSearchParams({ user: staff[who] ?? '', sidebar: '事務局画面を開く' });
  await page.goto(`${url}sheet?${query.toString()}`);
  const frame = page.frameLocator('#sidebarFrame').frameLocator('#userHtmlFrame');
  await frame.getByText('動作モード').waitFor();
  return {
    page,
    frame,
    go: async (view) => {
      await frame.getByLabel('画面').selectOption(view);
    },
    card: (number) => frame.getByRole('article', { name: `（${number}）` }),
    look: async (name) => {
      await screenshot(page, name);
      return violationsOf(page, ['sidebarFrame', 'userHtmlFrame']);
    },
  };
}
