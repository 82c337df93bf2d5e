/** What the faces are put on: the Workspace, the spreadsheet, and the control API. */
import type { ControlRequest, ControlResponse } from '../control/request';
import type { Workspace } from '../engine/workspace';
import type { Workbook } from '../sheets/workbook';

/** The parts of the Workspace the faces show. */
export interface FacesParts {
  workspace: Workspace;
  /** Holds the spreadsheet; what it holds is replaced by every change. */
  holder: { readonly workbook: Workbook };
  /** Answers everything below `/api/`. */
  handleControl(request: ControlRequest): Promise<ControlResponse>;
  /** Folder of the bundled client scripts. */
  clientFolder: string;
  /** Delays answers of google.script.run by a random time between these, ms, so that they come out of order; default: none. */
  latency?: { least: number; most: number };
}
