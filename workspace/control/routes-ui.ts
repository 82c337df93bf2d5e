/** What people see of the spreadsheet: opening it, its menu, sidebar and dialogs: /api/open, /api/menu, /api/ui. */
import type { Json } from '../engine/service';
import { readObject, readText, Refusal } from './request';
import type { Body, Route } from './request';
import type { World } from './world';

/** The calls about screens. */
export function uiRoutes(world: World): Route[] {
  const { ui, firing, workspace } = world;

  const person = (body: Body): string => {
    const user = readText(body, 'user');
    if (!world.mayEdit(user)) throw new Refusal(403, `${user} may not edit the spreadsheet.`);
    return user;
  };

  /** The function of a menu item; the spreadsheet is opened first if this person does not have it open. */
  const findItem = async (user: string, item: string): Promise<string> => {
    if (ui.of(user).menus.length === 0) await firing.opened(user);
    const found = ui.findItem(user, item);
    if (found === undefined) throw new Refusal(404, `The menu of ${user} has no item 「${item}」.`);
    return found;
  };

  return [
    {
      method: 'POST',
      path: /^\/api\/open$/u,
      async handle(request) {
        const user = person(readObject(request.body));
        ui.clear(user);
        return { executions: await firing.opened(user) };
      },
    },
    {
      method: 'POST',
      path: /^\/api\/menu$/u,
      async handle(request) {
        const body = readObject(request.body);
        const user = person(body);
        const functionName = await findItem(user, readText(body, 'item'));
        const result = await world.run({ kind: 'menu', functionName, activeUser: user, effectiveUser: user });
        if (result.error !== undefined) throw new Refusal(422, `${functionName}: ${result.error.message}`);
        return { execution: result.record.id };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/ui$/u,
      handle({ query }) {
        const user = query['user'] ?? workspace.engine.accounts.owner;
        const { menus, sidebar, dialogs, toasts } = ui.of(user);
        return { menus, sidebar: sidebar ?? null, dialogs, toasts } as unknown as Json;
      },
    },
  ];
}
