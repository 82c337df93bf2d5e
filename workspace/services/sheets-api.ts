/** The advanced Sheets service: what it reads and writes is always the published spreadsheet. */
import type { Engine, ExecutionView, Json, Service, Stored } from '../engine/service';
import { NotInWorkspace, ServiceError } from '../engine/service';
import { apiError } from '../sheets/api/errors';
import { a1Range } from '../sheets/api/grid-range';
import type { Mask } from '../sheets/api/mask';
import { applyMask, parseMask, under } from '../sheets/api/mask';
import { applyRequests } from '../sheets/api/requests';
import { spreadsheetJson } from '../sheets/api/response';
import { valueOptions, valueRange } from '../sheets/api/values';
import type { WorkbookHolder } from '../sheets/holder';
import { writeValues } from '../sheets/api/write-values';

const SCOPES = ['https://www.googleapis.com/auth/spreadsheets'] as const;
const PER_MINUTE = 60;
const MINUTE = 60_000;

type Params = { readonly [key: string]: Json };

function paramsOf(json: Json | undefined): Params {
  return json === null || json === undefined ? {} : (json as Params);
}

function texts(json: Json | undefined): string[] {
  if (json === null || json === undefined) return [];
  return Array.isArray(json) ? json.map(String) : [String(json)];
}

/** Requests per minute and user, counted by the workspace clock in a window that slides; a beginning begins it anew. */
function createQuota(
  engine: Pick<Engine, 'clock'>,
): Stored & { take(kind: 'Read' | 'Write', user: string): void } {
  const taken = new Map<string, number[]>();
  return {
    take(kind, user) {
      const key = `${kind} ${user}`;
      const now = engine.clock.now();
      const recent = (taken.get(key) ?? []).filter((at) => at > now - MINUTE);
      taken.set(key, recent);
      if (recent.length >= PER_MINUTE) {
        throw apiError(
          `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:1078926354810'.`,
        );
      }
      recent.push(now);
    },
    save: () => null,
    load: () => taken.clear(),
    keep() {
      const kept = [...taken].map(([key, times]) => [key, [...times]] as const);
      return () => {
        taken.clear();
        for (const [key, times] of kept) taken.set(key, [...times]);
      };
    },
  };
}

/** The advanced Sheets service on a spreadsheet, and the state of its quotas. */
export function createSheetsApiService(
  engine: Pick<Engine, 'clock'>,
  holder: WorkbookHolder,
): { service: Service; quota: Stored } {
  const quota = createQuota(engine);

  /** Serves one call: quota, rights, and the prefix of the advanced service on what goes wrong. */
  const serve = (
    execution: ExecutionView,
    kind: 'Read' | 'Write',
    name: string,
    spreadsheetId: Json | undefined,
    work: () => Json,
  ): Json => {
    try {
      quota.take(kind, execution.effectiveUser);
      const { id, owner, editors } = holder.workbook;
      if (spreadsheetId !== id) throw apiError('Requested entity was not found.');
      if (execution.effectiveUser !== owner && !editors.includes(execution.effectiveUser)) {
        throw apiError('The caller does not have permission');
      }
      return work();
    } catch (error) {
      if (!(error instanceof ServiceError) || ['NotInWorkspace', 'AmbiguousInput'].includes(error.errorName))
        throw error;
      throw apiError(`API call to sheets.${name} failed with error: ${error.message}`);
    }
  };

  const maskOf = (params: Params): Mask => {
    const fields = params['fields'];
    return typeof fields === 'string' ? parseMask(fields) : true;
  };

  const readRange = (execution: ExecutionView, range: string, params: Params): Json => {
    const { tab, rect } = a1Range(holder.workbook, range);
    const read = valueRange(tab, rect, valueOptions(params));
    execution.countCells(read.cells, 0);
    return read.json;
  };

  const service: Service = {
    methods: {
      'Sheets.Spreadsheets.get': {
        contact: 'api.read',
        scopes: SCOPES,
        handle: (execution, id, optional) =>
          serve(execution, 'Read', 'spreadsheets.get', id, () => {
            const params = paramsOf(optional);
            const { json, cells } = spreadsheetJson(holder.workbook, {
              ranges: texts(params['ranges']),
              gridData: params['includeGridData'] === true,
              mask: maskOf(params),
              user: execution.effectiveUser,
            });
            execution.countCells(cells, 0);
            return json;
          }),
      },
      'Sheets.Spreadsheets.batchUpdate': {
        contact: 'api.write',
        scopes: SCOPES,
        handle: (execution, resource, id, optional) =>
          serve(execution, 'Write', 'spreadsheets.batchUpdate', id, () => {
            const body = paramsOf(resource);
            const params = paramsOf(optional);
            let written = 0;
            const done = applyRequests(holder.workbook, (body['requests'] ?? []) as Json[], {
              user: execution.effectiveUser,
              drawId: () => holder.drawId(),
              countWritten: (cells) => {
                written += cells;
              },
            });
            const mask = maskOf(params);
            const answer: { [key: string]: Json } = {
              spreadsheetId: holder.workbook.id,
              replies: done.replies,
            };
            let read = 0;
            let updated: Json | undefined;
            const updatedMask = under(mask, 'updatedSpreadsheet');
            if (body['includeSpreadsheetInResponse'] === true && updatedMask !== undefined) {
              const shown = spreadsheetJson(done.workbook, {
                ranges: texts(body['responseRanges']),
                gridData: body['responseIncludeGridData'] === true,
                mask: updatedMask,
                user: execution.effectiveUser,
              });
              updated = shown.json;
              read = shown.cells;
            }
            holder.publish(done.workbook);
            execution.countCells(read, written);
            const kept = applyMask(answer, mask) as { [key: string]: Json };
            return updated === undefined ? kept : { ...kept, updatedSpreadsheet: updated };
          }),
      },
      'Sheets.Spreadsheets.Values.get': {
        contact: 'api.read',
        scopes: SCOPES,
        handle: (execution, id, range, optional) =>
          serve(execution, 'Read', 'spreadsheets.values.get', id, () =>
            applyMask(readRange(execution, String(range), paramsOf(optional)), maskOf(paramsOf(optional))),
          ),
      },
      'Sheets.Spreadsheets.Values.batchGet': {
        contact: 'api.read',
        scopes: SCOPES,
        handle: (execution, id, optional) =>
          serve(execution, 'Read', 'spreadsheets.values.batchGet', id, () => {
            const params = paramsOf(optional);
            const ranges = texts(params['ranges']);
            if (ranges.length === 0) throw apiError('Must specify at least one range.');
            const valueRanges = ranges.map((range) => readRange(execution, range, params));
            return applyMask({ spreadsheetId: holder.workbook.id, valueRanges }, maskOf(params));
          }),
      },
      'Sheets.Spreadsheets.Values.update': {
        contact: 'api.write',
        scopes: SCOPES,
        handle: (execution, resource, id, range, optional) =>
          serve(execution, 'Write', 'spreadsheets.values.update', id, () => {
            const params = paramsOf(optional);
            const done = writeValues(
              holder,
              execution,
              [{ ...paramsOf(resource), range: String(range) }],
              params,
            );
            return { spreadsheetId: holder.workbook.id, ...done[0] };
          }),
      },
      'Sheets.Spreadsheets.Values.batchUpdate': {
        contact: 'api.write',
        scopes: SCOPES,
        handle: (execution, resource, id) =>
          serve(execution, 'Write', 'spreadsheets.values.batchUpdate', id, () => {
            const body = paramsOf(resource);
            const responses = writeValues(holder, execution, (body['data'] ?? []) as Params[], body);
            return {
              spreadsheetId: holder.workbook.id,
              totalUpdatedCells: responses.reduce((sum, each) => sum + Number(each['updatedCells']), 0),
              responses: responses.map((each) => ({ spreadsheetId: holder.workbook.id, ...each })),
            };
          }),
      },
      'Sheets.Spreadsheets.Values.append': {
        contact: 'api.write',
        scopes: SCOPES,
        handle: () => {
          throw new NotInWorkspace('Sheets.Spreadsheets.Values.append');
        },
      },
    },
  };
  return { service, quota };
}
