/** /api/mail: what was sent, and bounces. */
import type { Json } from '../engine/service';
import type { Message } from '../services/mail-post';
import { Refusal } from './request';
import type { Route } from './request';
import { isoTime } from './times';
import type { World } from './world';

/** A message as the control API shows it. */
export function describeMail(
  { id, from, to, cc, bcc, replyTo, subject, body, date }: Message,
  timeZone: string,
): Json {
  return { id, from, to, cc, bcc, replyTo, subject, body, date: isoTime(date, timeZone) };
}

/** The calls about mail. */
export function mailRoutes({ workspace, post }: World): Route[] {
  const { scriptTimeZone } = workspace.engine;
  return [
    {
      method: 'GET',
      path: /^\/api\/mail$/u,
      handle: ({ query }) =>
        post
          .messages()
          .filter(
            ({ recipients }) => query['to'] === undefined || recipients.includes(query['to'].toLowerCase()),
          )
          .map((message) => describeMail(message, scriptTimeZone)),
    },
    {
      method: 'POST',
      path: /^\/api\/mail\/([^/]+)\/bounce$/u,
      handle(_request, [id = '']) {
        try {
          return describeMail(post.bounce(id), scriptTimeZone);
        } catch (error) {
          throw error instanceof RangeError ? new Refusal(404, error.message) : error;
        }
      },
    },
  ];
}
