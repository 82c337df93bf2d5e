/** HTTP as the faces speak it: reading bodies, writing answers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Json } from '../engine/service';

/** An answer of the server. */
export interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

/** Largest body that is read, bytes. */
const MAX_BODY = 50 * 1024 * 1024;

/** Reads the body of a request; throws a RangeError when it is too large. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > MAX_BODY) throw new RangeError(`A body may have at most ${MAX_BODY} bytes.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Writes an answer; nothing of the faces is ever cached or sniffed. */
export function write(
  response: ServerResponse,
  { status, type, body, headers }: Answer,
  headOnly = false,
): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    'content-type': type,
    'content-length': bytes.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...headers,
  });
  response.end(headOnly ? undefined : bytes);
}

/** An HTML page. */
export function htmlAnswer(html: string, headers: Record<string, string> = {}, status = 200): Answer {
  return { status, type: 'text/html; charset=utf-8', body: html, headers };
}

/** A JSON answer. */
export function jsonAnswer(json: Json, status = 200): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(json) };
}

/** A sentence. */
export function textAnswer(text: string, status: number): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: `${text}\n` };
}
