/** A Workspace of its own for a test: a child process on a free port, nothing kept. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { connect } from '../../workspace/control/client';
import type { ControlClient } from '../../workspace/control/client';

export interface TestWorkspaceOptions {
  /** ISO date-time with offset the clock stands at; the clock is frozen. Default 2026-11-22T09:00:00+09:00. */
  now?: string;
  /** Size of the sample. Default: the scenario's own. */
  registrants?: number;
  /** Default `sample`. */
  scenario?: 'sample' | 'empty';
  /** Repeats ids and schedules. Default: arrival order. */
  seed?: number;
  /** Another Apps Script project than dist/. */
  dist?: string;
  /** Language of the platform's texts. Default `en`. */
  lang?: 'en' | 'ja';
  /** The clock runs instead of standing still. */
  running?: boolean;
}

export interface TestWorkspace {
  /** Ends with a slash. */
  readonly url: string;
  readonly control: ControlClient;
  close(): Promise<void>;
}

/** The moment every test starts at unless it says otherwise. */
export const testNow = '2026-11-22T09:00:00+09:00';

/** Starts a Workspace on what is built now; rejects with its output if it does not come up. */
export async function startTestWorkspace(options: TestWorkspaceOptions = {}): Promise<TestWorkspace> {
  const words = ['--port', '0', '--transient', '--beginnings', '--now', options.now ?? testNow];
  if (options.running !== true) words.push('--frozen');
  if (options.scenario === 'empty') words.push('--empty');
  if (options.registrants !== undefined) words.push('--registrants', String(options.registrants));
  if (options.seed !== undefined) words.push('--seed', String(options.seed));
  if (options.dist !== undefined) words.push('--dist', options.dist);
  if (options.lang !== undefined) words.push('--lang', options.lang);
  const child = spawn(process.execPath, ['build/serve.mjs', ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const over = ended(child);
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    await over;
  };
  try {
    const url = await ready(child);
    return { url, control: await withCheapHashes(connect(url)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Cheap scrypt wherever 初期設定 has run (a script property, as an owner would set it in the project settings): hashing at
 * full cost is the larger part of a journey's time and says nothing about it.
 */
async function withCheapHashes(control: ControlClient): Promise<ControlClient> {
  const cheapen = async (): Promise<void> => {
    const { owner } = await control.get<{ owner?: string }>('/api/sample');
    const known =
      owner === undefined
        ? {}
        : await control.get<{ properties?: Record<string, string> }>(
            `/api/properties?user=${encodeURIComponent(owner)}`,
          );
    if (JSON.stringify(known).includes('"scrypt"')) {
      await control.post('/api/properties', { user: owner, set: { scrypt: '1024,8,1' } });
    }
  };
  await cheapen();
  return {
    get url() {
      return control.url;
    },
    get: (path) => control.get(path),
    delete: (path) => control.delete(path),
    post: async <T>(path: string, body: unknown) => {
      const answer = await control.post<T>(path, body);
      if (path === '/api/reset') await cheapen();
      return answer;
    },
  };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
}

/** Waits for the line that says where the Workspace is. */
function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      const line = /^Ready: (http:\S+)$/m.exec(output);
      if (line?.[1] !== undefined) resolve(line[1]);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('exit', (code) => reject(new Error(`The Workspace ended with ${code}:\n${output}`)));
  });
}
