/** ScriptApp on the host: making, listing and deleting triggers, and the address of the web app. */
import { NotInWorkspace, ServiceError } from '../engine/service';
import type { Json, Service } from '../engine/service';
import { ClockRefused } from './triggers-clock';
import type { ClockSpec } from './triggers-clock';
import type { TriggerEvent, TriggerRecord, TriggerSource, TriggerStore } from './triggers-store';

const SCRIPT = ['https://www.googleapis.com/auth/script.scriptapp'];

/** Triggers a user may have on one script (facts/platform.md §5). */
const MOST_TRIGGERS = 20;
const TOO_MANY =
  'This script has too many triggers. Triggers must be deleted from the script before more can be added.';

/** What ScriptApp asks about the world around it. */
export interface TriggerSurroundings {
  /** Address of the published web app, or null while there is none. */
  webAppUrl(): string | null;
  /** Whether a user may put a trigger on this form or spreadsheet. */
  mayWatch(source: TriggerSource, sourceId: string, user: string): boolean;
}

function describe({ uid, handler, source, sourceId, event }: TriggerRecord): Json {
  return { uid, handler, source, sourceId, event };
}

/** The service ScriptApp. */
export function createTriggersService(
  store: TriggerStore,
  { webAppUrl, mayWatch }: TriggerSurroundings,
): Service {
  const own = (user: string): TriggerRecord[] => store.all().filter(({ owner }) => owner === user);

  const checkSource = (source: TriggerSource, sourceId: string | null, user: string): void => {
    if (source === 'CLOCK' || (sourceId !== null && mayWatch(source, sourceId, user))) return;
    throw new ServiceError(
      'No item with the given ID could be found, or you do not have permission to access it.',
    );
  };

  return {
    methods: {
      'ScriptApp.getProjectTriggers': {
        contact: 'script',
        scopes: SCRIPT,
        handle: ({ effectiveUser }) => own(effectiveUser).map(describe),
      },
      'ScriptApp.deleteTrigger': {
        contact: 'script',
        scopes: SCRIPT,
        handle({ effectiveUser }, uid) {
          if (!own(effectiveUser).some((trigger) => trigger.uid === uid)) {
            throw new ServiceError(
              'Unexpected error while getting the method or property deleteTrigger on object ScriptApp.',
            );
          }
          store.remove(String(uid));
        },
      },
      'TriggerBuilder.create': {
        contact: 'script',
        scopes: SCRIPT,
        permissionName: 'ScriptApp.newTrigger',
        handle({ effectiveUser }, wanted) {
          const { handler, source, sourceId, event, clock } = wanted as {
            handler: string;
            source: TriggerSource;
            sourceId: string | null;
            event: TriggerEvent;
            clock: Json;
          };
          checkSource(source, sourceId, effectiveUser);
          if (own(effectiveUser).length >= MOST_TRIGGERS) throw new ServiceError(TOO_MANY);
          try {
            const spec = clock as unknown as ClockSpec | null;
            return describe(
              store.add({ handler, owner: effectiveUser, source, sourceId, event, clock: spec }),
            );
          } catch (cause) {
            throw cause instanceof ClockRefused ? new NotInWorkspace(cause.message) : cause;
          }
        },
      },
      'Service.getUrl': { contact: 'script', handle: () => webAppUrl() },
    },
  };
}
