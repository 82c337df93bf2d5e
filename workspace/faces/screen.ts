/** `/_/ui/…`: one person's screen of the spreadsheet: opening it, what scripts show on it, closing that, selecting. */
import type { Json } from '../engine/service';
import type { Tab } from '../sheets/tab';
import { isInside } from '../sheets/tab';
import type { FacesParts } from './parts';

/** A person's screen as the page draws it. */
function describe({ world: { ui, holder } }: FacesParts, user: string): Json {
  const { menus, sidebar, dialogs, toasts, active } = ui.of(user);
  const tab = holder.workbook.tabs.find(({ id }) => id === active?.tabId);
  return {
    menus,
    sidebar: sidebar ?? null,
    dialogs,
    toasts,
    active: active === undefined || tab === undefined ? null : { tab: tab.title, rect: { ...active.rect } },
  } as unknown as Json;
}

function whole(value: Json | undefined): number {
  return typeof value === 'number' && Number.isInteger(value) ? value : -1;
}

function select(
  { world: { ui } }: FacesParts,
  user: string,
  tab: Tab | undefined,
  body: Record<string, Json>,
): boolean {
  const rect = {
    row: whole(body['row']),
    column: whole(body['column']),
    rows: whole(body['rows']),
    columns: whole(body['columns']),
  };
  if (tab === undefined || rect.rows < 1 || rect.columns < 1 || !isInside(tab, rect)) return false;
  ui.of(user).active = { tabId: tab.id, rect };
  return true;
}

/** What the page does to the screen: `open`, `close` (`{sidebar: true}` or `{dialog: id}`), `select` (`{tab, row …}`). */
export type ScreenAction = 'open' | 'close' | 'select';

/** Reads the screen of a person who may edit; undefined for others. */
export function readScreen(parts: FacesParts, user: string): Json | undefined {
  return parts.world.mayEdit(user) ? describe(parts, user) : undefined;
}

/** Changes the screen and gives its new state; undefined when the request makes no sense. */
export async function changeScreen(
  parts: FacesParts,
  action: ScreenAction,
  body: Json,
): Promise<Json | undefined> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { user } = body;
  if (typeof user !== 'string' || !parts.world.mayEdit(user)) return undefined;
  switch (action) {
    case 'open':
      // Menus, sidebar and dialogs do not outlive the page they were on; onOpen builds the menus again.
      parts.world.ui.clear(user);
      await parts.world.firing.opened(user);
      break;
    case 'close':
      if (body['sidebar'] === true) parts.world.ui.closeSidebar(user);
      if (typeof body['dialog'] === 'number') parts.world.ui.closeDialog(user, body['dialog']);
      break;
    case 'select': {
      const tab = parts.world.holder.workbook.tabs.find(({ title }) => title === body['tab']);
      if (!select(parts, user, tab, body)) return undefined;
      break;
    }
  }
  return describe(parts, user);
}
