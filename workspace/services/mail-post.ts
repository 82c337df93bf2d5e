/** Every mailbox of the Workspace: what was sent, what came back, and how many recipients each account has used up. */
import { createDayQuota } from '../engine/day-quota';
import type { DayQuota } from '../engine/day-quota';
import type { Clock, Json, Random, Stored } from '../engine/service';

/** One message as it lies in the mailboxes of its sender and its recipients. */
export interface Message {
  id: string;
  /** A bounce lies in the thread of the mail it is about. */
  threadId: string;
  /** The account that sent it; `''` for a message from outside. */
  sentBy: string;
  /** A copy lies in the sender's sent box. */
  inSentBox: boolean;
  /** Header values. */
  from: string;
  to: string;
  cc: string;
  bcc: string;
  replyTo: string;
  subject: string;
  body: string;
  htmlBody: string | null;
  /** Bare addresses, lower case, in whose inbox it arrived. */
  recipients: string[];
  /** ms since 1970 */
  date: number;
}

/** What a sender hands in. */
export type NewMessage = Omit<Message, 'id' | 'threadId' | 'date'>;

/** The mailboxes. */
export interface Post extends Stored {
  /** All messages, oldest first. */
  messages(): readonly Message[];
  find(id: string): Message | undefined;
  send(message: NewMessage): Message;
  /** A delivery failure of a sent message arrives in its sender's inbox; throws a RangeError when it was not sent from here. */
  bounce(id: string): Message;
  /** Recipients each account has used of its day. */
  readonly quota: DayQuota;
  clear(): void;
}

const BOUNCER = 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>';

function bounceText(message: Message): string {
  const recipient = message.recipients[0] ?? message.to;
  return [
    '** Address not found **',
    '',
    `Your message wasn't delivered to ${recipient} because the address couldn't be found, or is unable to receive mail.`,
    '',
    'The response was:',
    '550 5.1.1 The email account that you tried to reach does not exist.',
    '',
    '----- Original message -----',
    `To: ${message.to}`,
    `Subject: ${message.subject}`,
    '',
    message.body,
  ].join('\n');
}

/** Empty mailboxes. */
export function createPost(clock: Clock, random: Random): Post {
  let messages: Message[] = [];
  const quota = createDayQuota(clock);

  const deliver = (message: NewMessage, thread?: string): Message => {
    const id = random.hex(8);
    const delivered = { ...message, id, threadId: thread ?? id, date: clock.now() };
    messages.push(delivered);
    return delivered;
  };

  return {
    messages: () => messages,
    find: (id) => messages.find((message) => message.id === id),
    send: (message) => deliver(message),
    bounce(id) {
      const original = messages.find((message) => message.id === id);
      if (original === undefined) throw new RangeError(`There is no mail ${id}.`);
      if (original.sentBy === '') throw new RangeError(`Mail ${id} was not sent from this Workspace.`);
      return deliver(
        {
          sentBy: '',
          inSentBox: false,
          from: BOUNCER,
          to: original.sentBy,
          cc: '',
          bcc: '',
          replyTo: '',
          subject: 'Delivery Status Notification (Failure)',
          body: bounceText(original),
          htmlBody: null,
          recipients: [original.sentBy.toLowerCase()],
        },
        original.threadId,
      );
    },
    quota,
    clear() {
      messages = [];
    },
    save: () => ({ messages }) as unknown as Json,
    load(saved) {
      messages = [...(saved as unknown as { messages: Message[] }).messages];
    },
    keep() {
      const kept = [...messages];
      return () => {
        messages = [...kept];
      };
    },
  };
}
