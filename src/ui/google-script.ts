/** The part of `google.script` our pages use; any of it may be missing (sidebar, another frame, a test). */
export interface GoogleScript {
  run?: Runner;
  history?: {
    push(state: unknown, params: null, hash: null): void;
    replace(state: unknown, params: null, hash: null): void;
    setChangeHandler(handler: (event: { state: unknown }) => void): void;
  };
  url?: { getLocation(handler: (location: { hash: string }) => void): void };
  host?: { close(): void };
}

/** `google.script.run`: each `with…` answers a new runner, each door is a method of it. */
export interface Runner {
  withSuccessHandler(handler: (value: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
  mypage?(call: unknown): void;
  office?(call: unknown): void;
}

/** `google.script` of this frame, or an empty object where Google gave none. */
export function googleScript(): GoogleScript {
  const frame = globalThis as { google?: { script?: GoogleScript } };
  return frame.google?.script ?? {};
}
