/** GmailApp: sending, and reading of what was sent and came back. */
import { strict } from './errors';
import { call } from './host';
import { is, signature } from './signature';

interface MessageData {
  id: string;
  from: string;
  to: string;
  cc: string;
  bcc: string;
  replyTo: string;
  subject: string;
  body: string;
  date: number;
  inInbox: boolean;
}

interface ThreadData {
  id: string;
  messages: MessageData[];
}

function createMessage(data: MessageData, thread: object): object {
  return strict(
    {
      getId: () => data.id,
      getFrom: () => data.from,
      getTo: () => data.to,
      getCc: () => data.cc,
      getBcc: () => data.bcc,
      getReplyTo: () => data.replyTo,
      getSubject: () => data.subject,
      getPlainBody: () => data.body,
      getDate: () => new Date(data.date),
      getThread: () => thread,
      isInInbox: () => data.inInbox,
    },
    'GmailApp.GmailMessage',
  );
}

function createThread(data: ThreadData): object {
  const thread: object = strict(
    {
      getId: () => data.id,
      getMessages: () => data.messages.map((message) => createMessage(message, thread)),
      getMessageCount: () => data.messages.length,
      getFirstMessageSubject: () => data.messages[0]?.subject ?? '',
      getLastMessageDate: () => new Date(Math.max(...data.messages.map(({ date }) => date))),
      isInInbox: () => data.messages.some(({ inInbox }) => inInbox),
    },
    'GmailApp.GmailThread',
  );
  return thread;
}

function createThreads(data: unknown): object[] {
  return (data as ThreadData[]).map(createThread);
}

/** Installs GmailApp. */
export function install(target: Record<string, unknown>): void {
  const gmail: object = strict(
    {
      sendEmail(...args: unknown[]) {
        signature(
          'GmailApp.sendEmail',
          args,
          [is.string, is.string, is.string],
          [is.string, is.string, is.string, is.orNull(is.object)],
        );
        call('GmailApp.sendEmail', ...args);
        return gmail;
      },
      search(...args: unknown[]) {
        signature('GmailApp.search', args, [is.string], [is.string, is.number, is.number]);
        return createThreads(call('GmailApp.search', ...args));
      },
      getInboxThreads(...args: unknown[]) {
        signature('GmailApp.getInboxThreads', args, [], [is.number, is.number]);
        return createThreads(call('GmailApp.getInboxThreads', ...args));
      },
      getAliases(...args: unknown[]) {
        signature('GmailApp.getAliases', args, []);
        return call('GmailApp.getAliases');
      },
    },
    'GmailApp',
  );
  target['GmailApp'] = gmail;
}
