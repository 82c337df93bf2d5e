/** A process that plays what the main one asks for, on a Workspace of its own. */
import { startCrowd, playCrowd } from './crowd';
import { openHost } from './host';
import type { Operation } from './operation';
import { operationCalled, operations } from './operations';
import { pairsOf, startPair, type Meeting, type Started } from './pair';
import { play, trialsOf, type Trial } from './play';
import { onceCases, playTurns, twiceCases, type TurnCase } from './turns';
import { within } from './within';

/** What can be asked for; the answers are lists of texts. */
export type Ask =
  | { do: 'cases'; operation: string }
  | { do: 'case'; operation: string; case: string }
  | { do: 'turns'; pair: string; stops: 1 | 2 }
  | { do: 'turn'; pair: string; case: string }
  | { do: 'crowd'; crowd: number; draw: number };

/** Plays on one Workspace; remembers what it has arranged. */
async function createPlayer(dist: string | undefined) {
  const { control, close } = await openHost(dist);
  const trials = new Map<string, Promise<Map<string, Trial>>>();
  let pair: { name: string; started: Promise<Started> } | undefined;
  let crowd: { number: number; meeting: Promise<Meeting> } | undefined;

  const trialsById = (operation: Operation): Promise<Map<string, Trial>> => {
    const known =
      trials.get(operation.name) ??
      trialsOf(control, operation).then((all) => new Map(all.map((one) => [one.case.id, one])));
    trials.set(operation.name, known);
    return known;
  };

  const pairCalled = (name: string): Promise<Started> => {
    const found = pairsOf(operations).find((one) => one.name === name);
    if (!found) throw new Error(`There is no pair ${name}.`);
    if (pair?.name !== name) pair = { name, started: startPair(control, found) };
    return pair.started;
  };

  const turnsOf = (started: Started, stops: 1 | 2): TurnCase[] =>
    stops === 1 ? onceCases(started) : twiceCases(started);

  const answer = async (ask: Ask): Promise<string[]> => {
    switch (ask.do) {
      case 'cases':
        return [...(await trialsById(operationCalled(ask.operation))).keys()];
      case 'case': {
        const trial = (await trialsById(operationCalled(ask.operation))).get(ask.case);
        return trial ? play(control, trial) : [`there is no case ${ask.case}`];
      }
      case 'turns':
        return turnsOf(await pairCalled(ask.pair), ask.stops).map(({ id }) => id);
      case 'turn': {
        const started = await pairCalled(ask.pair);
        const wanted = [...onceCases(started), ...twiceCases(started)].find(({ id }) => id === ask.case);
        return wanted ? playTurns(control, started, wanted) : [`there is no case ${ask.case}`];
      }
      case 'crowd': {
        if (crowd?.number !== ask.crowd)
          crowd = { number: ask.crowd, meeting: startCrowd(control, ask.crowd, operations) };
        return playCrowd(control, await crowd.meeting, ask.draw);
      }
    }
  };

  return { answer: (ask: Ask) => within(answer(ask)), close };
}

/** Answers what the process that forked this one asks, one after the other, until it says goodbye. */
export async function answerParent(dist: string | undefined): Promise<void> {
  const player = await createPlayer(dist);
  const tell = (message: unknown): void => void process.send?.(message);
  process.on('message', (ask: Ask | 'goodbye') => {
    if (ask === 'goodbye') {
      void player.close().then(() => process.exit(0));
      return;
    }
    player.answer(ask).then(
      (answer) => tell({ answer }),
      (error: unknown) =>
        tell({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  tell({ answer: [] });
}
