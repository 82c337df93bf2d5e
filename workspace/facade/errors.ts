/**
 * Errors a façade throws by itself, and the guard around every service object:
 * what this Workspace has not built throws, it never answers plausibly.
 */

const serviceNames = new WeakMap<object, string>();

/** Property names that runtimes probe on any object; they may be absent without being a gap of the Workspace. */
const PROBED = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'asymmetricMatch',
  'nodeType',
  '$$typeof',
]);

/** An error with the name and text of the platform. */
export function platformError(message: string, name = 'Exception'): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

/** Throws `NotInWorkspace: what`, for a member or an overload of a Google service that is not built. */
export function notInWorkspace(what: string): never {
  throw platformError(`NotInWorkspace: ${what}`, 'NotInWorkspace');
}

/** Throws Google's text for a required argument that is null or undefined. */
export function requireArgument(value: unknown, parameter: string): void {
  if (value === null || value === undefined) throw platformError(`Argument cannot be null: ${parameter}`);
}

/**
 * Wraps a service object so that an unknown member throws `NotInWorkspace: name.member` and members cannot be
 * replaced. `name` is the full one (`SpreadsheetApp.Range`); `toString()` gives its last part, as Google's objects do.
 */
export function strict<T extends object>(object: T, name: string): T {
  const shortName = name.slice(name.lastIndexOf('.') + 1);
  const guarded = new Proxy(object, {
    get(target, property) {
      if (property === 'toString' && !Object.prototype.hasOwnProperty.call(target, 'toString')) {
        return () => shortName;
      }
      if (typeof property === 'symbol' || property in target || PROBED.has(property)) {
        return Reflect.get(target, property, target);
      }
      return notInWorkspace(`${name}.${property}`);
    },
    set(_target, property) {
      return notInWorkspace(`${name}.${String(property)} = …`);
    },
  });
  serviceNames.set(guarded, name);
  return guarded;
}

/** The full name of a Google service object (`SpreadsheetApp.Range`), or undefined for a value of the script's own. */
export function serviceName(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null ? serviceNames.get(value) : undefined;
}

/** A global that exists on Google and is not built here: any use of it throws `NotInWorkspace: name.member`. */
export function absentService(name: string): object {
  return strict({}, name);
}
