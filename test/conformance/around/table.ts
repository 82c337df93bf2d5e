/** Rows of the conformance table that need a world around the script: a browser, other executions, people, time. */
import { openControl } from '../../workspace/control-world';
import type { Opened } from '../../workspace/control-world';
import type { TinyOptions } from '../../workspace/engine-project';

/** D documented, M measured by a named third party, C Google's client, F field report, U unconfirmed (our choice). */
export type Grade = 'D' | 'M' | 'C' | 'F' | 'U';

/** A fact of the platform and the check that it holds here; `check` fails when it does not. */
export interface AroundFact {
  id: string;
  fact: string;
  source: string;
  grade: Grade;
  check(): Promise<void> | void;
}

/** A row of the table. */
export function row(
  id: string,
  fact: string,
  source: string,
  grade: Grade,
  check: AroundFact['check'],
): AroundFact {
  return { id, fact, source, grade, check };
}

/** The functions of the script the rows are checked with. */
const CODE = `
  function give(code) { return (0, eval)('(' + code + ')'); }
  function sheet_() { return SpreadsheetApp.getActiveSpreadsheet().getSheets()[0]; }
  function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }
  const arrow = () => 'arrow';
  function hidden_() { return 'hidden'; }
  globalThis.assigned = function () { return 'assigned'; };
  function onEdit(e) { console.log(JSON.stringify([e.value, e.oldValue, e.range.getA1Notation(), Session.getActiveUser().getEmail()])); }
  function edited(e) { console.log(JSON.stringify(who())); }
  function ticked(e) { console.log(JSON.stringify([who(), Object.keys(e).sort()])); }
  function answered(e) { console.log(JSON.stringify(Object.keys(e).sort())); }
  function watch(url) {
    const book = SpreadsheetApp.getActiveSpreadsheet();
    ScriptApp.newTrigger('edited').forSpreadsheet(book).onEdit().create();
    ScriptApp.newTrigger('edited').forSpreadsheet(book).onChange().create();
    if (url) ScriptApp.newTrigger('answered').forForm(FormApp.openByUrl(url)).onFormSubmit().create();
  }
  function doGet(e) {
    const act = e.parameter.act;
    if (act === 'nothing') return;
    if (act === 'text') return 'text';
    if (act === 'promise') return Promise.resolve(HtmlService.createHtmlOutput('x'));
    if (act === 'throw') throw new Error('abc');
    if (act === 'service') sheet_().getRange(0, 1);
    return HtmlService.createHtmlOutput(JSON.stringify([e.queryString, e.parameter, e.parameters, e.contextPath, e.contentLength]));
  }`;

/** A fresh Workspace with this script. */
export function open(options: TinyOptions = {}): Promise<Opened> {
  return openControl(CODE, options);
}

/** How a call of google.script.run was answered. */
export interface Called {
  ok: boolean;
  value?: unknown;
  error?: { name: string; message: string };
}

/** Evaluates an expression on the server as an anonymous visitor of the web app. */
export function give({ control }: Opened, code: string): Promise<Called> {
  return control.post<Called>('/api/call', { page: 'exec', function: 'give', args: [code] });
}

/** What the success handler gets for an expression. */
export async function given(code: string): Promise<unknown> {
  return (await give(await open(), code)).value;
}

/** What the failure handler gets for an expression, `Name|message`. */
export async function failed(opened: Opened, code: string): Promise<string> {
  const { ok, error } = await give(opened, code);
  return ok ? 'nothing was thrown' : `${error?.name}|${error?.message}`;
}

/** The lines an execution of this function wrote, newest execution last. */
export async function logOf({ control }: Opened, name: string): Promise<unknown[]> {
  const records = await control.get<{ function: string; log: string[] }[]>('/api/executions');
  return records
    .filter((record) => record.function === name)
    .flatMap(({ log }) => log.map((line) => JSON.parse(line.replace(/^\w+ /u, '')) as unknown));
}
