/** What the owner does: 初期設定 once more, 要約 made anew. */
import { firstDay } from '../../support/first-day';
import { valueOf } from '../../support/office-day';
import { operation, type Operation } from '../operation';
import { persist, type Stage } from '../stage';

const TRIES = 3;

/** 初期設定 from the menu, again where Google shows an error of its own. */
async function setUp({ day }: Stage): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const told = await firstDay(day.control)
      .menu('初期設定')
      .catch(() => undefined);
    if (told?.view === 'setup') return true;
  }
  return false;
}

/** Handlers of the triggers that are installed. */
async function handlers({ day }: Stage): Promise<string[]> {
  const triggers = await day.control.get<{ handler: string }[]>('/api/triggers');
  return triggers.map(({ handler }) => handler).sort();
}

export const ownerOperations: readonly Operation[] = [
  operation({
    name: '初期設定 run again',
    tabs: ['設定', '操作記録'],
    commits: 0,
    people: ['sameMail'],
    arrange: async (stage) => ({ triggers: await handlers(stage) }),
    act: setUp,
    missing: async (stage, { triggers }) => {
      const now = await handlers(stage);
      return now.join() === triggers.join() ? [] : [`the triggers are ${now.join()}`];
    },
  }),
  operation({
    name: '要約 made anew',
    tabs: ['_要約', '操作記録'],
    commits: 2,
    people: ['sameMail'],
    arrange: async ({ day }) => ({ owner: (await day.sample()).owner }),
    act: async ({ day, advance }, { owner }) => {
      const done = await persist(() => day.office(owner, 'rebuildSummaries'));
      await advance('PT12M');
      return done;
    },
    missing: async ({ day }, { owner }) => {
      const { rebuild } = valueOf<{ rebuild: { progress: unknown; last: string } }>(
        await day.office(owner, 'check'),
      );
      return rebuild.progress === null && rebuild.last !== '' ? [] : [`it stands ${JSON.stringify(rebuild)}`];
    },
  }),
];
