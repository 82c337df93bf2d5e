/** Jest's global set-up for tests of the Workspace: builds it once. */
import { execFileSync } from 'node:child_process';

export default function buildWorkspace(): void {
  execFileSync(process.execPath, ['build/workspace.mjs'], { stdio: 'inherit' });
}
