/** `CacheService`. */
import { strict } from './errors';
import { call } from './host';
import { is, mismatch, signature } from './signature';
import { keyOf, textOf } from './text';

const NAME = 'CacheService.Cache';

function requireArray(method: string, args: readonly unknown[]): unknown[] {
  signature(`${NAME}.${method}`, args, [is.array]);
  return args[0] as unknown[];
}

function cache(scope: string): object {
  return strict(
    {
      get(...args: unknown[]) {
        signature(`${NAME}.get`, args, [is.any]);
        return call('Cache.get', scope, keyOf(args[0]));
      },
      getAll: (...args: unknown[]) => call('Cache.getAll', scope, requireArray('getAll', args).map(keyOf)),
      put(...args: unknown[]) {
        signature(`${NAME}.put`, args, [is.any, is.any], [is.any, is.any, is.number]);
        return call('Cache.put', scope, keyOf(args[0]), textOf(args[1] ?? null), args[2]);
      },
      putAll(...args: unknown[]) {
        signature(`${NAME}.putAll`, args, [is.object], [is.object, is.number]);
        const values = Object.entries(args[0] as object).map(([key, value]) => [key, textOf(value ?? null)]);
        return call('Cache.putAll', scope, values, args[1]);
      },
      remove(...args: unknown[]) {
        if (args.length !== 1) mismatch(`${NAME}.remove`, args);
        return call('Cache.remove', scope, keyOf(args[0]));
      },
      removeAll: (...args: unknown[]) =>
        call('Cache.removeAll', scope, requireArray('removeAll', args).map(keyOf)),
    },
    NAME,
  );
}

/** Installs `CacheService`; there is no document cache in a web app. */
export function install(target: Record<string, unknown>, kind: string): void {
  target.CacheService = strict(
    {
      getScriptCache: () => cache('script'),
      getUserCache: () => cache('user'),
      getDocumentCache: () => (kind === 'webapp' ? null : cache('document')),
    },
    'CacheService',
  );
}
