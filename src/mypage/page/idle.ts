import { useEffect, useState } from 'preact/hooks';

/** The server ends a visit after this time without a call (facts: ASVS 7.3.1). */
const END_MINUTES = 30;
const WARN_MINUTES = 25;
const LOOK_MS = 5_000;

/** How long nothing was asked of the server: `active`, `warning` from 25 minutes, `ended` from 30. */
export type Idle = 'active' | 'warning' | 'ended';

/** Watches the time since `since` (epoch ms of the last answer), also after the phone slept; undefined: not watched. */
export function useIdle(since: number | undefined): Idle {
  const [idle, setIdle] = useState<Idle>('active');
  useEffect(() => {
    if (since === undefined) {
      setIdle('active');
      return undefined;
    }
    const look = () => {
      const minutes = (Date.now() - since) / 60_000;
      setIdle(minutes >= END_MINUTES ? 'ended' : minutes >= WARN_MINUTES ? 'warning' : 'active');
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [since]);
  return idle;
}
