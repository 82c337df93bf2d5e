/** `npm test`: builds, makes sure of a Chromium, runs every test; what follows `--` goes to jest. The last line is `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { at, root } from './files.mjs';
import { buildAll } from './build.mjs';
import { requireChromium } from './chromium.mjs';

const results = at('.build', 'jest.json');

/**
 * Runs jest; answers its exit code.
 * @param {string[]} args
 * @param {string} chromium
 * @returns {Promise<number>}
 */
function jest(args, chromium) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [at('node_modules', 'jest', 'bin', 'jest.js'), '--json', `--outputFile=${results}`, ...args],
      // Jest's report goes to stderr; the JSON of stdout is in the file too.
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, CHROMIUM_PATH: chromium } },
    );
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** Tests passed and failed; a file that could not be run counts as a failed test. */
function count() {
  if (!existsSync(results)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(results, 'utf8'),
  );
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

let { passed, failed } = { passed: 0, failed: 1 };
try {
  rmSync(results, { force: true });
  // Beginnings of earlier builds are of no use any more.
  rmSync(at('.build', 'beginnings'), { recursive: true, force: true });
  await buildAll();
  const code = await jest(process.argv.slice(2), requireChromium());
  ({ passed, failed } = count());
  // A run that jest itself calls failed is failed, whatever was counted.
  if (code !== 0 && failed === 0) failed = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
