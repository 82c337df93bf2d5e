/** The only file that touches Gmail: sends plain text to one recipient, and looks into the sent box. */
import type { Mail } from './compose';

/** Sends one mail as the account that runs this. Throws what the platform throws. */
export function sendMail(mail: Mail, sender: { name: string; replyTo: string; alias: string }): void {
  GmailApp.sendEmail(mail.to, mail.subject, mail.body, {
    name: sender.name,
    ...(sender.replyTo === '' ? {} : { replyTo: sender.replyTo }),
    ...(sender.alias === '' ? {} : { from: sender.alias }),
  });
}

/** Recipients that may still be written to today. */
export function remainingQuota(): number {
  return MailApp.getRemainingDailyQuota();
}

/** Whether a mail with this notice number lies in the sent box; a mail sent within the last minutes may not show yet. */
export function isInSentBox(noticeNumber: string): boolean {
  return GmailApp.search(`in:sent "${noticeNumber}"`, 0, 10).some((thread) =>
    thread.getMessages().some((message) => message.getPlainBody().includes(`（${noticeNumber}）`)),
  );
}
