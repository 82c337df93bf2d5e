/** Jest's global set-up for tests on the real bundle: builds everything once. */
import { execFileSync } from 'node:child_process';

export default function buildAll(): void {
  execFileSync(process.execPath, ['build/build.mjs'], { stdio: 'inherit' });
}
