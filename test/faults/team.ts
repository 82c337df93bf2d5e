/** The players of a run: processes that are given one thing after the other. */
import { fork, type ChildProcess } from 'node:child_process';
import type { Ask } from './player';

/** One player; throws what it threw. */
export interface Player {
  ask(ask: Ask): Promise<string[]>;
}

type Reply = { answer: string[] } | { error: string };

function reply(child: ChildProcess): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`A player ended with ${code ?? 'a signal'}.`));
    child.once('exit', gone);
    child.once('message', (message: Reply) => {
      child.off('exit', gone);
      if ('answer' in message) resolve(message.answer);
      else reject(new Error(message.error));
    });
  });
}

/** Starts so many players, this same program with the word `--player`. */
export async function startTeam(size: number, words: readonly string[]) {
  const children = Array.from({ length: size }, () => fork(process.argv[1] ?? '', ['--player', ...words]));
  await Promise.all(children.map(reply));
  const players: Player[] = children.map((child) => ({
    ask(ask) {
      const answer = reply(child);
      child.send(ask);
      return answer;
    },
  }));
  return {
    /** Gives the items to the players, each the next one when it is free, while there is time. */
    async share<T>(items: readonly T[], until: number, work: (player: Player, item: T) => Promise<void>) {
      const waiting = [...items];
      await Promise.all(
        players.map(async (player) => {
          for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
            if (Date.now() > until) return;
            await work(player, item);
          }
        }),
      );
    },
    async close() {
      const over = children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
      children.forEach((child) => child.send('goodbye'));
      await Promise.all(over);
    },
  };
}
