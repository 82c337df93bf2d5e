/** The control API as tests, the sample and people's scripts call it. */

/** What GET /api/sample tells: who is who. */
export interface SampleInfo {
  owner: string;
  staff: string[];
  /** Named awkward people; `mail` is the address on file or `''`, `mailToType` the one to answer the form with. */
  cases: Record<
    string,
    { number: string; name: string; birthDate: string; mail: string; mailToType: string }
  >;
}

/** A thin client: paths from `/api/` on; throws a ControlError for an answer of 400 and above. */
export interface ControlClient {
  /** Where the Workspace listens, with a slash at the end. */
  readonly url: string;
  get<T = unknown>(path: string): Promise<T>;
  post<T = unknown>(path: string, body: unknown): Promise<T>;
  delete<T = unknown>(path: string): Promise<T>;
}

/** A refusal of the control API. */
export class ControlError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'ControlError';
  }
}

/** What answers a call: HTTP, or the control API of the same process. */
export type Exchange = (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body: unknown,
) => Promise<{ status: number; json: unknown }>;

/** A client on any exchange; `url` is where the Workspace listens. */
export function createClient(url: () => string, exchange: Exchange): ControlClient {
  const ask = async <T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> => {
    const { status, json } = await exchange(method, path, body);
    if (status >= 400) {
      const { error } = (json ?? {}) as { error?: string };
      throw new ControlError(status, error ?? `${method} ${path} answered ${status}.`);
    }
    return json as T;
  };
  return {
    get url() {
      return url();
    },
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    delete: (path) => ask('DELETE', path),
  };
}

/** A client on a Workspace that listens at `url`. */
export function connect(url: string): ControlClient {
  const base = url.replace(/\/+$/u, '');
  return createClient(
    () => `${base}/`,
    async (method, path, body) => {
      const response = await fetch(`${base}${path}`, {
        method,
        ...(body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
      return {
        status: response.status,
        json: isJson ? (JSON.parse(text) as unknown) : { error: text.trim() },
      };
    },
  );
}
