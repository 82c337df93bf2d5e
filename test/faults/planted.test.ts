/** The test of the tests: bugs of each class, planted into a copy of the project, are found by the faults suite. */
import type { ControlClient } from '../../workspace/control/client';
import { startTestWorkspace } from '../support/workspace';
import { operationCalled, operations } from './operations';
import { pairsOf, startPair } from './pair';
import { play, trialsOf } from './play';
import { buildPlanted, type PlantedBug } from './planted-dist';
import { REGISTRANTS } from './ready';
import { onceCases, playTurns } from './turns';

/** The operation or pair that finds a bug, and the beginning of the cases that do. */
interface Finding {
  readonly operation: string;
  /** `undisturbed`: it does not even hold then; `at once`: of a pair, the cases with one stop. */
  readonly case: string;
}

type Planted = PlantedBug & Finding;

const bugs: readonly Planted[] = [
  {
    name: 'the answer of a commit is not looked at',
    changes: [
      {
        file: 'src/sheets/commit.ts',
        replace: 'changing.filter((one) => !isInPlace(one, grids))',
        by: '[] as RowUpdate[]',
      },
      // What is written down beside the write would let a job put it right.
      {
        file: 'src/sheets/commit.ts',
        replace: 'const writes = entriesOf(updates, ',
        by: 'const writes = entriesOf([], ',
      },
    ],
    operation: 'change of the ledger',
    case: 'edit:insert-row',
  },
  {
    name: 'the headers of new rows are not looked at',
    changes: [
      {
        file: 'src/sheets/commit.ts',
        replace: 'appends.filter((one) => !isUnderHeaders(one, grids))',
        by: 'appends.filter((one) => one.near === -1 && !isUnderHeaders(one, grids))',
      },
      {
        file: 'src/sheets/commit.ts',
        replace: '...appendedOf(appends)',
        by: '...appendedOf([])',
      },
    ],
    operation: 'ポイント entered from paper',
    case: 'edit:ポイント.insert-column',
  },
  {
    name: 'two commits for one operation',
    changes: [
      {
        file: 'src/usecases/password/receive-form-response.ts',
        replace: 'const landed = commit(written);',
        by: 'commit({ updates: written.updates, appends: [] }); const landed = commit({ updates: [], appends: written.appends });',
      },
    ],
    operation: 'form answer',
    case: 'undisturbed',
  },
  {
    name: 'mail before commit',
    changes: [
      {
        file: 'src/usecases/sending/send-notices.ts',
        replace: 'commit({ updates, appends: [] });\n    return claimed;',
        by: 'claimed.forEach((one) => Object.assign(one, { late: updates.splice(0) })); return claimed;',
      },
      {
        file: 'src/usecases/sending/send-claimed.ts',
        replace: '  commit({\n    updates: results.flatMap(',
        by: '  commit({ updates: claimed.flatMap(({ late }) => late ?? []), appends: [] });\n  commit({\n    updates: results.flatMap(',
      },
    ],
    operation: 'number asked for',
    case: 'kill',
  },
  {
    name: 'lock released before commit',
    changes: [
      {
        file: 'src/platform/lock.ts',
        replace: 'return { answer: work() };',
        by: 'lock.releaseLock(); return { answer: work() };',
      },
    ],
    operation: 'form answer × form answer',
    case: 'at once',
  },
  {
    name: 'response id not looked for',
    changes: [
      {
        file: 'src/usecases/password/receive-form-response.ts',
        replace: "if (earlier.some(({ responseId }) => responseId === answer.responseId)) return 'known';",
        by: '',
      },
    ],
    operation: 'form answer, trigger twice',
    case: 'undisturbed',
  },
  {
    name: 'client key not looked for',
    changes: [
      {
        file: 'src/usecases/login/first-login.ts',
        replace: 'if (resultOf(place.values.done, clientKey) !== undefined) {',
        by: 'if (clientKey === undefined) {',
      },
    ],
    operation: 'first login',
    case: 'limits:answer',
  },
  {
    name: 'stamp missing',
    changes: [
      {
        file: 'src/usecases/sending/send-claimed.ts',
        replace:
          "if (one.record) updates.push(update(located(one.record), { state: '送付済', sentAt: at }));",
        by: '',
      },
    ],
    operation: 'form answer',
    case: 'undisturbed',
  },
  {
    name: 'a commit for the stamp of each mail',
    changes: [
      {
        file: 'src/usecases/sending/send-claimed.ts',
        replace:
          'commit({\n    updates: results.flatMap(({ one, sending, at }) => stamps(one, sending, at, rules)),\n    appends: [],\n  });',
        by: 'results.forEach(({ one, sending, at }) => commit({ updates: stamps(one, sending, at, rules), appends: [] }));',
      },
    ],
    operation: 'several waiting notices',
    case: 'undisturbed',
  },
];

/** What a bug that is planted, or none, lets happen in the first of these cases that does not hold. */
async function found({ operation, case: beginning }: Finding, control: ControlClient): Promise<string[]> {
  if (beginning === 'at once') {
    const pair = pairsOf(operations).find(({ name }) => name === operation);
    if (!pair) throw new Error(`There is no pair ${operation}.`);
    const started = await startPair(control, pair);
    return firstOf(onceCases(started), (one) => playTurns(control, started, one));
  }
  const trials = (await trialsOf(control, operationCalled(operation))).filter(({ case: { id } }) =>
    id.startsWith(beginning),
  );
  return firstOf(trials, (trial) => play(control, trial));
}

async function firstOf<T>(all: readonly T[], playOne: (one: T) => Promise<string[]>): Promise<string[]> {
  if (all.length === 0) throw new Error('There is no such case.');
  for (const one of all) {
    const problems = await playOne(one);
    if (problems.length > 0) return problems;
  }
  return [];
}

async function onProject<T>(bug: PlantedBug, work: (control: ControlClient) => Promise<T>): Promise<T> {
  const dist = await buildPlanted(bug);
  const workspace = await startTestWorkspace({ dist, registrants: REGISTRANTS, seed: 1 });
  try {
    return await work(workspace.control);
  } finally {
    await workspace.close();
  }
}

it('without a bug the same copy holds', async () => {
  await onProject({ name: 'nothing', changes: [] }, async (control) => {
    for (const name of new Set(bugs.map(({ operation }) => operation)))
      if (!name.includes('×')) expect(await trialsOf(control, operationCalled(name))).not.toEqual([]);
    for (const bug of bugs) if (bug.case === 'at once') expect(await found(bug, control)).toEqual([]);
  });
});

it.each(bugs)('$name is found by $operation, $case', async (bug) => {
  await onProject(bug, async (control) => {
    if (bug.case === 'undisturbed')
      await expect(trialsOf(control, operationCalled(bug.operation))).rejects.toThrow('undisturbed');
    else expect(await found(bug, control)).not.toEqual([]);
  });
});
