import { useEffect, useRef } from 'preact/hooks';
import { writeInstant } from '../../domain/fields/instant';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { VisitControl } from './visit';

/** Brought here by a login or a write, which has just answered with the view. */
const JUST_NOW_MS = 1_000;
/** As long as somebody looks at another page in between. */
const A_WHILE_MS = 60_000;

/**
 * Has the view read again when an overview is opened, and when the page is seen again after a while. `opened` counts
 * what the person opens herself; `overview` is undefined while something is typed or confirmed, or nobody is here.
 */
export function useFreshView(
  overview: string | undefined,
  opened: number,
  refresh: VisitControl['refresh'],
): void {
  const read = useRef(refresh);
  const before = useRef(opened);
  useEffect(() => {
    read.current = refresh;
  });
  useEffect(() => {
    const asked = before.current !== opened;
    before.current = opened;
    if (overview === undefined) return undefined;
    read.current(asked ? 0 : JUST_NOW_MS);
    const look = () => {
      if (document.visibilityState === 'visible') read.current(A_WHILE_MS);
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [overview, opened]);
}

/** The view could not be read again: of when it is, and what to do. */
export function Unread({ unread, refresh }: Pick<VisitControl, 'unread' | 'refresh'>) {
  if (!unread) return null;
  return (
    <Notice kind="warning" title="いまの状況を読み込めませんでした" live>
      <p>下の内容は、{writeInstant(unread.since)}のものです。</p>
      <p>
        {unread.code === 'STOPPED'
          ? 'ただいま、マイページの受付を止めています。しばらくたってから、もう一度お試しください。'
          : '少し待ってから、「もう一度読み込む」を押してください。'}
      </p>
      <div>
        <Button size="small" onClick={() => refresh(0)}>
          もう一度読み込む
        </Button>
      </div>
    </Notice>
  );
}
