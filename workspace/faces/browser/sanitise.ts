/** Checks and copies the arguments of google.script.run as Google's client does (facts/platform.md 2.3). */

/** A value after the client's checks; undefined and non-finite numbers are left to JSON. */
export type Sanitised =
  string | number | bigint | boolean | null | undefined | Sanitised[] | { [key: string]: Sanitised };

/** An argument the client refuses at the call, by its documented name. */
export function invalidArgument(message: string): Error {
  const error = new Error(message);
  error.name = 'InvalidArgumentError';
  return error;
}

function isElement(value: object): boolean {
  return 'nodeType' in value && value.nodeType === 1;
}

function copy(value: unknown, key: string): Sanitised {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'undefined':
    case 'bigint':
      return value;
    case 'object':
      break;
    default:
      throw new TypeError(`Failed due to illegal value in property: ${key}`);
  }
  if (value === null) return null;
  if (isElement(value)) throw invalidArgument(`Failed due to illegal value in property: ${key}`);
  const tag = Object.prototype.toString.call(value);
  if (tag !== '[object Array]' && tag !== '[object Object]') {
    throw new TypeError(`Failed due to illegal value in property: ${key}`);
  }
  const source = value as Record<string, unknown>;
  const target: Record<string, Sanitised> | Sanitised[] = tag === '[object Array]' ? [] : {};
  // for…in on purpose: inherited enumerable properties are copied too.
  for (const name in source) {
    if (/__$/u.test(name)) continue;
    // Own property even for `__proto__`-like names, so that nothing of the copy is inherited.
    Object.defineProperty(target, name, {
      value: copy(source[name], name),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  if (Array.isArray(target)) target.length = (value as unknown[]).length;
  return target;
}

/**
 * The arguments as JSON text for the wire. Throws at the call: TypeError `Failed due to illegal value in property: K`,
 * TypeError `Failed due to circular reference.`, InvalidArgumentError for elements.
 */
export function sanitiseArguments(args: readonly unknown[]): string {
  let copied: Sanitised[];
  try {
    copied = args.map((argument, index) => copy(argument, String(index)));
  } catch (error) {
    if (error instanceof RangeError) throw new TypeError('Failed due to circular reference.');
    throw error;
  }
  return JSON.stringify(copied);
}

/** The first property of an answer whose name ends with `__`, which Google's client refuses. */
export function reservedProperty(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, child] of Object.entries(value)) {
    if (/__$/u.test(name)) return name;
    const below = reservedProperty(child);
    if (below !== undefined) return below;
  }
  return undefined;
}
