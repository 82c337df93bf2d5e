/** `npm run check`: types, lint, format, imports, leftovers; says which failed and why, two at a time. */
import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { at, root } from './files.mjs';

/** @type {[name: string, command: string, ...args: string[]][]} */
const checks = [
  ['lint', 'eslint', '.', '--max-warnings', '0'],
  ['types: server', 'tsc', '-p', 'tsconfig.server.json'],
  ['types: domain', 'tsc', '-p', 'tsconfig.domain.json'],
  ['types: pages', 'tsc', '-p', 'tsconfig.pages.json'],
  ['types: node', 'tsc', '-p', 'tsconfig.node.json'],
  ['types: facade', 'tsc', '-p', 'tsconfig.facade.json'],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['imports', 'depcruise', '--output-type', 'err', 'src', 'workspace', 'sample'],
  ['leftovers', 'knip', '--no-progress'],
];

/**
 * Runs one check; its output is kept and shown only if it fails.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{ passed: boolean, output: string }>}
 */
function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: `${at('node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}` },
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ passed: false, output: String(error) }));
    child.once('close', (code) => resolve({ passed: code === 0, output }));
  });
}

/** @type {string[]} */
const failed = [];
const waiting = [...checks];

async function worker() {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [name, command, ...args] = next;
    const started = Date.now();
    const { passed, output } = await run(command, args);
    console.log(`${passed ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    if (!passed) {
      failed.push(name);
      console.log(output.trimEnd());
    }
  }
}

await Promise.all([worker(), worker()]);
console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
