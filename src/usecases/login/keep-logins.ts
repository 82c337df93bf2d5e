/** Logins noted in the properties enter ログイン記録, and the last one of each person its read model. */
import { dayOfInstant, instantOfIso } from '../../domain/fields/instant';
import { numberKey } from '../../domain/fields/number';
import { now } from '../../platform/clock';
import { alone } from '../alone';
import { deleteProperty } from '../../platform/properties';
import { append, commit, update, type RowUpdate } from '../../sheets/commit';
import { readForDecision } from '../../sheets/read';
import { COUNTER_ROW, logins, summaries } from '../../sheets/schema/index';
import { publish } from '../../sheets/spreadsheet';
import { findSummaryRows, readSummary, resultOf, writeSummary } from '../../sheets/summary';
import { PROPERTY, type Installation } from '../installation/installation';
import { startNumbering } from '../summary/numbering';

interface Login {
  number: string;
  /** ISO date-time */
  at: string;
  result: string;
}

const BATCH = 50;
const KEY = 'logins';
const RUN_MS = 2 * 60_000;

/** Takes all that wait, as far as the time of a run reaches. */
export function keepLogins(installation: Installation): void {
  const start = now();
  const names = Object.keys(installation.properties)
    .filter((name) => name.startsWith(PROPERTY.login))
    .sort();
  for (let from = 0; from < names.length && now() - start < RUN_MS; from += BATCH) {
    keepBatch(names.slice(from, from + BATCH), installation);
  }
}

/** One commit; killed between writing and forgetting, the next run skips what was written. */
function keepBatch(names: readonly string[], installation: Installation): void {
  const entries = names.map((name) => ({
    name,
    login: JSON.parse(installation.properties[name] ?? '') as Login,
  }));
  publish();
  alone(() => {
    const rows = [...new Set(entries.flatMap(({ login }) => findSummaryRows(numberKey(login.number))))];
    const found = readForDecision([{ tab: summaries, rows: [COUNTER_ROW, ...rows] }, { tab: logins }]);
    const counterRow = found.row(summaries, COUNTER_ROW);
    const known = resultOf(counterRow.values.done, KEY);
    const kept = new Set(Array.isArray(known) ? (known as string[]) : []);
    const fresh = entries.filter(({ name }) => !kept.has(name));
    const updates: RowUpdate[] = [];
    for (const row of rows.map((one) => found.row(summaries, one))) {
      const own = fresh
        .filter(({ login }) => login.number === row.values.number)
        .map(({ login }) => login.at);
      const summary = readSummary(row.values.summary);
      const lastLogin = latest([...own, ...(summary.lastLogin === null ? [] : [summary.lastLogin])]);
      if (own.length > 0) updates.push(update(row, { summary: writeSummary({ ...summary, lastLogin }) }));
    }
    const numbering = startNumbering(counterRow, Number(dayOfInstant(now()).slice(0, 4)));
    numbering.remember(KEY, [...names]);
    commit({
      updates: [...updates, numbering.toUpdate()],
      appends: fresh.map(({ login }) =>
        append(logins, found.headers(logins), {
          at: instantOfIso(login.at) ?? null,
          number: login.number,
          result: login.result,
        }),
      ),
    });
  });
  names.forEach((name) => deleteProperty(name));
}

function latest(times: readonly string[]): string | null {
  return [...times].sort((a, b) => (instantOfIso(b) ?? 0) - (instantOfIso(a) ?? 0))[0] ?? null;
}
