/**
 * The envelope of every answer that crosses google.script.run.
 * A thrown error means a bug or the platform; everything expected is an answer.
 */

/** What a door answers: the value asked for, or a code the page turns into a sentence. */
export type Answer<Value, Code extends string> =
  | { ok: true; value: Value }
  | {
      ok: false;
      code: Code;
      /** Field name → code of what is wrong with it. */
      fields?: Record<string, string>;
      /** ISO date-time with offset: when the person may try again. */
      until?: string;
    };

/** What a page sends to its door: JSON only. */
export interface Call {
  method: string;
  /** Signed token of My Page; absent before login and in the sidebar. */
  token?: string;
  /** Client key of a write, made by the page: the same key gives one result. */
  key?: string;
  args: unknown;
}
