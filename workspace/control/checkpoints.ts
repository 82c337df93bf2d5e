/** POST /api/checkpoint: everything as it is now, kept in memory under a name and put back as often as one likes. */
import type { Json } from '../engine/service';
import { readObject, readOptionalText, refuse, Refusal } from './request';
import type { Route } from './request';
import { isoTime } from './times';
import type { World } from './world';

/** Checkpoints kept; the oldest goes first. */
const KEPT = 500;

/**
 * `{save: name}` once nothing runs any more; `{restore: name}` ends what is under way, and clears faults. What was
 * answered before the save (tokens, ids) holds again afterwards, and what is drawn from a seed repeats.
 */
export function checkpointRoute({ workspace }: World): Route {
  const kept = new Map<string, () => void>();

  const save = async (name: string): Promise<void> => {
    await workspace.idle();
    if (workspace.running > 0) throw new Refusal(409, 'An execution is held.');
    kept.delete(name);
    kept.set(name, workspace.checkpoint());
    for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
  };

  const restore = (name: string): void => {
    const putBack = kept.get(name);
    if (putBack === undefined) throw new Refusal(404, `There is no checkpoint "${name}".`);
    putBack();
  };

  return {
    method: 'POST',
    path: /^\/api\/checkpoint$/u,
    alone: ({ body }) => readObject(body)['restore'] !== undefined,
    async handle(request): Promise<Json> {
      const body = readObject(request.body);
      const [saved, restored] = [readOptionalText(body, 'save'), readOptionalText(body, 'restore')];
      if ((saved === undefined) === (restored === undefined)) refuse('Either "save" or "restore".');
      if (saved !== undefined) await save(saved);
      if (restored !== undefined) restore(restored);
      return { now: isoTime(workspace.clock.now(), workspace.engine.scriptTimeZone) };
    },
  };
}
