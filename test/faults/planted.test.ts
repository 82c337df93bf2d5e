/** The test of the tests: bugs of each class, planted into a copy of the project, are found by the faults suite. */
import { startTestWorkspace } from '../support/workspace';
import { operations, type Operation } from './operations';
import { play, REGISTRANTS, trialsOf } from './play';
import { buildPlanted, type PlantedBug } from './planted-dist';

interface Planted extends PlantedBug {
  /** The operation that finds it, and the beginning of the cases that do; `undisturbed`: it does not even hold then. */
  readonly operation: string;
  readonly case: string;
}

const bugs: readonly Planted[] = [
  {
    name: 'the answer of a commit is not looked at',
    changes: [
      {
        file: 'src/sheets/commit.ts',
        replace: 'changing.filter((one) => !isInPlace(one, grids))',
        by: '[] as RowUpdate[]',
      },
    ],
    operation: 'form answer',
    case: 'edit:insert-row',
  },
  {
    name: 'two commits for one operation',
    changes: [
      {
        file: 'src/usecases/receive-form-response.ts',
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
        file: 'src/usecases/send-notices.ts',
        replace: 'commit({ updates, appends: [] });\n    return claimed;',
        by: 'claimed.forEach((one) => Object.assign(one, { late: updates.splice(0) })); return claimed;',
      },
      {
        file: 'src/usecases/send-claimed.ts',
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
    operation: 'form answer',
    case: 'beside',
  },
  {
    name: 'response id not looked for',
    changes: [
      {
        file: 'src/usecases/receive-form-response.ts',
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
        file: 'src/usecases/first-login.ts',
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
        file: 'src/usecases/send-claimed.ts',
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
        file: 'src/usecases/send-claimed.ts',
        replace:
          'commit({\n    updates: results.flatMap(({ one, sending, at }) => stamps(one, sending, at, rules)),\n    appends: [],\n  });',
        by: 'results.forEach(({ one, sending, at }) => commit({ updates: stamps(one, sending, at, rules), appends: [] }));',
      },
    ],
    operation: 'several waiting notices',
    case: 'undisturbed',
  },
];

it('without a bug the same copy holds', async () => {
  const dist = await buildPlanted({ name: 'nothing', changes: [] });
  const workspace = await startTestWorkspace({ dist, registrants: REGISTRANTS });
  try {
    for (const name of new Set(bugs.map(({ operation }) => operation)))
      expect(await trialsOf(workspace, operationCalled(name))).not.toEqual([]);
  } finally {
    await workspace.close();
  }
});

it.each(bugs)('$name is found by $operation, $case', async (bug) => {
  const operation = operationCalled(bug.operation);
  const workspace = await startTestWorkspace({ dist: await buildPlanted(bug), registrants: REGISTRANTS });
  try {
    if (bug.case === 'undisturbed') {
      await expect(trialsOf(workspace, operation)).rejects.toThrow('undisturbed');
      return;
    }
    const trials = (await trialsOf(workspace, operation)).filter(({ case: { id } }) =>
      id.startsWith(bug.case),
    );
    let found: string[] = [];
    for (const trial of trials) {
      found = await play(workspace, trial);
      if (found.length > 0) break;
    }
    expect(found).not.toEqual([]);
  } finally {
    await workspace.close();
  }
});

function operationCalled(wanted: string): Operation {
  const operation = operations.find(({ name }) => name === wanted);
  if (!operation) throw new Error(`There is no operation ${wanted}.`);
  return operation;
}
