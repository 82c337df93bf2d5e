/** `/_/run`: google.script.run of a page, from the panel's host to the Workspace and back. */
import { callFunction } from '../control/web';
import type { Json } from '../engine/service';
import type { FacesParts } from './parts';

interface RunBody {
  page: 'exec' | 'sidebar';
  user: string | undefined;
  function: string;
  args: Json[];
}

function readRun(body: Json): RunBody | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { page, user, function: name, args } = body;
  if ((page !== 'exec' && page !== 'sidebar') || typeof name !== 'string' || typeof args !== 'string')
    return undefined;
  const parsed = JSON.parse(args) as Json;
  if (!Array.isArray(parsed)) return undefined;
  return { page, user: typeof user === 'string' ? user : undefined, function: name, args: parsed };
}

/** Runs one call; undefined when the body is none. The answer's value is JSON text. */
export async function runCall({ world, latency }: FacesParts, body: Json): Promise<Json | undefined> {
  const call = readRun(body);
  if (call === undefined) return undefined;
  // Beside the spreadsheet there is always a person who may open it.
  if (call.page === 'sidebar' && !world.mayEdit(call.user ?? '')) return undefined;
  // Triggers that had nothing to do may have now.
  world.driver.disturb();
  const answer = await callFunction(world.workspace, world.run, {
    ...call,
    user: call.page === 'exec' ? undefined : call.user,
  });
  if (latency !== undefined) {
    const delay = latency.least + world.workspace.random.next() * (latency.most - latency.least);
    await new Promise((resolve) => setTimeout(resolve, delay));
  }
  return answer.ok
    ? { ok: true, value: JSON.stringify(answer.value) }
    : { ok: false, error: { ...answer.error } };
}
