/** `npm run faults`: every operation × every fault, as far as the time goes; a table, and one line a failure to play it again. */
import { parseArgs } from 'node:util';
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';
import { CLASSES, type FaultClass } from './cases';
import { operations } from './operations';
import { play, REGISTRANTS, replayLine, trialsOf, type Trial } from './play';
import { shuffled } from './shuffle';

const { values } = parseArgs({
  options: {
    /** Stops beginning new cases after so many seconds. */
    seconds: { type: 'string', default: '600' },
    /** Only this operation. */
    operation: { type: 'string' },
    /** Only this case, or those whose id begins so. */
    case: { type: 'string' },
    /** Order of the cases. */
    seed: { type: 'string', default: '1' },
    /** Workspaces at once: as many as there are processors to spare. */
    workers: { type: 'string', default: '2' },
    /** Another project than dist/. */
    dist: { type: 'string' },
  },
});

const until = Date.now() + Number(values.seconds) * 1000;
const chosen = operations.filter(({ name }) => values.operation === undefined || name === values.operation);
if (chosen.length === 0) throw new Error(`There is no operation ${values.operation ?? ''}.`);

interface Count {
  cases: number;
  failures: number;
}
const counts = new Map<string, Count>();
const countOf = (operation: string, kind: FaultClass): Count => {
  const key = `${operation}\n${kind}`;
  const count = counts.get(key) ?? { cases: 0, failures: 0 };
  counts.set(key, count);
  return count;
};

const options = {
  registrants: REGISTRANTS,
  ...(values.dist === undefined ? {} : { dist: values.dist }),
};
const workspaces = await Promise.all(
  Array.from({ length: Number(values.workers) }, () => startTestWorkspace(options)),
);
let [played, failed, total] = [0, 0, 0];

async function judge(workspace: TestWorkspace, trial: Trial): Promise<void> {
  const problems = await play(workspace, trial).catch((error: unknown) => [
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  ]);
  played += 1;
  const count = countOf(trial.operation.name, trial.case.kind);
  count.cases += 1;
  if (problems.length === 0) return;
  count.failures += 1;
  failed += 1;
  console.log(`FAILED ${replayLine(trial)}`);
  problems.forEach((problem) => console.log(`       ${problem}`));
}

try {
  const found: Trial[] = [];
  await shared(chosen, async (workspace, operation) => {
    try {
      found.push(...(await trialsOf(workspace, operation)));
    } catch (error) {
      failed += 1;
      console.log(`FAILED ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  const wanted = found
    .filter(({ case: { id } }) => values.case === undefined || id.startsWith(values.case))
    .sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  total = wanted.length;
  await shared(shuffled(wanted, Number(values.seed)), judge);
} finally {
  await Promise.all(workspaces.map(({ close }) => close()));
}

function idOf(trial: Trial): string {
  return `${trial.operation.name}\n${trial.case.id}`;
}

/** Gives the items to the Workspaces, each the next one when it is free, until the time is up. */
async function shared<T>(
  items: readonly T[],
  work: (workspace: TestWorkspace, item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  await Promise.all(
    workspaces.map(async (workspace) => {
      for (let item = waiting.shift(); item !== undefined && Date.now() < until; item = waiting.shift())
        await work(workspace, item);
    }),
  );
}

console.table(
  chosen.map(({ name }) => ({
    operation: name,
    ...Object.fromEntries(
      CLASSES.map((kind) => {
        const { cases, failures } = countOf(name, kind);
        return [kind, failures === 0 ? String(cases) : `${cases}, ${failures} FAILED`];
      }),
    ),
  })),
);
console.log(`${played} of ${total} cases played, ${failed} failures.`);
process.exitCode = failed === 0 && total > 0 ? 0 : 1;
