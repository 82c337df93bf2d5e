/** Opens one of the built pages in Chromium, its server played by the test. */
import { execFileSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { violationsOf } from '../../support/axe';
import { openBrowser, screenshot, type TestBrowser } from '../../support/browser';
import { installGoogle } from './google-stub';

/** A call as it arrived. */
export interface SeenCall {
  door: string;
  method: string;
  token?: string;
  key?: string;
  args: Record<string, unknown>;
}

/** What happens to a call: an answer, a thrown server error, or no answer while `wait` lasts. */
export type Reply = { value: unknown } | { error: { name: string; message: string } };

/** Plays the server. */
export type Play = (call: SeenCall) => Reply | Promise<Reply>;

/** `{ok: true}` with a value. */
export const ok = (value: unknown): Reply => ({ value: { ok: true, value } });
/** `{ok: false}` with a code and what belongs to it. */
export const no = (code: string, more: object = {}): Reply => ({ value: { ok: false, code, ...more } });
/** The connection broke: the outcome is not known. */
export const cut: Reply = { error: { name: 'NetworkError', message: 'Connection failure due to HTTP 0' } };

/** A page with the calls it made; of readings of the view those the test answers. */
export interface OpenPage {
  page: Page;
  calls: SeenCall[];
  /** The last call of a method, once one has arrived: a press is answered in the page before its call is here. */
  called: (method: string) => Promise<SeenCall>;
  /** Violations axe finds, as readable lines; also writes a screenshot. */
  look: (name: string) => Promise<string[]>;
}

interface OpenOptions {
  play: Play;
  width?: number;
  height?: number;
  fragment?: string;
  /** Appended to the file as HtmlOutput.append does. */
  append?: string;
  /** Without `google.script` at all. */
  bare?: boolean;
  fakeClock?: boolean;
}

/** How long the page, or a call of it, is waited for, in milliseconds. */
const PATIENCE = 30_000;
const ADDRESS = 'http://127.0.0.1/page';

let browser: TestBrowser | undefined;

/** For `beforeAll`: builds the pages unless they are, and starts Chromium. */
export async function startPages(): Promise<void> {
  execFileSync(process.execPath, ['build/pages.mjs'], { stdio: 'inherit' });
  browser = await openBrowser();
}

/** For `afterAll`. */
export async function stopPages(): Promise<void> {
  await browser?.close();
}

/** Opens dist/mypage.html or dist/office.html. */
export async function openPage(file: 'mypage' | 'office', options: OpenOptions): Promise<OpenPage> {
  const { play, width = 390, height = 844, fragment = '', append = '', bare = false } = options;
  if (!browser) throw new Error('startPages() has not run.');
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(PATIENCE);
  const calls: SeenCall[] = [];
  const arrivals = new EventEmitter();
  const called = async (method: string): Promise<SeenCall> => {
    const signal = AbortSignal.timeout(PATIENCE);
    for (;;) {
      const call = calls.filter((one) => one.method === method).at(-1);
      if (call) return call;
      await once(arrivals, 'call', { signal });
    }
  };
  const again = lastView();
  await page.exposeFunction('answerCall', async (door: string, text: string) => {
    const call = { door, ...(JSON.parse(text) as Omit<SeenCall, 'door'>) };
    calls.push(call);
    const reply = await play(call);
    const same = again(call, reply);
    if (same !== reply) calls.splice(calls.indexOf(call), 1);
    arrivals.emit('call');
    return JSON.stringify(same);
  });
  if (options.fakeClock) await page.clock.install({ time: new Date('2026-11-22T09:00:00+09:00') });
  if (!bare) await page.addInitScript(installGoogle, { fragment, webApp: file === 'mypage' });
  const html = readFileSync(join('dist', `${file}.html`), 'utf8') + append;
  await page.route('**/*', (route) =>
    route.request().url() === ADDRESS
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.abort(),
  );
  await page.goto(ADDRESS);
  return { page, calls, called, look: (name) => look(page, `pages/${file}-${name}-${String(width)}`) };
}

/** My Page reads its view whenever one is opened: where a test does not answer that, it is as it was last. */
function lastView(): (call: SeenCall, reply: Reply) => Reply {
  let last: Reply | undefined;
  return ({ method }, reply) => {
    const answer = ('value' in reply ? reply.value : undefined) as
      { ok: boolean; code?: string; value?: { token?: string; view?: unknown } } | undefined;
    if (method === 'view' && answer?.code === 'TROUBLE') return last ?? reply;
    if (answer?.ok && answer.value?.view) last = ok({ token: answer.value.token, view: answer.value.view });
    return reply;
  };
}

async function look(page: Page, name: string): Promise<string[]> {
  await screenshot(page, name);
  const violations = await violationsOf(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [...violations, ...(overflow > 0 ? [`wider than the window by ${String(overflow)} px`] : [])];
}
