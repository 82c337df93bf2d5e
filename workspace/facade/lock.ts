/** `LockService`. */
import { platformError, strict } from './errors';
import { call } from './host';
import { is, signature } from './signature';

function requireTimeout(method: string, args: readonly unknown[]): number {
  signature(`LockService.Lock.${method}`, args, [is.number]);
  const ms = args[0] as number;
  if (!Number.isFinite(ms)) throw platformError(`Cannot convert ${String(ms)} to int.`);
  return Math.trunc(ms);
}

function lock(scope: string): object {
  return strict(
    {
      tryLock: (...args: unknown[]) => call('Lock.tryLock', scope, requireTimeout('tryLock', args)) === true,
      waitLock(...args: unknown[]) {
        call('Lock.waitLock', scope, requireTimeout('waitLock', args));
      },
      hasLock: () => call('Lock.hasLock', scope) === true,
      releaseLock() {
        call('Lock.releaseLock', scope);
      },
    },
    'LockService.Lock',
  );
}

/** Installs `LockService`; there is no document lock in a web app. */
export function install(target: Record<string, unknown>, kind: string): void {
  target.LockService = strict(
    {
      getScriptLock: () => lock('script'),
      getUserLock: () => lock('user'),
      getDocumentLock: () => (kind === 'webapp' ? null : lock('document')),
    },
    'LockService',
  );
}
