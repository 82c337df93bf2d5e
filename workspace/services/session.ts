/** Session, and what Utilities needs of the host: who runs, time that passes, random ids. */
import type { Engine, ExecutionView, Json, Service } from '../engine/service';

const EMAIL = ['https://www.googleapis.com/auth/userinfo.email'];

/** Key of the wait of a sleeping execution. */
const SLEEP = Symbol('sleep');

interface Sleep {
  cancel(): void;
}

function uuid(hex: string): string {
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Session and the host's half of Utilities. */
export function createSessionService(engine: Engine): Service {
  const { clock, random } = engine;

  const sleep = (execution: ExecutionView, ms: Json | undefined): void | Promise<void> => {
    const wait = clock.wait(clock.now() + Number(ms));
    execution.slots.set(SLEEP, wait satisfies Sleep);
    return wait.done;
  };

  return {
    methods: {
      'Session.getActiveUser': {
        scopes: EMAIL,
        // A simple trigger runs unauthorised: Google does not tell it who is there.
        handle: ({ kind, activeUser }) => (kind === 'simple' ? '' : activeUser),
      },
      'Session.getEffectiveUser': {
        scopes: EMAIL,
        handle: ({ kind, effectiveUser }) => (kind === 'simple' ? '' : effectiveUser),
      },
      'Utilities.sleep': { contact: 'sleep', handle: sleep },
      'Utilities.getUuid': { handle: () => uuid(random.hex(16)) },
    },
    over({ slots }) {
      (slots.get(SLEEP) as Sleep | undefined)?.cancel();
    },
  };
}
