/** What people do to the spreadsheet by hand: /api/sheets/{tab}/edit and /rows, /api/tabs, /api/format. */
import type { Json } from '../engine/service';
import { personEdit, personFormat, personRows, personTabs } from '../sheets/person';
import type { PersonEvent, RowsAction } from '../sheets/person';
import { tabByTitle } from '../sheets/workbook';
import {
  readBoolean,
  readChoice,
  readObject,
  readOptionalText,
  readText,
  readWhole,
  refuse,
  Refusal,
} from './request';
import type { Body, Route } from './request';
import type { World } from './world';

const ROW_ACTIONS = ['insert', 'delete', 'sort', 'insertColumn', 'deleteColumn', 'moveColumn'] as const;
const TAB_ACTIONS = ['insert', 'rename', 'delete'] as const;

function readTyped(body: Body): string[][] {
  const values = body['values'];
  const line = (cells: Json): string[] => {
    const texts = Array.isArray(cells) ? cells.filter((text) => typeof text === 'string') : [];
    return Array.isArray(cells) && texts.length === cells.length
      ? texts
      : refuse('"values" must be rows of texts, as they are typed.');
  };
  return Array.isArray(values)
    ? values.map(line)
    : refuse('"values" must be rows of texts, as they are typed.');
}

/** A column by number (1 = A) or letters. */
function readColumn(body: Body, key: string): number | string {
  const value = body[key];
  if (typeof value === 'string' && /^[A-Za-z]{1,3}$/u.test(value)) return value;
  return typeof value === 'number' && Number.isInteger(value) && value >= 1
    ? value
    : refuse(`"${key}" must be a column: a number from 1 on, or letters.`);
}

function readRowsAction(body: Body): RowsAction {
  const action = readChoice(body, 'action', ROW_ACTIONS);
  const count = body['count'] === undefined ? 1 : readWhole(body, 'count', 1);
  switch (action) {
    case 'insert':
    case 'delete':
      return { action, at: readWhole(body, 'at', 1), count };
    case 'insertColumn':
    case 'deleteColumn':
      return { action, at: readColumn(body, 'at'), count };
    case 'moveColumn':
      return { action, at: readColumn(body, 'at'), to: readColumn(body, 'to') };
    case 'sort': {
      const range = readOptionalText(body, 'range');
      const sort = {
        action,
        column: readColumn(body, 'column'),
        ascending: readBoolean(body, 'ascending', true),
      };
      return range === undefined ? sort : { ...sort, range };
    }
  }
}

/** The calls about what people do by hand. */
export function editRoutes(world: World): Route[] {
  const { holder, firing, workspace } = world;

  const requireTab = (title: string): string => {
    if (tabByTitle(holder.workbook, title) === undefined)
      throw new Refusal(404, `There is no tab 「${title}」.`);
    return title;
  };

  const edit = (title: string, body: Body): PersonEvent[] =>
    personEdit(holder, readText(body, 'user'), requireTab(title), readText(body, 'range'), readTyped(body));

  const rows = (title: string, body: Body): PersonEvent[] =>
    personRows(holder, readText(body, 'user'), requireTab(title), readRowsAction(body));

  const fired = async (body: Body, events: readonly PersonEvent[]): Promise<Json> => ({
    executions: await firing.changed(readText(body, 'user'), events),
  });

  // The person of a fault `edit`: in the middle of an execution, with triggers of her own beside it.
  workspace.faults.person = (given) => {
    const { tab, ...rest } = readObject(given, '"edit"');
    const body: Body = {
      user: workspace.engine.accounts.editors[0] ?? workspace.engine.accounts.owner,
      ...rest,
    };
    const title = readText({ tab: tab ?? null }, 'tab');
    const events = body['action'] === undefined ? edit(title, body) : rows(title, body);
    world.beside(firing.changed(readText(body, 'user'), events));
  };

  return [
    {
      method: 'POST',
      path: /^\/api\/sheets\/(.+)\/edit$/u,
      handle(request, [title = '']) {
        const body = readObject(request.body);
        return fired(body, edit(title, body));
      },
    },
    {
      method: 'POST',
      path: /^\/api\/sheets\/(.+)\/rows$/u,
      handle(request, [title = '']) {
        const body = readObject(request.body);
        return fired(body, rows(title, body));
      },
    },
    {
      method: 'POST',
      path: /^\/api\/tabs$/u,
      handle(request) {
        const body = readObject(request.body);
        const action = readChoice(body, 'action', TAB_ACTIONS);
        const name = action === 'insert' ? readText(body, 'name') : requireTab(readText(body, 'name'));
        const change = action === 'rename' ? { action, name, to: readText(body, 'to') } : { action, name };
        return fired(body, personTabs(holder, readText(body, 'user'), change));
      },
    },
    {
      method: 'POST',
      path: /^\/api\/format$/u,
      handle(request) {
        const body = readObject(request.body);
        const title = requireTab(readText(body, 'tab'));
        const [range, pattern] = [readText(body, 'range'), readText(body, 'numberFormat')];
        return fired(body, personFormat(holder, readText(body, 'user'), title, range, pattern));
      },
    },
  ];
}
