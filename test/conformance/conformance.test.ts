import path from 'node:path';
import { createWorld } from '../../workspace/control/world';
import { createWorkspace } from '../../workspace/engine/workspace';
import type { Workspace } from '../../workspace/engine/workspace';

interface Row {
  id: string;
  ok: boolean;
  found: string;
}

const OWNER = 'owner@example.jp';
let workspace: Workspace;

beforeAll(async () => {
  workspace = await createWorkspace({
    dist: __dirname,
    build: path.resolve('.build/workspace'),
    now: Date.parse('2026-11-22T09:00:00+09:00'),
    frozen: true,
    lang: 'en',
    accounts: { owner: OWNER, editors: [] },
  });
  createWorld(workspace);
});

afterAll(() => workspace.close());

async function rowsOf(where: 'webapp' | 'editor'): Promise<Row[]> {
  const activeUser = where === 'webapp' ? '' : OWNER;
  const { value, error } = await workspace.run({
    kind: where,
    functionName: 'runConformance',
    activeUser,
    effectiveUser: OWNER,
    args: [where],
  });
  if (error !== undefined) throw new Error(error.message);
  return JSON.parse(value as string) as Row[];
}

it.each(['editor', 'webapp'] as const)(
  'every fact of the platform holds in the Workspace (%s)',
  async (where) => {
    const rows = await rowsOf(where);
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter(({ ok }) => !ok).map(({ id, found }) => `${id}: ${found}`)).toEqual([]);
  },
);
