/** `npm run faults`: every operation × every fault, as far as the time goes; a table, and one line a failure to play it again. */
import { parseArgs } from 'node:util';
import { startTestWorkspace } from '../support/workspace';
import { CLASSES, type FaultClass } from './cases';
import { operations } from './operations';
import { play, trialsOf, type Trial } from './play';
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

const workspace = await startTestWorkspace(values.dist === undefined ? {} : { dist: values.dist });
let [played, failed, total] = [0, 0, 0];
try {
  const trials: Trial[] = [];
  for (const operation of chosen) {
    try {
      trials.push(...(await trialsOf(workspace, operation)));
    } catch (error) {
      failed += 1;
      console.log(`FAILED ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const wanted = trials.filter(({ case: { id } }) => values.case === undefined || id.startsWith(values.case));
  total = wanted.length;
  for (const trial of shuffled(wanted, Number(values.seed))) {
    if (Date.now() > until) break;
    const problems = await play(workspace, trial).catch((error: unknown) => [
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    ]);
    played += 1;
    const count = countOf(trial.operation.name, trial.case.kind);
    count.cases += 1;
    if (problems.length === 0) continue;
    count.failures += 1;
    failed += 1;
    console.log(`FAILED npm run faults -- --operation "${trial.operation.name}" --case ${trial.case.id}`);
    problems.forEach((problem) => console.log(`       ${problem}`));
  }
} finally {
  await workspace.close();
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
