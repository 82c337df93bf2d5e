/** google.script in a test page: calls go to the test, by the rules of Google's client. */

/** Runs inside the page. `answerCall` is exposed by the test; it gets and gives JSON text. */
export function installGoogle(options: { fragment: string; webApp: boolean }): void {
  const frame = window as unknown as {
    google: unknown;
    answerCall: (door: string, call: string) => Promise<string>;
    goBack: () => void;
    dialogClosed: boolean;
  };
  interface Handlers {
    success?: ((value: unknown) => void) | undefined;
    failure?: ((error: Error) => void) | undefined;
  }
  const refuseOddValues = (value: unknown, name: string): void => {
    if (value === undefined) throw new Error(`undefined was sent: ${name}`);
    if (value === null || typeof value !== 'object') return;
    const kind = Object.prototype.toString.call(value);
    if (kind !== '[object Object]' && kind !== '[object Array]')
      throw new TypeError(`Failed due to illegal value in property: ${name}`);
    for (const [key, each] of Object.entries(value)) refuseOddValues(each, key);
  };
  const send = async (door: string, call: unknown, { success, failure }: Handlers) => {
    const reply = JSON.parse(await frame.answerCall(door, JSON.stringify(call))) as {
      value?: unknown;
      error?: { name: string; message: string };
    };
    if (!reply.error) success?.(reply.value ?? null);
    else failure?.(Object.assign(new Error(reply.error.message), { name: reply.error.name }));
  };
  const runner = (handlers: Handlers): unknown => ({
    withSuccessHandler: (success: Handlers['success']) => runner({ ...handlers, success }),
    withFailureHandler: (failure: Handlers['failure']) => runner({ ...handlers, failure }),
    ...Object.fromEntries(
      ['mypage', 'office'].map((door) => [
        door,
        (call: unknown) => {
          refuseOddValues(call, '0');
          void send(door, call, handlers);
        },
      ]),
    ),
  });
  const states: unknown[] = [null];
  let onChange: ((event: { state: unknown }) => void) | undefined;
  frame.goBack = () => {
    states.pop();
    onChange?.({ state: states[states.length - 1] });
  };
  frame.dialogClosed = false;
  frame.google = {
    script: {
      run: runner({}),
      ...(options.webApp
        ? {
            history: {
              push: (state: unknown) => states.push(state),
              replace: (state: unknown) => states.splice(-1, 1, state),
              setChangeHandler: (handler: typeof onChange) => (onChange = handler),
            },
            url: { getLocation: (use: (location: unknown) => void) => use({ hash: options.fragment }) },
          }
        : { host: { close: () => (frame.dialogClosed = true) } }),
    },
  };
}
