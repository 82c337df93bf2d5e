/**
 * `npm run faults`: every operation × every fault, then two operations at once, then eight, as far as the time goes; a
 * table, and for each failure the line that plays it again.
 */
import { parseArgs } from 'node:util';
import { CLASSES, type FaultClass } from './cases';
import { crowdLine, DRAWS } from './crowd';
import { operations } from './operations';
import { pairsOf, sharesTab, type Pair } from './pair';
import { replayLine } from './play';
import { answerParent } from './player';
import { createReport } from './report';
import { inTurn, shuffled } from './shuffle';
import { startTeam, type Player } from './team';
import { shareTime } from './time';
import { turnLine } from './turns';

const { values } = parseArgs({
  options: {
    /** Stops beginning new cases after so many seconds; together with building it is less than ten minutes. */
    seconds: { type: 'string', default: '540' },
    /** Only this operation; where none has this name, those whose name begins so. May be given several times. */
    operation: { type: 'string', multiple: true },
    /** Only this pair, by its name. */
    pair: { type: 'string' },
    /** Only this crowd, by its number. */
    crowd: { type: 'string' },
    /** Only this case of it, or those whose id begins so. */
    case: { type: 'string' },
    /** Only these classes, with commas between: those of single operations, `pairs`, `twice`, `crowds`. */
    class: { type: 'string' },
    /** Order of the cases of a class. */
    seed: { type: 'string', default: '1' },
    /** Workspaces at once: as many as there are processors to spare. */
    workers: { type: 'string', default: '2' },
    /** Another project than dist/. */
    dist: { type: 'string' },
    /** Set by this program for the processes it starts. */
    player: { type: 'boolean', default: false },
  },
});

/** Classes of cases in which several operations meet. */
const MEETINGS: readonly string[] = ['pairs', 'twice', 'crowds'];

/** Cases of a pair that are played in one run: there is not time for all, and every pair is to have its turn. */
const MOST = { 1: 4, 2: 4 } as const;

if (values.player) await answerParent(values.dist);
else await run();

interface Single {
  operation: string;
  id: string;
  kind: FaultClass;
}

async function run(): Promise<void> {
  const until = Date.now() + Number(values.seconds) * 1000;
  const only = values.operation ?? values.pair ?? values.crowd;
  const classes = values.class?.split(',');
  const wants = (name: string): boolean => classes === undefined || classes.includes(name);
  const begins = (id: string): boolean => values.case === undefined || id.startsWith(values.case);
  const isSingle = (name: string): boolean => CLASSES.some((one) => one === name);
  /** With an operation its meetings are played only where they are asked for. */
  const meets = values.operation === undefined || classes?.some((name) => MEETINGS.includes(name)) === true;
  const untilOf = shareTime(until, (name) => wants(name) && (meets || isSingle(name)));
  const names = operations.map(({ name }) => name);
  const isChosen = (name: string): boolean =>
    values.operation?.some((wanted) =>
      names.includes(wanted) ? name === wanted : name.startsWith(wanted),
    ) ?? only === undefined;
  const inOrder = <T>(items: readonly T[]): T[] => shuffled(items, Number(values.seed));
  const report = createReport();
  const team = await startTeam(
    Number(values.workers),
    values.dist === undefined ? [] : ['--dist', values.dist],
  );

  /** Asks a player; what it throws is a failure of the case. */
  const tried = (asked: Promise<string[]>): Promise<string[]> =>
    asked.catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);

  /** Lists something; where not even that goes, it is a failure of its own. */
  const listed = (what: string, asked: Promise<string[]>): Promise<string[]> =>
    asked.catch((error: unknown) => {
      report.fail(what, [error instanceof Error ? error.message : String(error)]);
      return [];
    });

  const singles = async (): Promise<string[]> => {
    const chosen = names.filter(isChosen);
    // Nothing of them alone is to be played.
    if (classes?.every((name) => MEETINGS.includes(name)) === true) return [];
    const ids = new Map<string, string[]>();
    await team.share(chosen, until, async (player, operation) => {
      ids.set(
        operation,
        await listed(`npm run faults -- --operation "${operation}"`, player.ask({ do: 'cases', operation })),
      );
    });
    const phases: FaultClass[][] = [['kill', 'throw'], ['limits', 'triggers'], ['edit'], ['repair']];
    const cases = phases.map((kinds) =>
      inTurn(
        chosen.map((operation) =>
          inOrder(
            (ids.get(operation) ?? [])
              .map((id) => ({ operation, id, kind: id.split(':')[0] as FaultClass }))
              .filter(({ kind, id }) => kinds.includes(kind) && wants(kind) && begins(id)),
          ),
        ),
      ),
    );
    cases.flat().forEach(({ operation, kind }) => report.expect(operation, kind, 1));
    for (const [at, phase] of phases.entries()) await playAll(cases[at] ?? [], untilOf(phase[0] ?? ''));
    return chosen;
  };

  const playAll = (cases: readonly Single[], end: number): Promise<void> =>
    team.share(cases, end, async (player, { operation, id, kind }) => {
      const problems = await tried(player.ask({ do: 'case', operation, case: id }));
      report.note(operation, kind, replayLine(operation, id), problems);
    });

  const pairs = async (stops: 1 | 2): Promise<void> => {
    const row = stops === 1 ? 'pairs, one stop' : 'pairs, two stops';
    const chosen = pairsOf(operations).filter(
      (pair) =>
        (values.pair === undefined
          ? isChosen(pair.a.name) || isChosen(pair.b.name)
          : pair.name === values.pair) &&
        (stops === 1 || sharesTab(pair)),
    );
    const most = values.pair === undefined ? MOST[stops] : Infinity;
    report.expect(row, 'pairs', chosen.length);
    const end = untilOf(stops === 1 ? 'pairs' : 'twice');
    await team.share(inOrder(chosen), end, async (player, pair) => {
      const ids = await listed(
        `npm run faults -- --pair "${pair.name}"`,
        player.ask({ do: 'turns', pair: pair.name, stops }),
      );
      const wanted = ids.filter(begins);
      report.expect(row, 'cases', wanted.length);
      report.note(row, 'pairs', pair.name, []);
      await turns(player, pair, inOrder(wanted).slice(0, most), { row, end });
    });
  };

  const turns = async (
    player: Player,
    pair: Pair,
    ids: readonly string[],
    { row, end }: { row: string; end: number },
  ): Promise<void> => {
    for (const id of ids) {
      if (Date.now() > end) return;
      const problems = await tried(player.ask({ do: 'turn', pair: pair.name, case: id }));
      report.note(row, 'cases', turnLine(pair, { id, stops: [] }), problems);
    }
  };

  const crowds = async (): Promise<void> => {
    const first = Number(values.crowd ?? values.seed);
    const numbers =
      values.crowd === undefined ? Array.from({ length: 10_000 }, (_, at) => first * 10_000 + at) : [first];
    await team.share(numbers, until, async (player, crowd) => {
      const draws = Array.from({ length: DRAWS }, (_, at) => at).filter((at) => begins(String(at)));
      report.expect('crowds of eight', 'cases', draws.length);
      report.note('crowds of eight', 'crowds', '', []);
      for (const draw of draws) {
        if (Date.now() > until) return;
        const problems = await tried(player.ask({ do: 'crowd', crowd, draw }));
        report.note('crowds of eight', 'cases', crowdLine(crowd, draw), problems);
      }
    });
  };

  const meetings = async (): Promise<void> => {
    if (!meets) return;
    if (values.crowd === undefined && wants('pairs')) await pairs(1);
    if (values.crowd === undefined && wants('twice')) await pairs(2);
    if (values.pair === undefined && values.operation === undefined && wants('crowds')) await crowds();
  };

  try {
    const rows = await singles();
    await meetings();
    const played =
      report.table('operation', rows, CLASSES) +
      report.table(
        'at once',
        ['pairs, one stop', 'pairs, two stops', 'crowds of eight'],
        ['pairs', 'crowds', 'cases'],
      );
    console.log(`${played} cases played, ${report.failures} failures.`);
    process.exitCode = report.failures === 0 && played > 0 ? 0 : 1;
  } finally {
    await team.close();
  }
}
