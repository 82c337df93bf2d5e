/** GmailApp and MailApp on the host: limits and texts of facts/platform.md §6, quota by effective user. */
import { limitFor } from '../engine/day-quota';
import { platformText } from '../engine/texts';
import { NotInWorkspace, ServiceError } from '../engine/service';
import type { Engine, ExecutionView, Json, Service } from '../engine/service';
import { formatAddress, parseAddresses } from './mail-addresses';
import type { Message, Post } from './mail-post';
import { isReceived, isSent, parseQuery } from './mail-search';

const GMAIL = ['https://mail.google.com/'];
const SEND = ['https://www.googleapis.com/auth/script.send_mail'];

/** Workspace time until a message can be found by search; Google only says that a search right after may be empty. */
const INDEXED_AFTER = 30_000;
const RECIPIENTS_PER_MESSAGE = 50;
const SUBJECT_LENGTH = 250;

interface Limits {
  recipientsPerDay: number;
  bodyBytes: number;
}

/** Quotas of a consumer account (gmail.com) and of a Google Workspace account (§8). */
function limitsOf(account: string): Limits {
  return limitFor(account, {
    consumer: { recipientsPerDay: 100, bodyBytes: 200 * 1024 },
    workspace: { recipientsPerDay: 1500, bodyBytes: 400 * 1024 },
  });
}

interface Outgoing {
  to: string;
  subject: string;
  body: string;
  htmlBody: string | null;
  cc: string;
  bcc: string;
  replyTo: string;
  name: string;
  from: string;
}

const NO_OPTIONS: Omit<Outgoing, 'to' | 'subject' | 'body'> = {
  htmlBody: null,
  cc: '',
  bcc: '',
  replyTo: '',
  name: '',
  from: '',
};

/** GmailApp spoils characters outside the basic plane (facts §6: unsafe); MailApp does not. */
function spoilAstral(text: string): string {
  return text.replace(/[\u{10000}-\u{10FFFF}]/gu, '??');
}

function readOptions(service: string, options: Json): Partial<Outgoing> {
  const read: Record<string, string> = {};
  for (const [key, value] of Object.entries((options ?? {}) as Record<string, Json>)) {
    if (value === null) continue;
    if (!(key in NO_OPTIONS) || (service === 'MailApp' && key === 'from')) {
      throw new NotInWorkspace(`${service}.sendEmail option ${key}`);
    }
    if (typeof value !== 'string') throw new ServiceError(platformText('en', 'invalidArgument', key));
    read[key] = value;
  }
  return read;
}

function asJson(message: Message, account: string): Json {
  const { id, threadId, from, to, cc, bcc, replyTo, subject, body, date } = message;
  return {
    id,
    threadId,
    from,
    to,
    cc,
    bcc: isSent(message, account) ? bcc : '',
    replyTo,
    subject,
    body,
    date,
    inInbox: isReceived(message, account),
  };
}

/** The services GmailApp and MailApp. */
export function createMailService(engine: Engine, post: Post): Service {
  const remaining = (account: string): number =>
    engine.faultArmed('quota')
      ? 0
      : Math.max(0, limitsOf(account).recipientsPerDay - post.quota.used(account));

  const send = (execution: ExecutionView, mail: Outgoing, inSentBox: boolean): void => {
    const account = execution.effectiveUser;
    const to = parseAddresses(mail.to);
    const cc = parseAddresses(mail.cc);
    const bcc = parseAddresses(mail.bcc);
    const replyTo = parseAddresses(mail.replyTo);
    const recipients = [...to, ...cc, ...bcc].map(({ address }) => address.toLowerCase());
    if (recipients.length === 0) throw new ServiceError('Failed to send email: no recipient');
    if (mail.from !== '' && mail.from.toLowerCase() !== account.toLowerCase()) {
      throw new ServiceError(platformText(engine.lang, 'invalidArgument', mail.from));
    }
    if (mail.subject.length > SUBJECT_LENGTH) {
      throw new ServiceError(platformText(engine.lang, 'argumentTooLarge', 'subject'));
    }
    if (recipients.length > RECIPIENTS_PER_MESSAGE) {
      throw new ServiceError('Limit Exceeded: Email Recipients Per Message.');
    }
    if (Buffer.byteLength(mail.body) + Buffer.byteLength(mail.htmlBody ?? '') > limitsOf(account).bodyBytes) {
      throw new ServiceError('Limit Exceeded: Email Body Size.');
    }
    if (recipients.length > remaining(account)) {
      throw new ServiceError(platformText(engine.lang, 'tooManyForOneDay', 'email'));
    }
    post.quota.use(account, recipients.length);
    post.send({
      sentBy: account,
      inSentBox,
      from: formatAddress({ name: mail.name, address: account }),
      to: to.map(formatAddress).join(', '),
      cc: cc.map(formatAddress).join(', '),
      bcc: bcc.map(formatAddress).join(', '),
      replyTo: replyTo.map(formatAddress).join(', '),
      subject: mail.subject.replace(/[\r\n]+/gu, ' '),
      body: mail.body,
      htmlBody: mail.htmlBody,
      recipients: [...new Set(recipients)],
    });
  };

  const threads = (account: string, found: readonly Message[], start: number, max: number): Json =>
    [...new Set(found.map(({ threadId }) => threadId))]
      .map((threadId) => ({
        threadId,
        last: Math.max(...found.filter((message) => message.threadId === threadId).map(({ date }) => date)),
      }))
      .sort((a, b) => b.last - a.last)
      .slice(start, start + max)
      .map(({ threadId }) => ({
        id: threadId,
        messages: mailbox(account)
          .filter((message) => message.threadId === threadId)
          .map((message) => asJson(message, account)),
      }));

  const mailbox = (account: string): Message[] =>
    post.messages().filter((message) => isSent(message, account) || isReceived(message, account));

  return {
    methods: {
      'GmailApp.sendEmail': {
        contact: 'mail.send',
        scopes: GMAIL,
        handle(execution, to, subject, body, options = null) {
          const given = readOptions('GmailApp', options);
          const subjectSent = spoilAstral(String(subject));
          const bodySent = spoilAstral(String(body));
          send(
            execution,
            { ...NO_OPTIONS, ...given, to: String(to), subject: subjectSent, body: bodySent },
            true,
          );
        },
      },
      'MailApp.sendEmail': {
        contact: 'mail.send',
        scopes: SEND,
        handle(execution, to, subject, body, options = null) {
          const given = readOptions('MailApp', options);
          const mail = {
            ...NO_OPTIONS,
            ...given,
            to: String(to),
            subject: String(subject),
            body: String(body),
          };
          // Whether MailApp leaves a copy in the sent box is not confirmed: nobody may count on it.
          send(execution, mail, false);
        },
      },
      'MailApp.getRemainingDailyQuota': {
        contact: 'mail.read',
        scopes: SEND,
        handle: ({ effectiveUser }) => remaining(effectiveUser),
      },
      'GmailApp.getAliases': { contact: 'mail.read', scopes: GMAIL, handle: () => [] },
      'GmailApp.search': {
        contact: 'mail.read',
        scopes: GMAIL,
        handle({ effectiveUser: account }, query, start = 0, max = 500) {
          const matches = parseQuery(String(query));
          if (engine.faultArmed('searchEmpty')) return [];
          const scope = { account, now: engine.clock.now() };
          const found = mailbox(account).filter(
            (message) => message.date + INDEXED_AFTER <= scope.now && matches(message, scope),
          );
          return threads(account, found, Number(start), Number(max));
        },
      },
      'GmailApp.getInboxThreads': {
        contact: 'mail.read',
        scopes: GMAIL,
        handle({ effectiveUser: account }, start = 0, max = 500) {
          const found = mailbox(account).filter((message) => isReceived(message, account));
          return threads(account, found, Number(start), Number(max));
        },
      },
    },
  };
}
