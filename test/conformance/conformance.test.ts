import path from 'node:path';
import { createWorld } from '../../workspace/control/world';
import { createWorkspace } from '../../workspace/engine/workspace';
import type { Workspace } from '../../workspace/engine/workspace';
import { closeControls } from '../workspace/control-world';
import { LIMITS } from './around/limits';
import { OUTSIDE } from './around/outside';
import { PEOPLE } from './around/people';
import { WIRE } from './around/wire';

interface Row {
  id: string;
  fact: string;
  source: string;
  grade: string;
  ok: boolean;
  found: string;
}

const OWNER = 'owner@example.jp';
const AROUND = [...WIRE, ...PEOPLE, ...LIMITS, ...OUTSIDE];
const table = new Map<string, string>(AROUND.map(({ id, grade }) => [id, grade]));
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

afterEach(closeControls);

afterAll(async () => {
  await workspace.close();
  const grades = [...table.values()];
  const counts = ['D', 'M', 'C', 'F', 'U'].map(
    (grade) => `${grade} ${grades.filter((each) => each === grade).length}`,
  );
  process.stdout.write(`Conformance: ${grades.length} facts (${counts.join(', ')})\n`);
});

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
  'every fact a script can see holds in the Workspace (%s)',
  async (where) => {
    const rows = await rowsOf(where);
    rows.forEach(({ id, grade }) => table.set(id, grade));
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter(({ ok }) => !ok).map(({ id, found }) => `${id}: ${found}`)).toEqual([]);
    expect(rows.filter(({ fact, source, grade }) => !fact || !source || !/^[DMCFU]$/u.test(grade))).toEqual(
      [],
    );
  },
);

it.each(AROUND)('$id: $fact', async ({ check }) => {
  await check();
});

it('gives every fact a name of its own', () => {
  expect(new Set(AROUND.map(({ id }) => id)).size).toBe(AROUND.length);
});
