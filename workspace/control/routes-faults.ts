/** Making trouble, and whose turn it is: /api/faults, /api/schedule. */
import type { Fault } from '../engine/faults';
import type { Json } from '../engine/service';
import { ORDERS } from '../engine/schedule';
import { readChoice, readObject, readWhole, Refusal } from './request';
import type { Route } from './request';
import type { World } from './world';

/** The calls that arm and clear faults, and set the order of steps. */
export function faultRoutes({ workspace }: World): Route[] {
  return [
    {
      method: 'POST',
      path: /^\/api\/faults$/u,
      handle(request) {
        try {
          return { id: workspace.faults.arm(readObject(request.body) as unknown as Fault) };
        } catch (error) {
          throw error instanceof TypeError ? new Refusal(400, error.message) : error;
        }
      },
    },
    { method: 'GET', path: /^\/api\/faults$/u, handle: () => workspace.faults.list() as unknown as Json },
    {
      // Answers when the fault has happened, and to which execution, or never will: it was cleared.
      method: 'GET',
      path: /^\/api\/faults\/(\d+)$/u,
      async handle(_request, [id]) {
        const execution = await workspace.faults.happened(Number(id));
        return execution === undefined ? { happened: false } : { happened: true, execution };
      },
    },
    {
      // Whom a `hold` made stand back goes on.
      method: 'DELETE',
      path: /^\/api\/faults(?:\/(\d+))?$/u,
      handle(_request, [id]) {
        workspace.faults.clear(id === undefined ? undefined : Number(id));
        return {};
      },
    },
    {
      method: 'POST',
      path: /^\/api\/schedule$/u,
      handle(request) {
        const body = readObject(request.body);
        const order = readChoice(body, 'order', ORDERS);
        if (body['seed'] !== undefined) workspace.reseed(readWhole(body, 'seed', 0));
        workspace.order = order;
        return { order };
      },
    },
  ];
}
