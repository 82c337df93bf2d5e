/** A tiny Apps Script project in a folder of its own, and a Workspace on it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createWorkspace } from '../../workspace/engine/workspace';
import type { ExecutionRequest, ExecutionResult, Workspace } from '../../workspace/engine/workspace';
import type { Json } from '../../workspace/engine/service';

export const NOW = Date.parse('2026-11-22T09:00:00+09:00');
export const OWNER = 'owner@example.jp';

const SCOPES = ['https://www.googleapis.com/auth/userinfo.email'];

export interface TinyOptions {
  seed?: number;
  patience?: number;
  lang?: 'en' | 'ja';
  frozen?: boolean;
  manifest?: Record<string, unknown>;
}

const opened: { workspace: Workspace; folder: string }[] = [];

/** Writes the files (`Code.js` → source) beside a manifest and returns the folder. */
export function writeProject(files: Record<string, string>, manifest: Record<string, unknown> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'project-'));
  const whole = { timeZone: 'Asia/Tokyo', runtimeVersion: 'V8', oauthScopes: SCOPES, ...manifest };
  writeFileSync(path.join(folder, 'appsscript.json'), JSON.stringify(whole));
  for (const [name, source] of Object.entries(files)) writeFileSync(path.join(folder, name), source);
  return folder;
}

/** A Workspace on one file `Code.js`, or on several. */
export async function openTiny(
  code: string | Record<string, string>,
  options: TinyOptions = {},
): Promise<Workspace> {
  const folder = writeProject(typeof code === 'string' ? { 'Code.js': code } : code, options.manifest);
  const workspace = await createWorkspace({
    dist: folder,
    build: path.resolve('.build/workspace'),
    now: NOW,
    frozen: options.frozen ?? true,
    lang: options.lang ?? 'en',
    accounts: { owner: OWNER, editors: ['staff@example.jp'] },
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(options.patience === undefined ? {} : { patience: options.patience }),
  });
  opened.push({ workspace, folder });
  return workspace;
}

/** Closes every Workspace the test file opened. */
export async function closeAll(): Promise<void> {
  for (const { workspace, folder } of opened.splice(0)) {
    await workspace.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A google.script.run call of an anonymous visitor, unless the request says otherwise. */
export function ask(
  workspace: Workspace,
  functionName: string,
  args: Json[] = [],
  request: Partial<ExecutionRequest> = {},
): Promise<ExecutionResult> {
  return workspace.run({
    kind: 'webapp',
    functionName,
    activeUser: '',
    effectiveUser: OWNER,
    args,
    ...request,
  });
}

/** The value a call returns; fails with the script's error otherwise. */
export async function valueOf(
  workspace: Workspace,
  functionName: string,
  args: Json[] = [],
): Promise<Json | undefined> {
  const { value, error } = await ask(workspace, functionName, args);
  if (error !== undefined) throw new Error(`${functionName}: ${error.message}\n${error.stack ?? ''}`);
  return value;
}
