/** `console` and `Logger`: lines that go to the execution's log, bounded by the host. */
import { strict } from './errors';
import { local, workspaceNow } from './host';
import { textOf } from './text';

function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? String(value);
  if (typeof value !== 'object' || value === null) return textOf(value);
  try {
    return JSON.stringify(value);
  } catch (error) {
    return `[${String(error)}]`;
  }
}

/** printf-like: `%s`, `%d`, `%j` … take the next value; what is left over follows. */
function formatLine(values: readonly unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== 'string') return values.map(show).join(' ');
  const text = first.replace(/%[sdifoOj]/gu, (mark) => (rest.length > 0 ? show(rest.shift()) : mark));
  return [text, ...rest.map(show)].join(' ');
}

/** Installs `console` and `Logger`. */
export function install(target: Record<string, unknown>): void {
  const started = new Map<string, number>();
  const write =
    (level: string) =>
    (...values: unknown[]): void => {
      local('log', `${level} ${formatLine(values)}`);
    };
  target.console = {
    log: write('DEBUG'),
    info: write('INFO'),
    warn: write('WARNING'),
    error: write('ERROR'),
    time(label: unknown = 'default') {
      started.set(String(label), workspaceNow());
    },
    timeEnd(label: unknown = 'default') {
      const from = started.get(String(label));
      if (from !== undefined) write('DEBUG')(`${String(label)}: ${workspaceNow() - from}ms`);
      started.delete(String(label));
    },
  };

  let logged: string[] = [];
  const logger = strict(
    {
      log(...values: unknown[]) {
        const line = formatLine(values);
        logged.push(line);
        local('log', `INFO ${line}`);
        return logger;
      },
      getLog: () => logged.map((line) => `${line}\n`).join(''),
      clear() {
        logged = [];
      },
    },
    'Logger',
  );
  target.Logger = logger;
}
