/** MailApp. */
import { notInWorkspace, strict } from './errors';
import { call } from './host';
import { is, signature } from './signature';

/** Fields of the one-object form of sendEmail that are parameters of the others. */
const FIELDS = ['to', 'subject', 'body'];

function sendMessage(message: Record<string, unknown>): void {
  const options = Object.fromEntries(Object.entries(message).filter(([key]) => !FIELDS.includes(key)));
  const text = (key: string): string => {
    const value = message[key] ?? '';
    return typeof value === 'string' ? value : notInWorkspace(`MailApp.sendEmail ${key} that is no text`);
  };
  call('MailApp.sendEmail', text('to'), text('subject'), text('body'), options);
}

/** Installs MailApp. */
export function install(target: Record<string, unknown>): void {
  target['MailApp'] = strict(
    {
      sendEmail(...args: unknown[]) {
        signature(
          'MailApp.sendEmail',
          args,
          [is.object],
          [is.string, is.string, is.string],
          [is.string, is.string, is.string, is.orNull(is.object)],
          [is.string, is.string, is.string, is.string],
        );
        if (args.length === 1) {
          sendMessage(args[0] as Record<string, unknown>);
          return;
        }
        const [to, second, third, fourth] = args;
        if (typeof fourth === 'string') call('MailApp.sendEmail', to, third, fourth, { replyTo: second });
        else call('MailApp.sendEmail', to, second, third, fourth ?? null);
      },
      getRemainingDailyQuota(...args: unknown[]) {
        signature('MailApp.getRemainingDailyQuota', args, []);
        return call('MailApp.getRemainingDailyQuota');
      },
    },
    'MailApp',
  );
}
