/** The real bundle with one more script file, through which a test sees what no visitor can: properties, cache, hashing. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestWorkspace, type TestWorkspace } from '../../support/workspace';

/**
 * Comes before Code.js. Each scrypt run takes its big block of memory once; the probe turns that into a service call
 * nothing else in the bundle's web app makes, so that the record of the execution counts hashings.
 */
const script = `
function probeProperties() { return PropertiesService.getScriptProperties().getProperties(); }
function probeCache(keys) { return CacheService.getScriptCache().getAll(keys); }
function probeWrite(values) { PropertiesService.getScriptProperties().setProperties(values, false); }
function probeCalls(calls) {
  return calls.map(function (call) {
    try { return { ok: true, value: JSON.stringify(globalThis[call.name](call.argument)) || '' }; }
    catch (error) { return { ok: false, value: String(error && error.name) + ': ' + String(error && error.message) }; }
  });
}
var probedUint8Array = Uint8Array;
Uint8Array = new Proxy(probedUint8Array, {
  construct: function (target, given) {
    if (typeof given[0] === 'number' && given[0] >= 8192) Utilities.sleep(0);
    return Reflect.construct(target, given);
  },
});
`;

/** The service call that stands for one scrypt run. */
export const HASHING = 'Utilities.sleep';

export interface Probed extends TestWorkspace {
  /** Script properties as they stand. */
  properties(): Promise<Record<string, string>>;
  /** Values of the script cache that are there. */
  cached(keys: readonly string[]): Promise<Record<string, string>>;
  /** Sets script properties. */
  write(values: Readonly<Record<string, string>>): Promise<void>;
  /** Calls globals one after the other in one anonymous execution of the web app. */
  many(calls: readonly { name: string; argument: unknown }[]): Promise<{ ok: boolean; value: string }[]>;
}

/** Starts a Workspace on a copy of dist/ with the probe in it. */
export async function startProbed(): Promise<Probed> {
  const dist = mkdtempSync(join(tmpdir(), 'probed-'));
  cpSync('dist', dist, { recursive: true });
  writeFileSync(join(dist, 'AProbe.js'), script);
  const workspace = await startTestWorkspace({ dist });
  const run = async <T>(page: 'editor' | 'exec', name: string, args: unknown[]): Promise<T> => {
    const called = await workspace.control.post<{ ok: boolean; value: T; error?: { message: string } }>(
      '/api/call',
      { page, function: name, args },
    );
    if (!called.ok) throw new Error(`${name}: ${called.error?.message ?? ''}`);
    return called.value;
  };
  return {
    ...workspace,
    properties: () => run('editor', 'probeProperties', []),
    cached: (keys) => run('editor', 'probeCache', [keys]),
    write: async (values) => {
      await run('editor', 'probeWrite', [values]);
    },
    many: (calls) => run('exec', 'probeCalls', [calls]),
    close: async () => {
      await workspace.close();
      rmSync(dist, { recursive: true, force: true });
    },
  };
}

/** Bytes of all properties, as Google counts them against 500 KB. */
export function bytesOf(properties: Readonly<Record<string, string>>): number {
  return Object.entries(properties).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
    0,
  );
}
