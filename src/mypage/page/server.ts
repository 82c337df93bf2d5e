/** My Page's calls to its door, typed by the contract. */
import type { Answer } from '../../contract/answer';
import type { MypageArgs, MypageCode, MypageMethod, MypageValues } from '../../contract/mypage';
import { createServer, type WayCode } from '../../ui/call-server';

/** What a method answers, or why not. */
export type Reply<M extends MypageMethod> = Answer<MypageValues[M], MypageCode | WayCode>;
/** Everything that is not ok. */
export type Refusal = Extract<Reply<'view'>, { ok: false }>;

const server = createServer('mypage');

/** One call; `key` for a write, `beside` for a read nothing waits for. The door promises the shape of the value, so that it is not looked at twice. */
export function ask<M extends MypageMethod>(
  method: M,
  args: MypageArgs<M>,
  { beside = method === 'status', ...extra }: { token?: string; key?: string; beside?: boolean } = {},
): Promise<Reply<M>> {
  return server({ method, ...extra, args }, { beside }) as Promise<Reply<M>>;
}
