import { useEffect, useState } from 'preact/hooks';
import type { StatusView } from '../../contract/mypage';
import { ask } from './server';

/** Office hours and 受付停止, asked once after the first paint; login works without them. */
export function useStatus(): StatusView | undefined {
  const [status, setStatus] = useState<StatusView>();
  useEffect(() => {
    void ask('status', {}).then((reply) => {
      if (reply.ok) setStatus(reply.value);
    });
  }, []);
  return status;
}
