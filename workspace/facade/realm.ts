/** Makes the global object of a fresh context that of Apps Script (facts/platform.md 1.1). */

/** Globals the runtime of Apps Script does not have. */
const ABSENT = (
  'setTimeout setInterval clearTimeout clearInterval setImmediate clearImmediate queueMicrotask structuredClone fetch ' +
  'Headers Request Response FormData File Blob URL URLSearchParams DOMException atob btoa TextEncoder TextDecoder ' +
  'TextEncoderStream TextDecoderStream ReadableStream WritableStream TransformStream CompressionStream ' +
  'DecompressionStream AbortController AbortSignal Event EventTarget crypto Crypto CryptoKey SubtleCrypto performance ' +
  'navigator window self document process Buffer require module exports global SharedArrayBuffer Atomics'
).split(' ');

const WEBASSEMBLY = ['compile', 'instantiate', 'validate', 'Module', 'Instance', 'Memory', 'Table', 'Global'];

/**
 * Built-ins newer than ES2020. Which of them Google's V8 has nobody has published: a script that needs one must bring
 * it along. (`Object.hasOwn` is left: it is needed by the libraries of the script and as old as Chromium 93.)
 */
const UNCONFIRMED: Record<string, string> = {
  '': 'AggregateError FinalizationRegistry Iterator WeakRef',
  Array: 'fromAsync',
  'Array.prototype': 'at findLast findLastIndex toReversed toSorted toSpliced with',
  'ArrayBuffer.prototype': 'detached maxByteLength resizable resize transfer transferToFixedLength',
  Map: 'groupBy',
  Object: 'groupBy',
  Promise: 'any try withResolvers',
  'RegExp.prototype': 'hasIndices unicodeSets',
  'Set.prototype': 'difference intersection isDisjointFrom isSubsetOf isSupersetOf symmetricDifference union',
  'String.prototype': 'at isWellFormed replaceAll toWellFormed',
  'Int8Array.prototype.__proto__': 'at findLast findLastIndex toReversed toSorted with',
};

function trimBuiltIns(realm: Record<string, unknown>): void {
  for (const [place, names] of Object.entries(UNCONFIRMED)) {
    const path = place === '' ? [] : place.split('.');
    const owner = path.reduce<unknown>((object, key) => (object as Record<string, unknown>)[key], realm);
    names.split(' ').forEach((name) => Reflect.deleteProperty(owner as object, name));
  }
}

/** Takes away what Apps Script lacks. */
export function trimRealm(realm: Record<string, unknown>): void {
  ABSENT.forEach((name) => Reflect.deleteProperty(realm, name));
  trimBuiltIns(realm);
  const assembly = realm.WebAssembly as Record<string, unknown>;
  Object.getOwnPropertyNames(assembly)
    .filter((name) => !WEBASSEMBLY.includes(name))
    .forEach((name) => Reflect.deleteProperty(assembly, name));
}

/** Replaces Math.random by a generator with this seed (mulberry32), so that executions can be replayed. */
export function seedRandom(seed: number): void {
  let state = seed >>> 0;
  Math.random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
