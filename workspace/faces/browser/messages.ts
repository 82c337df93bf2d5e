/** Messages between a page of the faces (host) and the panel in its sandboxed frame. */
import type { RunAnswer } from './script-run';

/** Which surface a panel is shown on; history and url exist on `exec` only, host only beside the spreadsheet. */
export type Surface = 'exec' | 'sidebar' | 'dialog';

/** What a panel needs to show user HTML. */
export interface PanelInit {
  type: 'init';
  surface: Surface;
  title: string;
  userHtml: string;
  functionNames: string[];
  /** Origin of the page around the panel, as google.script.host.origin tells it. */
  hostOrigin: string;
  warnings: string[];
}

/** The address of a web app as google.script.url and history tell it. */
export interface WebAppLocation {
  hash: string;
  parameter: Record<string, string>;
  parameters: Record<string, string[]>;
}

/** Host → panel. */
export type ToPanel =
  | PanelInit
  | { type: 'answer'; id: number; answer: RunAnswer }
  | { type: 'noAnswer'; id: number }
  | { type: 'location'; id: number; location: WebAppLocation }
  | { type: 'historyChange'; state: unknown; location: WebAppLocation };

/** Panel → host. */
export type ToHost =
  | { type: 'ready' }
  | { type: 'run'; id: number; functionName: string; args: string }
  | { type: 'getLocation'; id: number }
  | {
      type: 'history';
      action: 'push' | 'replace';
      state: unknown;
      params: Record<string, string | string[]> | null;
      hash: string | null;
    }
  | { type: 'close' }
  | { type: 'size'; width?: number; height?: number }
  | { type: 'focusEditor' };
