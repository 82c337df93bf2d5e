/** A sample of `npm run faults`, the same every time. */
import { startTestWorkspace, type TestWorkspace } from '../support/workspace';
import { operations } from './operations';
import { pairsOf, startPair } from './pair';
import { play, replayLine, trialsOf, type Trial } from './play';
import { REGISTRANTS } from './ready';
import { shuffled } from './shuffle';
import { onceCases, playTurns, turnLine } from './turns';
import { within } from './within';

/** Operations, cases of theirs, and pairs of all: the same ones on every machine. */
const OPERATIONS = 50;
const SINGLES = 80;
const PAIRS = 10;
const SEED = 20261122;

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await startTestWorkspace({ registrants: REGISTRANTS, seed: 1 });
});
afterAll(() => workspace.close());

/** What does not hold; what a case throws is its failure. */
const tried = (playing: Promise<string[]>): Promise<string[]> =>
  within(playing).catch((error: unknown) => [String(error)]);

it('nothing is lost, doubled or written to the wrong row in a sample of all faults', async () => {
  const { control } = workspace;
  const trials: Trial[] = [];
  for (const operation of shuffled(operations, SEED).slice(0, OPERATIONS))
    trials.push(...(await trialsOf(control, operation)));
  const failures: string[] = [];
  for (const trial of shuffled(trials, SEED).slice(0, SINGLES)) {
    const problems = await tried(play(control, trial));
    if (problems.length > 0)
      failures.push(`${replayLine(trial.operation.name, trial.case.id)}\n  ${problems.join('\n  ')}`);
  }
  expect(failures).toEqual([]);
});

it('nor when one operation comes in between another, in a sample of all pairs', async () => {
  const { control } = workspace;
  const failures: string[] = [];
  for (const pair of shuffled(pairsOf(operations), SEED).slice(0, PAIRS)) {
    const started = await within(startPair(control, pair));
    for (const turn of shuffled(onceCases(started), SEED).slice(0, 2)) {
      const problems = await tried(playTurns(control, started, turn));
      if (problems.length > 0) failures.push(`${turnLine(pair, turn)}\n  ${problems.join('\n  ')}`);
    }
  }
  expect(failures).toEqual([]);
});
