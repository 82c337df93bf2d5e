/**
 * Errors a façade throws by itself, and the guard around every service object:
 * what this Workspace has not built throws, it never answers plausibly.
 */

import type { Lang } from '../engine/service';
import { platformText } from '../engine/texts';
import type { TextName } from '../engine/texts';

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

let lang: Lang = 'en';

/** The language of the running user, in which platform texts are thrown from now on. */
export function setLang(next: string): void {
  lang = next === 'ja' ? 'ja' : 'en';
}

/** An error with one of the platform's texts. */
export function platformFailure(name: TextName, ...facts: readonly string[]): Error {
  return platformError(platformText(lang, name, ...facts));
}

/** Throws `NotInWorkspace: what`, for a member or an overload of a Google service that is not built. */
export function notInWorkspace(what: string): never {
  throw platformError(`NotInWorkspace: ${what}`, 'NotInWorkspace');
}

/** Throws Google's text for a required argument that is null or undefined. */
export function requireArgument(value: unknown, parameter: string): void {
  if (value === null || value === undefined) throw platformFailure('argumentNull', parameter);
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
