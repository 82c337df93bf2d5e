/** GET /api/state: what can be looked at from outside, in one call. */
import { formulasOf, valuesJson } from './sheet-json';
import { describeExecution } from './routes-runs';
import { describeMail } from './routes-mail';
import type { Route } from './request';
import { isoTime } from './times';
import type { World } from './world';

/** `{now, tabs: {title: {values, formulas: [text]}}, mail, properties, executions}`; `?tab=` (any number) narrows the tabs. */
export function stateRoute({ workspace, holder, post }: World): Route {
  const { scriptTimeZone } = workspace.engine;
  return {
    method: 'GET',
    path: /^\/api\/state$/u,
    handle({ query }) {
      const wanted = query['tabs']?.split(',');
      const { tabs, timeZone } = holder.workbook;
      return {
        now: isoTime(workspace.clock.now(), scriptTimeZone),
        tabs: Object.fromEntries(
          tabs
            .filter(({ title }) => wanted === undefined || wanted.includes(title))
            .map((tab) => [tab.title, { values: valuesJson(tab, timeZone), formulas: formulasOf(tab) }]),
        ),
        mail: post.messages().map((message) => describeMail(message, scriptTimeZone)),
        properties: workspace.properties.all(),
        executions: workspace.executions().map((record) => describeExecution(record, scriptTimeZone)),
      };
    },
  };
}
