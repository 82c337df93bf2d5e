/** CacheService: values that live for a while, or less long (facts/platform.md 7). */
import type { Engine, ExecutionView, Json, Service, Stored } from '../engine/service';
import { ServiceError } from '../engine/service';
import { platformText } from '../engine/texts';

const KEY_LENGTH = 250;
const VALUE_BYTES = 102_400;
const LIFE_SECONDS = { least: 1, usual: 600, most: 21_600 } as const;
/** A cache over its cap loses about a hundred of its oldest items at once. */
const ITEMS = { most: 1_000, evicted: 100 } as const;

interface Item {
  value: string;
  /** Workspace time at which it is gone. */
  until: number;
}

/** The caches of a Workspace. */
export interface CacheState {
  service: Service;
  stored: Stored;
  /** Everything vanishes, as it may at any time. */
  empty(): void;
}

/** Caches of the script, of each user and of the document. */
export function createCacheService(engine: Engine): CacheState {
  const { clock, lang } = engine;
  const caches = new Map<string, Map<string, Item>>();

  const cacheOf = (scope: Json | undefined, execution: ExecutionView): Map<string, Item> => {
    const name = scope === 'user' ? `user:${execution.effectiveUser}` : (scope as string);
    const cache = caches.get(name) ?? new Map<string, Item>();
    caches.set(name, cache);
    return cache;
  };

  const requireKey = (key: Json | undefined): string => {
    if (key === null || key === undefined || key === '') {
      throw new ServiceError(platformText(lang, 'invalidArgument', 'key'));
    }
    const text = key as string;
    if (text.length > KEY_LENGTH) throw new ServiceError(platformText(lang, 'argumentTooLarge', 'key'));
    return text;
  };

  const read = (cache: Map<string, Item>, key: string): string | null => {
    const item = cache.get(key);
    if (item === undefined) return null;
    if (item.until > clock.now()) return item.value;
    cache.delete(key);
    return null;
  };

  const put = (
    cache: Map<string, Item>,
    key: Json | undefined,
    value: Json | undefined,
    seconds: Json | undefined,
  ): void => {
    const name = requireKey(key);
    const text = value as string;
    if (Buffer.byteLength(text) > VALUE_BYTES) {
      throw new ServiceError(platformText(lang, 'argumentTooLarge', 'value'));
    }
    const wished = typeof seconds === 'number' ? Math.trunc(seconds) : LIFE_SECONDS.usual;
    const life = Math.min(Math.max(wished, LIFE_SECONDS.least), LIFE_SECONDS.most);
    cache.delete(name);
    cache.set(name, { value: text, until: clock.now() + life * 1_000 });
    if (cache.size > ITEMS.most)
      [...cache.keys()].slice(0, ITEMS.evicted).forEach((oldest) => cache.delete(oldest));
  };

  const service: Service = {
    methods: {
      'Cache.get': {
        contact: 'cache.get',
        handle: (execution, scope, key) => read(cacheOf(scope, execution), requireKey(key)),
      },
      'Cache.getAll': {
        contact: 'cache.get',
        handle: (execution, scope, keys) => {
          const cache = cacheOf(scope, execution);
          const found = (keys as Json[])
            .map((key): [string, string | null] => [requireKey(key), read(cache, requireKey(key))])
            .filter((pair): pair is [string, string] => pair[1] !== null);
          return Object.fromEntries(found);
        },
      },
      'Cache.put': {
        contact: 'cache.put',
        handle: (execution, scope, key, value, seconds) => {
          put(cacheOf(scope, execution), key, value, seconds);
        },
      },
      'Cache.putAll': {
        contact: 'cache.put',
        handle: (execution, scope, values, seconds) => {
          const cache = cacheOf(scope, execution);
          for (const [key, value] of values as [string, string][]) put(cache, key, value, seconds);
        },
      },
      'Cache.remove': {
        contact: 'cache.remove',
        handle: (execution, scope, key) => {
          cacheOf(scope, execution).delete(requireKey(key));
        },
      },
      'Cache.removeAll': {
        contact: 'cache.remove',
        handle: (execution, scope, keys) => {
          const cache = cacheOf(scope, execution);
          (keys as Json[]).forEach((key) => cache.delete(requireKey(key)));
        },
      },
    },
  };

  return {
    service,
    stored: {
      save: () =>
        Object.fromEntries(
          [...caches].map(([name, cache]): [string, Json] => [
            name,
            [...cache].map(([key, { value, until }]): Json => [key, value, until]),
          ]),
        ),
      load(saved) {
        caches.clear();
        for (const [name, items] of Object.entries(saved as Record<string, [string, string, number][]>)) {
          caches.set(name, new Map(items.map(([key, value, until]) => [key, { value, until }])));
        }
      },
    },
    empty: () => caches.clear(),
  };
}
