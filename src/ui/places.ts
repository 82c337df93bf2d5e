import { useEffect, useState } from 'preact/hooks';
import { googleScript } from './google-script';

/**
 * Where the person is among the views of one page. The browser's Back works through google.script.history where it
 * exists; without it the views work the same.
 */
export function usePlace<Place extends string>(
  first: Place,
): [Place, (place: Place, how?: 'push' | 'replace') => void] {
  const [place, setPlace] = useState<Place>(first);
  useEffect(() => {
    const { history } = googleScript();
    history?.replace({ place: first }, null, null);
    history?.setChangeHandler(({ state }) => {
      const before = (state ?? {}) as { place?: Place };
      setPlace(before.place ?? first);
    });
  }, [first]);
  const go = (to: Place, how: 'push' | 'replace' = 'push') => {
    googleScript().history?.[how]({ place: to }, null, null);
    setPlace(to);
  };
  return [place, go];
}

/** Hands over one value of the address's fragment (`#n=0123`), later or never. */
export function readFragment(name: string, use: (value: string) => void): void {
  googleScript().url?.getLocation(({ hash }) => {
    const value = new URLSearchParams(hash).get(name);
    if (value) use(value);
  });
}
