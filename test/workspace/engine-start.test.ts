import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect } from '../../workspace/control/client';
import { registerScenario, startWorkspace } from '../../workspace/main';
import type { StartOptions } from '../../workspace/main';
import { NOW, writeProject } from './engine-project';

const CODE = `
  function put(text) { PropertiesService.getScriptProperties().setProperty('kept', text); }
  function get() { return PropertiesService.getScriptProperties().getProperty('kept'); }`;

const folder = mkdtempSync(path.join(tmpdir(), 'data-'));
const dist = writeProject({ 'Code.js': CODE });

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(dist, { recursive: true, force: true });
});

registerScenario('bare', () => Promise.resolve({ owner: 'owner@example.com', staff: [], cases: {} }));

/** Starts, calls a function of the web app, and closes. */
async function once(name: string, args: unknown[], options: Partial<StartOptions> = {}): Promise<unknown> {
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
    return await connect(started.url).post('/api/call', { page: 'exec', function: name, args });
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
});
