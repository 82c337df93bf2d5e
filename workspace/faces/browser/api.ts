/** The faces' own requests to the control API and to `/_/`. */

/** An answer with a status of 400 or more; `message` is the server's sentence. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'Refused';
  }
}

function sentenceOf(text: string): string {
  try {
    const body = JSON.parse(text) as { error?: string | { message?: string }; message?: string };
    const error = typeof body.error === 'string' ? body.error : body.error?.message;
    return error ?? body.message ?? text;
  } catch {
    // The server answered in plain text: that is the sentence.
    return text;
  }
}

async function request<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, { cache: 'no-store', ...init });
  const text = await response.text();
  if (!response.ok) throw new Refused(response.status, sentenceOf(text));
  return (text === '' ? null : JSON.parse(text)) as T;
}

/** GET, parsed. */
export function get<T>(path: string): Promise<T> {
  return request<T>(path);
}

/** POST of a JSON body, parsed. */
export function post<T>(path: string, body: unknown = {}): Promise<T> {
  return request<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Calls `changed` once now and again whenever the Workspace's version has moved on; asks every `every` ms. */
export function watchVersion(changed: () => Promise<void>, every = 700): void {
  let seen: string | undefined;
  const look = async (): Promise<void> => {
    try {
      const { version } = await get<{ version: string }>('/_/version');
      if (version !== seen) {
        seen = version;
        await changed();
      }
      document.body.classList.remove('offline');
    } catch (error) {
      document.body.classList.add('offline');
      console.warn(error);
    }
    window.setTimeout(() => void look(), every);
  };
  void look();
}
