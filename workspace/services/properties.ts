/** PropertiesService: small texts that stay (facts/platform.md 7; the documented 9 KB a value is enforced). */
import type { Engine, ExecutionView, Json, Service, Stored } from '../engine/service';
import { ServiceError } from '../engine/service';
import { createDayQuota, limitFor } from '../engine/day-quota';
import type { DayQuota } from '../engine/day-quota';
import { platformText } from '../engine/texts';

const KEY_BYTES = 8_066;
const VALUE_BYTES = 9_216;
const STORE_BYTES = 524_288;

/** Reads and writes of one account in 24 hours. */
const CALLS_PER_DAY = { consumer: 50_000, workspace: 500_000 } as const;

/** The script properties, outside any execution. */
export interface ScriptProperties {
  get(key: string): string | undefined;
  all(): Record<string, string>;
  /** Sets properties, or takes them away (null); all or none. Throws a ServiceError for what is too large. */
  edit(changes: Readonly<Record<string, string | null>>): void;
}

/** The properties of a Workspace. */
export interface PropertiesState {
  service: Service;
  stored: Stored;
  /** Reads and writes of each account's day. */
  quota: DayQuota;
  /** The script properties as the editor's project settings show and change them. */
  settings: ScriptProperties;
}

/** Properties of the script, of each user and of the document. */
export function createPropertiesService(engine: Engine): PropertiesState {
  const { lang } = engine;
  const stores = new Map<string, Map<string, string>>();
  const quota = createDayQuota(engine.clock);

  const named = (name: string): Map<string, string> => {
    const store = stores.get(name) ?? new Map<string, string>();
    stores.set(name, store);
    return store;
  };

  /** The store of a call, which counts as one read or write of the day. */
  const storeOf = (scope: Json | undefined, { effectiveUser }: ExecutionView): Map<string, string> => {
    if (quota.used(effectiveUser) >= limitFor(effectiveUser, CALLS_PER_DAY)) {
      throw new ServiceError(platformText(lang, 'tooManyForOneDay', 'properties'));
    }
    quota.use(effectiveUser, 1);
    return named(scope === 'user' ? `user:${effectiveUser}` : (scope as string));
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

  const write = (store: Map<string, string>, next: ReadonlyMap<string, string>): void => {
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
          const store = storeOf(scope, execution);
          write(store, changed(store, [[requireKey(key), value as string]]));
        },
      },
      'Properties.setProperties': {
        contact: 'props.set',
        handle: (execution, scope, entries, deleteOthers) => {
          const store = storeOf(scope, execution);
          const base = deleteOthers === true ? new Map<string, string>() : store;
          write(store, changed(base, entries as [string, string][]));
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
    quota,
    settings: {
      get: (key) => stores.get('script')?.get(key),
      all: () => Object.fromEntries(named('script')),
      edit(changes) {
        const entries = Object.entries(changes);
        const store = named('script');
        const kept = new Map([...store].filter(([key]) => changes[key] !== null));
        write(
          store,
          changed(
            kept,
            entries.filter((entry): entry is [string, string] => entry[1] !== null),
          ),
        );
      },
    },
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
