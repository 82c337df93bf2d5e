/** Mail: the sent box, bounces, subjects (facts/platform.md §6). */
import { give, open, row } from './table';
import type { AroundFact } from './table';

export const MAIL: AroundFact[] = [
  row(
    'mail.sent',
    'What GmailApp sent lies in the sent box; a search right after may find nothing.',
    'reference/gmail; gas-fakes',
    'M',
    async () => {
      const opened = await open();
      const search = 'GmailApp.search("in:sent").length';
      expect(
        (await give(opened, `GmailApp.sendEmail("nobody@nonexistent.example", "s", "b") && ${search}`)).value,
      ).toBe(0);
      await opened.control.post('/api/clock', { advance: 'PT1M' });
      expect((await give(opened, search)).value).toBe(1);
    },
  ),
  row(
    'mail.bounce',
    'An address that does not exist is no exception; a bounce arrives later.',
    'platform.md §6',
    'U',
    async () => {
      const opened = await open();
      expect(
        (await give(opened, 'GmailApp.sendEmail("nobody@nonexistent.example", "s", "b") && 1')).value,
      ).toBe(1);
      const [sent] = await opened.control.get<{ id: string }[]>('/api/mail');
      await opened.control.post(`/api/mail/${sent?.id}/bounce`, {});
      expect((await give(opened, 'GmailApp.getInboxThreads().length')).value).toBe(1);
    },
  ),
  row('mail.subject-lines', 'A line break in a subject makes no header.', 'platform.md §6', 'U', async () => {
    const opened = await open();
    await give(opened, 'GmailApp.sendEmail("a@example.com", "s\\nBcc: x@example.com", "b") && 1');
    expect(await opened.control.get('/api/mail')).toMatchObject([
      { subject: 's Bcc: x@example.com', bcc: '' },
    ]);
  }),
];
