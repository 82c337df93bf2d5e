import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect } from '../../workspace/control/client';
import { registerScenario, startWorkspace } from '../../workspace/main';
import type { StartOptions } from '../../workspace/main';
import { NOW, writeProject } from './engine-project';

const CODE = `
  function put(text) { PropertiesService.getScriptProperties().setProperty('kept', text); }
  function get() { return PropertiesService.getScriptProperties().getProperty('kept'); }
  function setUp() { put(ScriptApp.getService().getUrl() + ' ' + Utilities.getUuid()); }`;

const folder = mkdtempSync(path.join(tmpdir(), 'data-'));
const dist = writeProject({ 'Code.js': CODE });

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(dist, { recursive: true, force: true });
});

registerScenario('bare', () => Promise.resolve({ owner: 'owner@example.com', staff: [], cases: {} }));

/** Starts, calls a function of the web app, and closes. */
async function once(
  name: string,
  args: unknown[],
  options: Partial<StartOptions> = {},
): Promise<{ url: string; value?: unknown }> {
  const started = await startWorkspace({
    port: 0,
    data: folder,
    fresh: false,
    scenario: 'bare',
    dist,
    build: path.resolve('.build/workspace'),
    now: NOW,
    frozen: true,
    lang: 'en',
    ...options,
  });
  try {
    const called = await connect(started.url).post<object>('/api/call', {
      page: 'exec',
      function: name,
      args,
    });
    return { ...called, url: started.url };
  } finally {
    await started.close();
  }
}

describe('a started Workspace', () => {
  it('goes on with what it kept, and starts over when told to', async () => {
    expect(await once('put', ['here'])).toMatchObject({ ok: true, value: null });
    expect(await once('get', [])).toMatchObject({ ok: true, value: 'here' });
    expect(await once('get', [], { fresh: true })).toMatchObject({ ok: true, value: null });
  });

  it('does not start with a scenario nobody knows, and leaves nothing running', async () => {
    await expect(once('get', [], { fresh: true, scenario: 'unknown' })).rejects.toThrow(
      'There is no scenario "unknown"',
    );
  });

  it('begins as another of the same build and time has begun, under its own address', async () => {
    let played = 0;
    registerScenario('counted', async (control) => {
      played += 1;
      await control.post('/api/call', { page: 'editor', function: 'setUp', args: [] });
      return { owner: 'owner@example.com', staff: [], cases: {} };
    });
    const beginnings = path.join(folder, 'beginnings');
    const webapp = { access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' };
    const served = writeProject({ 'Code.js': CODE }, { webapp });
    /** Id that was drawn in the beginning. */
    const begun = async (options: Partial<StartOptions> = {}): Promise<string> => {
      const more = { data: undefined, scenario: 'counted', beginnings, dist: served, ...options };
      const { url, value } = await once('get', [], more);
      const [address, id = ''] = String(value).split(' ');
      expect(address).toBe(`${url}exec`);
      return id;
    };
    try {
      const first = await begun();
      expect(await begun()).toBe(first);
      expect(played).toBe(1);
      const others = [
        await begun({ now: NOW + 60_000 }),
        await begun({ registrants: 9 }),
        await begun({ seed: 1 }),
      ];
      expect(new Set([first, ...others]).size).toBe(4);
      expect(played).toBe(4);
    } finally {
      rmSync(served, { recursive: true, force: true });
    }
  });
});
