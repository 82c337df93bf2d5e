/** The two origins of one port: pages of Google's own on the one, frames with user code on the other. */

const OTHER: Readonly<Record<string, string>> = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' };

/** Where a request came in, and where frames with user code live. */
export interface Origins {
  /** The origin the browser used. */
  own: string;
  /** The other one. */
  other: string;
}

/** Reads a Host header; undefined for any host but `localhost` and `127.0.0.1`, which must be refused (DNS rebinding). */
export function originsOf(host: string | undefined): Origins | undefined {
  const match = /^(localhost|127\.0\.0\.1)(:\d{1,5})?$/u.exec(host ?? '');
  const other = OTHER[match?.[1] ?? ''];
  if (match === null || other === undefined) return undefined;
  const port = match[2] ?? '';
  return { own: `http://${match[1]}${port}`, other: `http://${other}${port}` };
}

/**
 * Whether a request may change something: from no browser (no Origin), or from a page of the origin it goes to, and
 * never by a form that navigates. A frame with user code cannot send one: its own policy keeps it from the network.
 */
export function mayChange(headers: Record<string, string | string[] | undefined>, origins: Origins): boolean {
  const { origin } = headers;
  return (origin === undefined || origin === origins.own) && headers['sec-fetch-mode'] !== 'navigate';
}
