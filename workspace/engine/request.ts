/** What the engine is asked to run, and what it tells about it afterwards. */
import type { ExecutionKind, Json, Outcome } from './service';

/** What to run, as whom. */
export interface ExecutionRequest {
  kind: ExecutionKind;
  functionName: string;
  /** E-mail of the person at the keyboard; `''` for an anonymous visitor. */
  activeUser: string;
  effectiveUser: string;
  /** google.script.run wire arguments. */
  args?: Json[];
  /** Descriptor of the event object: `{type: 'formSubmit', …}`. */
  event?: Json;
}

/** What an execution did, as GET /api/executions shows it. */
export interface ExecutionRecord {
  id: number;
  kind: ExecutionKind;
  function: string;
  /** The active user. */
  user: string;
  /** Workspace time of the start, ms. */
  startedAt: number;
  /** Workspace time it took. */
  ms: number;
  outcome: Outcome;
  error?: { name: string; message: string };
  /** Service calls by name. */
  calls: Record<string, number>;
  /** Service calls in their order, the first 2,000. */
  sequence: string[];
  /** Calls that leave the isolate. */
  contacts: number;
  /** Contacts by class, for the latency model of the bench. */
  contactClasses: Record<string, number>;
  cellsRead: number;
  cellsWritten: number;
  /** Calls that had to wait (locks, sleep). */
  waits: number;
  /** What it wrote to console and Logger, bounded. */
  log: string[];
}

/** HTML a script served or showed. */
export interface HtmlDescriptor {
  content: string;
  title: string;
  metas: { name: string; content: string }[];
  faviconUrl?: string;
  xFrame: 'DEFAULT' | 'ALLOWALL';
  width?: number;
  height?: number;
}

/** How an execution ended. */
export interface ExecutionResult {
  record: ExecutionRecord;
  /** The returned value by the wire rules of google.script.run. */
  value?: Json;
  /** What doGet returned. */
  html?: HtmlDescriptor;
  /** The error as a client of google.script.run meets it (`message`: `Error: abc`). */
  error?: { name: string; message: string; stack?: string };
  /** The answer never reaches the browser (fault `lostAnswer`): the client sees a NetworkError. */
  lost?: true;
}
