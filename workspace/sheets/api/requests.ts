/** spreadsheets.batchUpdate: all requests on one workbook value, or none. */
import type { Json } from '../../engine/service';
import { NotInWorkspace, ServiceError } from '../../engine/service';
import type { Workbook } from '../workbook';
import type { JsonObject } from './cell-data';
import { CELL_REQUESTS } from './cell-requests';
import { apiError } from './errors';
import { LINE_REQUESTS } from './line-requests';
import { PROTECTION_REQUESTS } from './protection-requests';
import { SHEET_REQUESTS } from './sheet-requests';

/** Who asks, and what requests draw from. */
export interface RequestContext {
  readonly user: string;
  drawId(): number;
  /** Adds to the cells written. */
  countWritten(cells: number): void;
}

/** One kind of request: the workbook after it, and its reply (`{}` for most). */
export type RequestHandler = (
  workbook: Workbook,
  request: JsonObject,
  context: RequestContext,
) => { workbook: Workbook; reply?: Json };

const HANDLERS: Readonly<Record<string, RequestHandler>> = {
  ...CELL_REQUESTS,
  ...SHEET_REQUESTS,
  ...LINE_REQUESTS,
  ...PROTECTION_REQUESTS,
};

/** The workbook after all requests and their replies. Throws the API's text with the place of the first bad request. */
export function applyRequests(
  workbook: Workbook,
  requests: readonly Json[],
  context: RequestContext,
): { workbook: Workbook; replies: Json[] } {
  if (requests.length === 0) throw apiError('Must specify at least one request.');
  const replies: Json[] = [];
  let current = workbook;
  requests.forEach((json, place) => {
    const entries =
      typeof json === 'object' && json !== null && !Array.isArray(json) ? Object.entries(json) : [];
    const set = entries.filter(([, body]) => body !== null);
    const [first, second] = set;
    if (first === undefined) throw apiError(`Invalid requests[${place}]: No request set.`);
    if (second !== undefined) {
      throw apiError(
        `Invalid value at 'requests[${place}]' (oneof), oneof field 'kind' is already set. Cannot set '${second[0]}'`,
      );
    }
    const [kind, body] = first;
    const handler = HANDLERS[kind];
    if (handler === undefined) throw new NotInWorkspace(`Sheets.Spreadsheets.batchUpdate ${kind}`);
    try {
      const done = handler(current, body as JsonObject, context);
      current = done.workbook;
      replies.push(done.reply ?? {});
    } catch (error) {
      if (!(error instanceof ServiceError) || ['NotInWorkspace', 'AmbiguousInput'].includes(error.errorName))
        throw error;
      throw apiError(`Invalid requests[${place}].${kind}: ${error.message}`);
    }
  });
  return { workbook: current, replies };
}
