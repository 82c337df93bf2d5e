/**
 * What runs first in every context: takes the host function, makes the global object that of Apps Script, and gives
 * the worker four functions to drive one execution. The worker takes them away before any project file runs.
 */
import type { Assignment, DoneText } from '../engine/wire';
import * as cache from './cache';
import * as consoles from './console';
import { patchDate } from './date';
import * as drive from './drive';
import { encodeResult, Unsendable } from './encode';
import { absentService, platformFailure, setLang } from './errors';
import { eventObject } from './events';
import { describeFailure } from './failure';
import * as formApp from './form-app';
import * as gmailApp from './gmail-app';
import { setTime, takeHost } from './host';
import * as htmlService from './html-service';
import * as lock from './lock';
import * as mailApp from './mail-app';
import * as properties from './properties';
import { seedRandom, trimRealm } from './realm';
import * as scriptApp from './script-app';
import * as session from './session';
import * as spreadsheetApp from './spreadsheet/spreadsheet-app';
import * as utilities from './utilities';

/** Services of Google that exist and are not built here. */
const ABSENT_SERVICES =
  'AdminDirectory Browser CalendarApp CardService Charts ContactsApp ContentService DataStudioApp DocumentApp DriveApp GroupsApp ' +
  'Jdbc LanguageApp LinearOptimizationService Maps SitesApp SlidesApp UrlFetchApp XmlService';

const realm = globalThis as unknown as Record<string, unknown>;
const evaluate = eval;

let assignment: Assignment;
let outcome: { value?: unknown; error?: unknown; failed: boolean } = { failed: false };

function installServices(target: Record<string, unknown>): void {
  ABSENT_SERVICES.split(' ').forEach((name) => {
    target[name] = absentService(name);
  });
  assignment.advancedServices.forEach((symbol) => {
    target[symbol] = absentService(symbol);
  });
  consoles.install(target);
  session.install(target, assignment.timeZone, assignment.lang);
  lock.install(target, assignment.kind);
  cache.install(target, assignment.kind);
  properties.install(target);
  utilities.install(target);
  htmlService.install(target);
  formApp.install(target);
  gmailApp.install(target);
  mailApp.install(target);
  scriptApp.install(target);
  spreadsheetApp.install(target, assignment.advancedServices.includes('Sheets'));
  if (assignment.advancedServices.includes('Drive')) drive.install(target);
}

/** The function or method (`menu.item1`) of this name, and the object it belongs to. */
function resolveFunction(name: string): { owner: unknown; found: (...args: unknown[]) => unknown } {
  const [root = '', ...members] = name.split('.');
  const missing = (): never => {
    throw platformFailure('functionNotFound', name);
  };
  if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(root)) return missing();
  // Indirect eval sees the global lexical scope too: `const f = () => …` is no property of the global object.
  let owner: unknown = undefined;
  let found: unknown = evaluate(`typeof ${root} === 'undefined' ? undefined : ${root}`);
  for (const member of members) {
    if (found === undefined || found === null) return missing();
    owner = found;
    found = (found as Record<string, unknown>)[member];
  }
  return typeof found === 'function' ? { owner, found: found as () => unknown } : missing();
}

function servesPage(): boolean {
  return (assignment.event as { type?: string } | null)?.type === 'doGet';
}

function open(text: string): void {
  assignment = JSON.parse(text) as Assignment;
  setTime(assignment);
  setLang(assignment.lang);
  patchDate(realm);
  if (assignment.seed !== null) seedRandom(assignment.seed);
  installServices(realm);
}

function begin(): void {
  try {
    const { owner, found } = resolveFunction(assignment.functionName);
    const args = assignment.event === null ? (assignment.args ?? []) : [eventObject(assignment.event)];
    const value = found.apply(owner, args);
    outcome = { value, failed: false };
    if (!(value instanceof Promise) || servesPage()) return;
    // A promise that never settles leaves nothing behind.
    outcome = { value: undefined, failed: false };
    value.then(
      (settled) => {
        outcome = { value: settled, failed: false };
      },
      (error: unknown) => fail(error),
    );
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  outcome = { error, failed: true };
}

function page(value: unknown): DoneText {
  const html = htmlService.htmlDescriptor(value);
  if (html !== undefined) return { html };
  const text = value === undefined || value === null ? 'nothingReturned' : 'wrongReturn';
  throw platformFailure(text);
}

function done(): DoneText {
  if (outcome.failed) return { error: describeFailure(outcome.error) };
  try {
    return servesPage() ? page(outcome.value) : { value: encodeResult(outcome.value) };
  } catch (error) {
    const shown = error instanceof Unsendable ? platformFailure('serverError') : error;
    return { error: describeFailure(shown) };
  }
}

takeHost(realm.__host as (request: string) => string);
delete realm.__host;
trimRealm(realm);
realm.__facade = { open, begin, fail, finish: () => JSON.stringify(done()) };
