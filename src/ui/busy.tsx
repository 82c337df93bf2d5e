import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** Says after one second that work is under way, after eight that it takes long; keeps its place, so that nothing moves. */
export function Busy({ when, text }: { when: boolean; text: string }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (!when) return undefined;
    const timers = [1, 8].map((after) => setTimeout(() => setSeconds(after), after * 1000));
    return () => timers.forEach(clearTimeout);
  }, [when]);
  const shown =
    !when || seconds === 0 ? '' : seconds === 1 ? text : '時間がかかっています。このままお待ちください。';
  return (
    <p class="busy" role="status">
      {shown}
    </p>
  );
}

/** Runs one piece of work at a time: `busy` while it lasts, further presses are ignored; `run` stays the same. */
export function useBusy(): [busy: boolean, run: (work: () => Promise<void>) => void] {
  const [busy, setBusy] = useState(false);
  const going = useRef(false);
  const run = useCallback((work: () => Promise<void>) => {
    if (going.current) return;
    going.current = true;
    setBusy(true);
    void work().finally(() => {
      going.current = false;
      setBusy(false);
    });
  }, []);
  return [busy, run];
}
