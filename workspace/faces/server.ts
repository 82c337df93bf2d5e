/** The HTTP server of the faces: loopback only, one port, two origins. */
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from '../engine/service';
import type { Answer } from './exchange';
import { readBody, textAnswer, write } from './exchange';
import { createFacts } from './facts';
import { mayChange, originsOf } from './origins';
import type { FacesParts } from './parts';
import { createRoutes } from './routes';
import type { Routes } from './routes';

/** The faces of a Workspace. */
export interface Faces {
  /** Listens on 127.0.0.1; port 0 takes a free one. Gives the address: `http://localhost:8787/`. */
  listen(port: number): Promise<string>;
  close(): Promise<void>;
}

const READS = new Set(['GET', 'HEAD']);

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    // What cannot be decoded is nobody's path.
    return undefined;
  }
}

async function answerTo(request: IncomingMessage, routes: Routes): Promise<Answer> {
  const origins = originsOf(request.headers.host);
  if (origins === undefined) return textAnswer('This server answers to localhost and 127.0.0.1 only.', 421);
  const method = request.method ?? 'GET';
  if (!READS.has(method) && !mayChange(request.headers, origins)) {
    return textAnswer('Only pages of this address may send this.', 403);
  }
  const text = READS.has(method) ? '' : await readBody(request);
  let body: Json = null;
  try {
    body = text === '' ? null : (JSON.parse(text) as Json);
  } catch {
    return textAnswer('The body must be JSON.', 400);
  }
  const url = new URL(request.url ?? '/', origins.own);
  const path = decoded(url.pathname);
  if (path === undefined) return textAnswer('The path is not properly percent-encoded.', 400);
  const answer = await routes({ method, url, path, body, origins });
  return answer ?? textAnswer(`There is nothing at ${url.pathname}.`, 404);
}

/** Makes the server; nothing listens yet. */
export function createFaces(parts: FacesParts): Faces {
  const routes = createRoutes(parts, createFacts(parts));
  const server = createServer((request, response) => {
    answerTo(request, routes)
      .catch((error: unknown) => {
        console.error(error);
        return textAnswer(error instanceof Error ? error.message : String(error), 500);
      })
      .then((answer) => write(response, answer, request.method === 'HEAD'))
      .catch((error: unknown) => {
        console.error(error);
        response.destroy();
      });
  });
  // A client that thought for a while must not find its connection closed under a call: only close() ends them.
  server.keepAliveTimeout = 0;
  return {
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          server.off('error', reject);
          resolve(`http://localhost:${(server.address() as AddressInfo).port}/`);
        });
      }),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}
