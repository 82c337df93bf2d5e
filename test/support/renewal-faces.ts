/** Renewal through the real faces: a registrant on the phone, a secretary at the sidebar, the clock of all of them moved. */
import type { FrameLocator, Page } from 'playwright-core';
import { desktop, openBrowser, phone, screenshot, type TestBrowser } from './browser';
import { officeDay, type OfficeDay, type Person } from './office-day';
import { renewalDay, type RenewalDay } from './renewal-day';
import { startTestWorkspace, type TestWorkspace } from './workspace';

const OWN = 'みどり-そら-かわ-ねこ-2026';
/** A Tuesday in the window of those who end on 31 March 2027. */
const NOW = '2026-11-24T10:00:00+09:00';

/** A frame of the product and the hands on it. */
export interface Face {
  page: Page;
  frame: FrameLocator;
  press: (name: string) => Promise<void>;
  says: (text: string | RegExp) => Promise<void>;
  look: (name: string) => Promise<string>;
}

/** My Page in the hand. */
export interface Phone extends Face {
  /** The timeline of the application, a line a step. */
  steps: () => Promise<string[]>;
}

/** The office's page beside the spreadsheet. */
export interface Desk extends Face {
  /** Chooses a view of 事務局画面. */
  view: (value: string) => Promise<void>;
  /** Chooses a state above the cards. */
  state: (name: string) => Promise<void>;
  /** The card of a person. */
  card: (person: Person) => ReturnType<FrameLocator['locator']>;
}

export interface Faces {
  workspace: TestWorkspace;
  day: OfficeDay;
  renewal: RenewalDay;
  /** Moves the clock of the Workspace; pages opened afterwards stand at it too. */
  to: (now: string) => Promise<void>;
  /** Somebody of the sample, with an own password. */
  enter: (name: string) => Promise<Person>;
  /** Logs in on the phone and opens a room by its navigation. */
  phone: (person: Person, room?: string) => Promise<Phone>;
  /** 事務局画面, opened anew on ホーム. */
  desk: () => Promise<Desk>;
  /** 印刷, the dialog. */
  print: () => Promise<Face>;
  close: () => Promise<void>;
}

/** Opens both; pictures are named after `story`. */
export async function openFaces(story: string): Promise<Faces> {
  const [workspace, browser] = await Promise.all([
    startTestWorkspace({ registrants: 60, now: NOW }),
    openBrowser(),
  ]);
  const day = officeDay(workspace.control);
  const renewal = renewalDay(day);
  const open: Page[] = [];
  const pages = async (options: typeof phone) => {
    for (const page of open.splice(0)) await page.context().close();
    const page = await newPage(browser, workspace, options);
    open.push(page);
    return page;
  };
  /** The spreadsheet, as the secretary has just chosen this of the menu. */
  const spreadsheet = async (item: string) => {
    const page = await pages(desktop);
    const [secretary = ''] = (await day.sample()).staff;
    const query = `user=${encodeURIComponent(secretary)}&sidebar=${encodeURIComponent(item)}`;
    await page.goto(`${workspace.url}sheet?${query}`);
    return page;
  };
  const face = (page: Page, frame: FrameLocator): Face => ({
    page,
    frame,
    // By keyboard: clicks sometimes land beside what has just been scrolled to inside the frames.
    press: (name) =>
      frame.getByRole('button', { name, exact: true }).filter({ visible: true }).first().press('Enter'),
    says: (text) => frame.getByText(text).filter({ visible: true }).first().waitFor(),
    look: (name) => screenshot(page, `renewal-people/${story}-${name}`),
  });
  return {
    ...{ workspace, day, renewal },
    to: (now) => renewal.to(now) as Promise<never>,
    enter: async (name) => (await renewal.enter(name)).person,
    phone: async (person, room = '更新') => {
      const page = await pages(phone);
      await page.goto(`${workspace.url}exec`);
      const mypage = page.frameLocator('#sandboxFrame').frameLocator('#userHtmlFrame');
      const hands = face(page, mypage);
      await mypage.getByLabel('登録番号').fill(person.number);
      await mypage.getByLabel('パスワード', { exact: true }).fill(OWN);
      await hands.press('ログイン');
      await mypage.getByRole('heading', { name: `${person.name} 様` }).waitFor();
      if (room !== 'ホーム') await mypage.getByRole('link', { name: room, exact: true }).press('Enter');
      return {
        ...hands,
        steps: async () => {
          const card = mypage
            .locator('section')
            .filter({ has: mypage.getByRole('heading', { name: '更新の申請' }) });
          const lines = await card.getByRole('listitem').allInnerTexts();
          return lines.map((text) => text.replace(/\s+/g, ' ').trim());
        },
      };
    },
    print: async () => {
      const page = await spreadsheet('印刷');
      const dialog = page.frameLocator('#dialogFrame').frameLocator('#userHtmlFrame');
      await dialog.getByRole('heading', { name: '印刷', exact: true }).waitFor();
      return face(page, dialog);
    },
    desk: async () => {
      const page = await spreadsheet('事務局画面を開く');
      const sidebar = page.frameLocator('#sidebarFrame').frameLocator('#userHtmlFrame');
      await sidebar.getByText('動作モード').waitFor();
      return {
        ...face(page, sidebar),
        view: async (value) => {
          await sidebar.getByLabel('画面').selectOption(value);
        },
        state: (name) => sidebar.getByRole('radio', { name, exact: true }).press('Space'),
        card: (person) => sidebar.getByRole('article', { name: `（${person.number}）` }),
      };
    },
    close: async () => {
      await browser.close();
      await workspace.close();
    },
  };
}

/** A page whose machine shows the Workspace's time, as everybody's does. */
async function newPage(browser: TestBrowser, workspace: TestWorkspace, options: typeof phone): Promise<Page> {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(30_000);
  const { now } = await workspace.control.get<{ now: string }>('/api/clock');
  await page.clock.setFixedTime(now);
  return page;
}
