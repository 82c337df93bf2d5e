/** Everything of one Workspace in one hand: the engine, the state of its services, and what sets triggers off. */
import type { Json } from '../engine/service';
import type { ExecutionRequest, ExecutionResult, Workspace } from '../engine/workspace';
import { createDriveFiles } from '../drive/files';
import type { DriveFiles } from '../drive/files';
import { createDriveService } from '../services/drive';
import { createFormBook } from '../services/forms-book';
import type { FormBook } from '../services/forms-book';
import { createFormsService } from '../services/forms';
import { createHtmlService } from '../services/html';
import { createMailService } from '../services/mail';
import { createPost } from '../services/mail-post';
import type { Post } from '../services/mail-post';
import { createSheetsApiService } from '../services/sheets-api';
import { createSpreadsheetService } from '../services/spreadsheet';
import { createUiService } from '../services/ui';
import { createUiState } from '../services/ui-state';
import type { UiState } from '../services/ui-state';
import { createWorkbookHolder } from '../sheets/holder';
import type { WorkbookHolder } from '../sheets/holder';
import { createTriggersService } from '../services/triggers';
import { createTriggerStore } from '../services/triggers-store';
import type { TriggerSource, TriggerStore } from '../services/triggers-store';
import { createClockDriver } from './clock-driver';
import type { ClockDriver } from './clock-driver';
import { createFiring } from './firing';
import type { Firing } from './firing';
import type { SampleInfo } from './client';
import { createTraffic } from './traffic';
import type { Traffic } from './traffic';

/** What the control API and the faces work on. */
export interface World extends Traffic {
  readonly workspace: Workspace;
  readonly post: Post;
  readonly forms: FormBook;
  readonly files: DriveFiles;
  readonly triggers: TriggerStore;
  readonly holder: WorkbookHolder;
  readonly ui: UiState;
  readonly firing: Firing;
  readonly driver: ClockDriver;
  /** Address of the Workspace with a slash at the end; `''` until it listens. */
  url: string;
  /** Who is who in the scenario that was played. */
  sample: SampleInfo | null;
  /** Runs an execution and tells that things may have changed. */
  run(request: ExecutionRequest): Promise<ExecutionResult>;
  /** Things changed; the snapshot listens. */
  changed(): void;
  onChange(listener: () => void): void;
  /** Ends when all that was set off beside a call has ended. */
  settled(): Promise<void>;
  /** Lets something run beside a call; `settled` waits for it. */
  beside(work: Promise<unknown>): void;
  /** Whether a person may edit the spreadsheet, and with it the script. */
  mayEdit(user: string): boolean;
}

/** Registers the services of a Workspace and takes everything in one hand. */
export function createWorld(workspace: Workspace): World {
  const { engine, clock, random } = workspace;
  const post = createPost(clock, random);
  const forms = createFormBook(clock, random);
  const files = createDriveFiles(clock, random);
  const triggers = createTriggerStore(clock, random, engine.scriptTimeZone);
  const holder = createWorkbookHolder(
    { clock, random },
    { title: '無題のスプレッドシート', owner: engine.accounts.owner, editors: engine.accounts.editors },
  );
  const ui = createUiState();
  const listeners: (() => void)[] = [];
  const besides = new Set<Promise<unknown>>();

  const changed = (): void => listeners.forEach((listener) => listener());
  const run = async (request: ExecutionRequest): Promise<ExecutionResult> => {
    const result = await workspace.run(request);
    changed();
    return result;
  };
  const people = (): string[] => [engine.accounts.owner, ...engine.accounts.editors];
  const mayEdit = (user: string): boolean => people().includes(user);
  const mayWatch = (source: TriggerSource, sourceId: string, user: string): boolean => {
    if (source === 'SPREADSHEETS') return sourceId === holder.workbook.id && mayEdit(user);
    const form = forms.find(sourceId);
    return form !== undefined && [form.owner, ...form.editors].includes(user);
  };

  const firing = createFiring(workspace, triggers, run, () => holder.workbook.id);
  const world: World = {
    // Those who wait for a fault are told as well.
    ...createTraffic((on) => {
      workspace.halt(on);
      workspace.faults.clear();
    }),
    workspace,
    post,
    forms,
    files,
    triggers,
    holder,
    ui,
    firing,
    driver: createClockDriver(workspace, triggers, firing, (key) => workspace.properties.get(key)),
    url: '',
    sample: null,
    run,
    changed,
    onChange: (listener) => void listeners.push(listener),
    mayEdit,
    beside(work) {
      besides.add(work);
      void work.finally(() => besides.delete(work));
    },
    async settled() {
      while (besides.size > 0) await Promise.all(besides);
    },
  };

  const webAppUrl = (): string | null =>
    workspace.project.manifest.webapp === undefined || world.url === '' ? null : `${world.url}exec`;
  workspace.register(createSpreadsheetService(holder, ui));
  workspace.register(createUiService(ui));
  const api = createSheetsApiService(engine, holder);
  workspace.register(api.service);
  workspace.register(createMailService(engine, post));
  workspace.register(createFormsService(engine, forms));
  workspace.register(
    createDriveService({
      files,
      version: workspace.project.manifest.dependencies?.enabledAdvancedServices?.find(
        ({ serviceId }) => serviceId === 'drive',
      )?.version,
      scopesOf: workspace.grants.of,
      isAccount: (email) => people().some((known) => known.toLowerCase() === email.toLowerCase()),
      url: () => world.url,
    }),
  );
  workspace.register(createHtmlService(engine));
  workspace.register(createTriggersService(triggers, { webAppUrl, mayWatch }));

  workspace.store('workbook', holder);
  workspace.store('ui', ui);
  workspace.store('sheets api quota', api.quota);
  workspace.store('mail', post);
  workspace.store('mail quota', post.quota);
  workspace.store('forms', forms);
  workspace.store('drive', files);
  workspace.store('triggers', triggers);
  workspace.store('sample', {
    save: () => world.sample as unknown as Json,
    load: (saved) => {
      world.sample = saved as unknown as SampleInfo | null;
    },
  });
  workspace.remember(world.driver);
  return world;
}
