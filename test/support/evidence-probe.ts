/** The real bundle with one more script file: jobs and use cases of 証明書類 that other parts of the system call. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { startTestWorkspace, type TestWorkspace } from './workspace';

const CODE = `
  import { evidenceOf, storeEvidence } from './src/usecases/evidence/evidence';
  import { shareEvidenceFolder } from './src/usecases/evidence/evidence-folder';
  import { requireInstallation } from './src/usecases/installation/installation';
  import { removeOrphans } from './src/usecases/evidence/remove-orphans';
  import { readRulesNow } from './src/usecases/installation/rules';
  Object.assign(globalThis, {
    probeStore: (number, sent) => storeEvidence(requireInstallation(), number, sent),
    probeEvidence: (number, keys) => evidenceOf(requireInstallation(), number, keys),
    probeOrphans: () => removeOrphans(requireInstallation()),
    probeShare: () => shareEvidenceFolder(requireInstallation(), readRulesNow()),
    probeCacheGone: (key) => CacheService.getScriptCache().remove(key),
  });
`;
const NAMES = ['probeStore', 'probeEvidence', 'probeOrphans', 'probeShare', 'probeCacheGone'] as const;

/** A Workspace whose owner can run the probes from the editor. */
export interface EvidenceWorkspace extends TestWorkspace {
  run<T>(name: (typeof NAMES)[number], ...args: unknown[]): Promise<T>;
}

/** Starts it on a copy of dist/. */
export async function startEvidence(): Promise<EvidenceWorkspace> {
  const dist = mkdtempSync(join(tmpdir(), 'evidence-'));
  cpSync('dist', dist, { recursive: true });
  await build({
    stdin: { contents: CODE, resolveDir: process.cwd(), loader: 'ts' },
    outfile: join(dist, 'Probe.js'),
    bundle: true,
    format: 'iife',
    target: 'es2019',
    charset: 'utf8',
    banner: { js: NAMES.map((name) => `function ${name}() {}`).join('\n') },
    logLevel: 'error',
  });
  const workspace = await startTestWorkspace({ dist });
  return {
    ...workspace,
    run: async <T>(name: string, ...args: unknown[]) => {
      const called = await workspace.control.post<{ ok: boolean; value: T; error?: { message: string } }>(
        '/api/call',
        { page: 'editor', function: name, args },
      );
      if (!called.ok) throw new Error(called.error?.message);
      return called.value;
    },
    close: async () => {
      await workspace.close();
      rmSync(dist, { recursive: true, force: true });
    },
  };
}
