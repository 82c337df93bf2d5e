/** Everything of one Workspace in one hand: the engine, the state of its services, and what sets triggers off. */
import type { ExecutionRequest, ExecutionResult, Workspace } from '../engine/workspace';
import { createFormBook } from '../services/forms-book';
import type { FormBook } from '../services/forms-book';
import { createFormsService } from '../services/forms';
import { createHtmlService } from '../services/html';
import { createMailService } from '../services/mail';
import { createPost } from '../services/mail-post';
import type { Post } from '../services/mail-post';
import { createTriggersService } from '../services/triggers';
import { createTriggerStore } from '../services/triggers-store';
import type { TriggerSource, TriggerStore } from '../services/triggers-store';
import { createClockDriver } from './clock-driver';
import type { ClockDriver } from './clock-driver';
import { createFiring } from './firing';
import type { Firing } from './firing';
import type { SampleInfo } from './client';

/** What the control API and the faces work on. */
export interface World {
  readonly workspace: Workspace;
  readonly post: Post;
  readonly forms: FormBook;
  readonly triggers: TriggerStore;
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
  /** Whether a person may edit the spreadsheet, and with it the script. */
  mayEdit(user: string): boolean;
}
