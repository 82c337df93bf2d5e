/** The only place that touches google.script.run: one promise a call, never rejected. */
import type { Answer, Call } from '../contract/answer';
import { googleScript } from './google-script';

/**
 * What went wrong on the way, besides the codes of a door: NO_ANSWER the outcome is not known (connection, too long) ·
 * NOT_ALLOWED Google refused the account · FAILED the server threw or answered nonsense.
 */
export type WayCode = 'NO_ANSWER' | 'NOT_ALLOWED' | 'FAILED';

/** Sends calls to one door. */
export type Server = (call: Call, how?: How) => Promise<Answer<unknown, string>>;

interface How {
  /** Does not wait for calls under way, nor do others wait for it: for a read nothing depends on. */
  beside?: boolean;
}

/** Longer than a server waits for its lock and hashes; shorter than a person's patience. */
const PATIENCE_MS = 60_000;

/** A server whose calls go one after another: Google keeps no order among calls under way. */
export function createServer(door: 'mypage' | 'office'): Server {
  let last: Promise<unknown> = Promise.resolve();
  return (call, how = {}) => {
    if (how.beside) return send(door, call);
    const answer = last.then(() => send(door, call));
    last = answer;
    return answer;
  };
}

function send(door: 'mypage' | 'office', call: Call): Promise<Answer<unknown, string>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(wayFault('NO_ANSWER')), PATIENCE_MS);
    const end = (answer: Answer<unknown, string>) => {
      clearTimeout(timer);
      resolve(answer);
    };
    try {
      const runner = googleScript()
        .run?.withSuccessHandler((value) => end(isAnswer(value) ? value : wayFault('FAILED')))
        .withFailureHandler((error) => end(wayFault(codeOf(error))));
      if (runner?.[door]) runner[door](asJson(call));
      else end(wayFault('FAILED'));
    } catch (error) {
      // Google's client throws at the call for values it cannot send; that is a bug of the page, not of the way.
      console.error(error);
      end(wayFault('FAILED'));
    }
  });
}

function wayFault(code: WayCode): Answer<unknown, string> {
  return { ok: false, code };
}

/** A copy of plain objects, arrays and primitives, without `undefined`. */
function asJson(call: Call): unknown {
  return JSON.parse(JSON.stringify({ ...call, args: call.args ?? null }));
}

/** A value with a Date anywhere arrives as null, so that every answer is looked at. */
function isAnswer(value: unknown): value is Answer<unknown, string> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  return value.ok === true ? 'value' in value : 'code' in value && typeof value.code === 'string';
}

function codeOf(error: unknown): WayCode {
  const { name = '', message = '' } = (error ?? {}) as { name?: string; message?: string };
  const text = `${name} ${message}`;
  if (/NetworkError|HTTP 0\b/.test(text)) return 'NO_ANSWER';
  return /PERMISSION_DENIED|permission|authoriz|権限|承認が必要/i.test(text) ? 'NOT_ALLOWED' : 'FAILED';
}
