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

/** Who runs in the web app: nobody is known to it but the deployer herself (facts/platform.md §3). */
function webUsers(
  workspace: Workspace,
  user: string | undefined,
): { activeUser: string; effectiveUser: string } {
  const { owner } = workspace.engine.accounts;
  const visitor = user ?? '';
  if (workspace.project.manifest.webapp?.executeAs === 'USER_ACCESSING') {
    return { activeUser: visitor, effectiveUser: visitor };
  }
  return { activeUser: visitor === owner ? owner : '', effectiveUser: owner };
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
  return result.html === undefined ? { error: result.error?.message ?? UNAVAILABLE } : { html: result.html };
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
