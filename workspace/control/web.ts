/** The web app and google.script.run as the server side of Google answers them. */
import type { ExecutionRequest, ExecutionResult, HtmlDescriptor, Workspace } from '../engine/workspace';
import type { Json } from '../engine/service';

/** From which page a function is called; the editor runs functions too. */
export type Page = 'exec' | 'sidebar' | 'editor';

/** A raw call: arguments by the wire rules. */
export interface FunctionCall {
  page: Page;
  /** undefined: an anonymous visitor (exec), else the owner. */
  user?: string | undefined;
  function: string;
  args: Json[];
}

/** Its answer as the client meets it. */
export type CallAnswer =
  | { ok: true; value: Json; execution?: number }
  | { ok: false; error: { name: string; message: string; stack?: string }; execution?: number };

/** What `/exec` serves: a page, or the text of Google's error page. */
export type ExecAnswer = { html: HtmlDescriptor } | { error: string };

const UNAVAILABLE = 'Sorry, unable to open the file at this time. Please check the address and try again.';
const NETWORK_ERROR = { name: 'NetworkError', message: 'NetworkError: Connection failure due to HTTP 0' };

type Run = (request: ExecutionRequest) => Promise<ExecutionResult>;

/** `owner@example.jp` → `example.jp`. */
function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** Whether Google names this visitor to the script: the deployer, and by the fault `visitorKnown` her colleagues. */
function isKnown(workspace: Workspace, visitor: string, owner: string): boolean {
  if (visitor === owner) return true;
  return workspace.faults.standing('visitorKnown') && domainOf(visitor) === domainOf(owner);
}

/** Who runs in the web app (facts/platform.md §3). */
function webUsers(
  workspace: Workspace,
  user: string | undefined,
): { activeUser: string; effectiveUser: string } {
  const { owner } = workspace.engine.accounts;
  const visitor = user ?? '';
  if (workspace.project.manifest.webapp?.executeAs === 'USER_ACCESSING') {
    return { activeUser: visitor, effectiveUser: visitor };
  }
  return { activeUser: isKnown(workspace, visitor, owner) ? visitor : '', effectiveUser: owner };
}

/** The text of Google's error page: where in the script it was thrown, if there. */
function pageError({ name, message, stack }: NonNullable<ExecutionResult['error']>): string {
  const frame = /([^\s()]+?):(\d+):\d+\)?$/mu.exec(stack ?? '');
  if (frame === null) return message;
  const text = name === 'Exception' ? `Exception: ${message}` : message;
  return `${text} (line ${frame[2]}, file "${frame[1]}")`;
}

/** Runs doGet for a query string (without `?`) as an anonymous visitor or a user. */
export async function serveExec(
  workspace: Workspace,
  run: Run,
  query: string,
  user?: string,
): Promise<ExecAnswer> {
  const { webapp } = workspace.project.manifest;
  if (webapp === undefined) return { error: UNAVAILABLE };
  if (webapp.access !== 'ANYONE_ANONYMOUS' && (user ?? '') === '') return { error: 'Sign in to continue.' };
  const result = await run({
    kind: 'webapp',
    functionName: 'doGet',
    ...webUsers(workspace, user),
    event: { type: 'doGet', query },
  });
  if (result.lost === true) return { error: UNAVAILABLE };
  if (result.error !== undefined) return { error: pageError(result.error) };
  return result.html === undefined ? { error: UNAVAILABLE } : { html: result.html };
}

function users(
  workspace: Workspace,
  { page, user }: FunctionCall,
): { activeUser: string; effectiveUser: string } {
  if (page === 'exec') return webUsers(workspace, user);
  const person = user ?? workspace.engine.accounts.owner;
  return { activeUser: person, effectiveUser: person };
}

/** Runs one function for a page. A function the static parse did not find, or a private one, does not exist. */
export async function callFunction(workspace: Workspace, run: Run, call: FunctionCall): Promise<CallAnswer> {
  if (!workspace.project.functionNames.includes(call.function)) {
    return {
      ok: false,
      error: { name: 'Exception', message: `Script function not found: ${call.function}` },
    };
  }
  const result = await run({
    kind: call.page === 'exec' ? 'webapp' : call.page,
    functionName: call.function,
    ...users(workspace, call),
    args: call.args,
  });
  const execution = result.record.id;
  if (result.lost === true) return { ok: false, error: NETWORK_ERROR, execution };
  if (result.error !== undefined) return { ok: false, error: result.error, execution };
  return { ok: true, value: result.value ?? null, execution };
}
