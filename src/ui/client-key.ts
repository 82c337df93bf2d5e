/** A new client key: 32 hexadecimal characters of randomness. */
export function newClientKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** Hands out the client keys of one form. */
export interface ClientKeys {
  /** The key for these arguments: the same one until `settled`, so that sending again after no answer gives one result. */
  keyFor(args: unknown): string;
  /** The write is done: the next one is another. */
  settled(): void;
}

/** The keys of one form; other arguments are another write and get another key. */
export function createClientKeys(): ClientKeys {
  let held: { text: string; key: string } | undefined;
  return {
    keyFor(args) {
      const text = JSON.stringify(args);
      if (held?.text !== text) held = { text, key: newClientKey() };
      return held.key;
    },
    settled() {
      held = undefined;
    },
  };
}
