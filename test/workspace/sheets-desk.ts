/** SpreadsheetApp and Sheets on the real services, without workers: façade and host in one realm. */
import type { ExecutionKind, ExecutionView, Json, Service } from '../../workspace/engine/service';
import { ServiceError } from '../../workspace/engine/service';
import { takeHost } from '../../workspace/facade/host';
import { install } from '../../workspace/facade/spreadsheet/spreadsheet-app';
import { createSheetsApiService } from '../../workspace/services/sheets-api';
import { createSpreadsheetService } from '../../workspace/services/spreadsheet';
import { createUiService } from '../../workspace/services/ui';
import { createUiState } from '../../workspace/services/ui-state';
import { createWorkbookHolder } from '../../workspace/sheets/holder';

export const OWNER = 'owner@example.jp';
export const STAFF = 'staff@example.jp';

/** What these tests use of SpreadsheetApp; Google's typings stay with the server's code. */
export interface Range {
  getValue(): unknown;
  getValues(): unknown[][];
  getDisplayValue(): string;
  getA1Notation(): string;
  setValue(value: unknown): Range;
  setValues(values: unknown[][]): Range;
  setDataValidation(rule: unknown): Range;
  createTextFinder(text: string): Finder;
  protect(): { getEditors(): unknown[]; removeEditors(users: unknown[]): void };
  activate(): Range;
  merge(): Range;
}

export interface Finder {
  matchEntireCell(on: boolean): Finder;
  matchCase(on: boolean): Finder;
  findAll(): Range[];
  findNext(): Range | null;
}

export interface Sheet {
  getRange(...place: (number | string)[]): Range;
  getDataRange(): Range;
  appendRow(values: unknown[]): Sheet;
  getLastRow(): number;
  getMaxRows(): number;
  setFrozenRows(rows: number): void;
}

interface Book {
  getId(): string;
  getSheets(): Sheet[];
  getSheetByName(name: string): Sheet | null;
}

interface Menu {
  addItem(label: string, functionName: string): Menu;
  addSeparator(): Menu;
  addSubMenu(menu: Menu): Menu;
  addToUi(): void;
}

interface Rule {
  requireValueInList(values: string[]): Rule;
  setAllowInvalid(allow: boolean): Rule;
  build(): unknown;
}

interface App {
  getActiveSpreadsheet(): Book;
  getActiveRange(): Range;
  flush(): void;
  newDataValidation(): Rule;
  getUi(): { createMenu(label: string): Menu };
}

export interface Script {
  readonly app: App;
  // The typings of the advanced service are not installed.
  readonly api: SheetsApi;
  readonly book: Book;
}

export interface SheetsApi {
  Spreadsheets: {
    get(id: string, optional?: object): Answer;
    batchUpdate(resource: object, id: string, optional?: object): Answer;
    Values: {
      get(id: string, range: string, optional?: object): Answer;
      batchGet(id: string, optional?: object): Answer;
      update(resource: object, id: string, range: string, optional?: object): Answer;
    };
  };
}

/** JSON of the API, read freely in tests. */
export type Answer = { [key: string]: Answer } & Answer[];

/** One running execution: `do` runs a piece of its script. */
export interface Running {
  do<T>(script: (script: Script) => T): T;
  end(): void;
  readonly cells: { read: number; written: number };
}

/** A spreadsheet of `owner@example.jp` that `staff@example.jp` may edit, at 2026-11-22 09:00 in Tokyo. */
export function openDesk(options: { tabs?: string[]; timeZone?: string } = {}) {
  let now = Date.parse('2026-11-22T09:00:00+09:00');
  let drawn = 0;
  const clock = { now: () => now, wait: () => ({ done: Promise.resolve(), cancel: () => undefined }) };
  const random = {
    next: () => ((drawn += 1) * 0.137) % 1,
    hex: (bytes: number) => 'ab'.repeat(bytes),
  };
  const holder = createWorkbookHolder(
    { clock, random },
    { title: '名簿', owner: OWNER, editors: [STAFF], ...options },
  );
  const ui = createUiState();
  const services: Service[] = [
    createSpreadsheetService(holder, ui),
    createUiService(ui),
    createSheetsApiService({ clock }, holder).service,
  ];
  const methods = Object.assign({}, ...services.map((service) => service.methods)) as Service['methods'];
  let nextId = 0;

  const start = (user = OWNER, kind: ExecutionKind = 'editor'): Running => {
    const cells = { read: 0, written: 0 };
    const execution: ExecutionView = {
      id: (nextId += 1),
      kind,
      functionName: 'test',
      activeUser: kind === 'webapp' ? '' : user,
      effectiveUser: kind === 'webapp' ? OWNER : user,
      slots: new Map(),
      countCells(read, written) {
        cells.read += read;
        cells.written += written;
      },
    };
    const serve = (request: string): string => {
      const { method, args } = JSON.parse(request) as { method: string; args: Json[] };
      const found = methods[method];
      if (found === undefined) throw new Error(`no method ${method}`);
      try {
        const value = found.handle(execution, ...args);
        return JSON.stringify({ ok: true, value: value ?? null, now, running: false });
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        return JSON.stringify({
          ok: false,
          error: { name: error.errorName, message: error.message },
          now,
          running: false,
        });
      }
    };
    return {
      cells,
      do(script) {
        takeHost(serve);
        const target: Record<string, unknown> = {};
        install(target, true);
        const app = target['SpreadsheetApp'] as App;
        return script({ app, api: target['Sheets'] as SheetsApi, book: app.getActiveSpreadsheet() });
      },
      end() {
        try {
          for (const service of services) void service.end?.(execution);
        } finally {
          for (const service of services) service.over?.(execution);
        }
      },
    };
  };

  return {
    holder,
    ui,
    start,
    pass(ms: number) {
      now += ms;
    },
    /** Runs a whole execution. */
    run<T>(script: (script: Script) => T, user = OWNER, kind: ExecutionKind = 'editor'): T {
      const running = start(user, kind);
      const value = running.do(script);
      running.end();
      return value;
    },
  };
}
