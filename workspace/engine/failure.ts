/** How an execution failed. */

/** Name, text and stack of what ended a script. */
export interface Failure {
  name: string;
  message: string;
  stack?: string;
}

/** An error as the client of google.script.run meets it: `Error: abc`, and the bare text for the platform's own. */
export function clientError({ name, message, stack }: Failure): Failure {
  const bare = name === 'Exception' || message.startsWith(`${name}: `);
  return {
    name,
    message: bare ? message : `${name}: ${message}`,
    ...(stack === undefined ? {} : { stack }),
  };
}
