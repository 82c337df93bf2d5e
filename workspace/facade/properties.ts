/** `PropertiesService`. */
import { strict } from './errors';
import { call } from './host';
import { is, signature } from './signature';
import { keyOf, textOf } from './text';

const NAME = 'PropertiesService.Properties';

function store(scope: string): object {
  const entries = (): [string, string][] => call('Properties.getProperties', scope) as [string, string][];
  const properties: object = strict(
    {
      getProperty(...args: unknown[]) {
        signature(`${NAME}.getProperty`, args, [is.any]);
        return call('Properties.getProperty', scope, keyOf(args[0]));
      },
      getProperties: () => Object.fromEntries(entries()),
      getKeys: () => entries().map(([key]) => key),
      setProperty(...args: unknown[]) {
        signature(`${NAME}.setProperty`, args, [is.any, is.any]);
        call('Properties.setProperty', scope, keyOf(args[0]), textOf(args[1] ?? null));
        return properties;
      },
      setProperties(...args: unknown[]) {
        signature(`${NAME}.setProperties`, args, [is.object], [is.object, is.boolean]);
        const pairs = Object.entries(args[0] as object).map(([key, value]) => [key, textOf(value ?? null)]);
        call('Properties.setProperties', scope, pairs, args[1] === true);
        return properties;
      },
      deleteProperty(...args: unknown[]) {
        signature(`${NAME}.deleteProperty`, args, [is.any]);
        call('Properties.deleteProperty', scope, keyOf(args[0]));
        return properties;
      },
      deleteAllProperties() {
        call('Properties.deleteAllProperties', scope);
        return properties;
      },
    },
    NAME,
  );
  return properties;
}

/** Installs `PropertiesService`. */
export function install(target: Record<string, unknown>): void {
  target.PropertiesService = strict(
    {
      getScriptProperties: () => store('script'),
      getUserProperties: () => store('user'),
      getDocumentProperties: () => store('document'),
    },
    'PropertiesService',
  );
}
