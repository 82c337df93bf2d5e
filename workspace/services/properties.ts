/** PropertiesService: small texts that stay (facts/platform.md 7; the documented 9 KB a value is enforced). */
import type { Engine, ExecutionView, Json, Service, Stored } from '../engine/service';
import { ServiceError } from '../engine/service';
import { platformText } from '../engine/texts';

const KEY_BYTES = 8_066;
const VALUE_BYTES = 9_216;
const STORE_BYTES = 524_288;

/** The properties of a Workspace. */
export interface PropertiesState {
  service: Service;
  stored: Stored;
  /** A script property as it stands now. */
  scriptProperty(key: string): string | undefined;
}

/** Properties of the script, of each user and of the document. */
export function createPropertiesService(engine: Engine): PropertiesState {
  const { lang } = engine;
  const stores = new Map<string, Map<string, string>>();

  const storeOf = (scope: Json | undefined, execution: ExecutionView): Map<string, string> => {
    const name = scope === 'user' ? `user:${execution.effectiveUser}` : (scope as string);
    const store = stores.get(name) ?? new Map<string, string>();
    stores.set(name, store);
    return store;
  };

  const requireKey = (key: Json | undefined): string => {
    if (key === null || key === undefined || key === '')
      throw new ServiceError(platformText(lang, 'propertyName'));
    const text = key as string;
    if (Buffer.byteLength(text) > KEY_BYTES) throw new ServiceError(platformText(lang, 'dataStorage'));
    return text;
  };

  /** The store with new entries; nothing is written when one of them is refused. */
  const changed = (
    store: Map<string, string>,
    entries: readonly (readonly [string, string])[],
  ): Map<string, string> => {
    const next = new Map(store);
    for (const [key, value] of entries) {
      if (Buffer.byteLength(value) > VALUE_BYTES) {
        throw new ServiceError(platformText(lang, 'argumentTooLarge', 'value'));
      }
      next.set(requireKey(key), value);
    }
    const bytes = [...next].reduce(
      (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
      0,
    );
    if (bytes > STORE_BYTES) throw new ServiceError(platformText(lang, 'propertyQuota'));
    return next;
  };

  const write = (execution: ExecutionView, scope: Json | undefined, next: Map<string, string>): void => {
    const store = storeOf(scope, execution);
    store.clear();
    next.forEach((value, key) => store.set(key, value));
  };

  const service: Service = {
    methods: {
      'Properties.getProperty': {
        contact: 'props.get',
        handle: (execution, scope, key) => storeOf(scope, execution).get(requireKey(key)) ?? null,
      },
      'Properties.getProperties': {
        contact: 'props.get',
        handle: (execution, scope) =>
          [...storeOf(scope, execution)].map(([key, value]): Json => [key, value]),
      },
      'Properties.setProperty': {
        contact: 'props.set',
        handle: (execution, scope, key, value) => {
          write(execution, scope, changed(storeOf(scope, execution), [[requireKey(key), value as string]]));
        },
      },
      'Properties.setProperties': {
        contact: 'props.set',
        handle: (execution, scope, entries, deleteOthers) => {
          const base = deleteOthers === true ? new Map<string, string>() : storeOf(scope, execution);
          write(execution, scope, changed(base, entries as [string, string][]));
        },
      },
      'Properties.deleteProperty': {
        contact: 'props.set',
        handle: (execution, scope, key) => {
          storeOf(scope, execution).delete(requireKey(key));
        },
      },
      'Properties.deleteAllProperties': {
        contact: 'props.set',
        handle: (execution, scope) => {
          storeOf(scope, execution).clear();
        },
      },
    },
  };

  return {
    service,
    scriptProperty: (key) => stores.get('script')?.get(key),
    stored: {
      save: () =>
        Object.fromEntries(
          [...stores].map(([name, store]): [string, Json] => [name, Object.fromEntries(store)]),
        ),
      load(saved) {
        stores.clear();
        for (const [name, store] of Object.entries(saved as Record<string, Record<string, string>>)) {
          stores.set(name, new Map(Object.entries(store)));
        }
      },
    },
  };
}
