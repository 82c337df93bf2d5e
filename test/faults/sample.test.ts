/**
 * A sample of `npm run faults`, the same order every time, as far as a quarter of a minute goes. Two executions beside
 * each other run in real time, so those cases belong to the command, not to a test that must say the same every time.
 */
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';
import { operations } from './operations';
import { play, REGISTRANTS, replayLine, trialsOf, type Trial } from './play';
import { shuffled } from './shuffle';

const SECONDS = 15;
const SEED = 20261122;

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await startTestWorkspace({ registrants: REGISTRANTS });
});
afterAll(() => workspace.close());

it('nothing is lost, doubled or written to the wrong row in a sample of all faults', async () => {
  const until = Date.now() + SECONDS * 1000;
  const trials: Trial[] = [];
  for (const operation of operations) trials.push(...(await trialsOf(workspace, operation)));
  const failures: string[] = [];
  for (const trial of shuffled(
    trials.filter((one) => one.case.beside !== true),
    SEED,
  )) {
    if (Date.now() > until) break;
    const problems = await play(workspace, trial);
    if (problems.length > 0) failures.push(`${replayLine(trial)}\n  ${problems.join('\n  ')}`);
  }
  expect(failures).toEqual([]);
}, 180_000);
