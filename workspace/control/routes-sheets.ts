/** /api/sheets and /api/workbook: reading the tabs, and a new spreadsheet. */
import { readObject, readOptionalText, readText, readTexts, Refusal } from './request';
import type { Route } from './request';
import { tabJson } from './sheet-json';
import { tabByTitle } from '../sheets/workbook';
import type { World } from './world';

/** The calls about the spreadsheet as it lies there. */
export function sheetRoutes({ workspace, holder, driver }: World): Route[] {
  return [
    {
      method: 'GET',
      path: /^\/api\/sheets$/u,
      handle: () => holder.workbook.tabs.map(({ title }) => title),
    },
    {
      method: 'GET',
      path: /^\/api\/sheets\/(.+)$/u,
      handle(_request, [title = '']) {
        const tab = tabByTitle(holder.workbook, title);
        if (tab === undefined) throw new Refusal(404, `There is no tab 「${title}」.`);
        return tabJson(tab, holder.workbook.timeZone);
      },
    },
    {
      method: 'POST',
      path: /^\/api\/workbook$/u,
      alone: () => true,
      async handle(request) {
        const body = readObject(request.body);
        const owner = readText(body, 'owner');
        const editors = readTexts(body, 'editors') ?? [];
        const title = readText(body, 'title');
        const tabs = readTexts(body, 'tabs');
        const timeZone = readOptionalText(body, 'timeZone');
        const locale = readOptionalText(body, 'locale');
        await workspace.clear({ owner, editors });
        driver.forget();
        holder.reset({
          owner,
          editors,
          title,
          ...(tabs === undefined ? {} : { tabs }),
          ...(timeZone === undefined ? {} : { timeZone }),
          ...(locale === undefined ? {} : { locale }),
        });
        return { id: holder.workbook.id };
      },
    },
  ];
}
