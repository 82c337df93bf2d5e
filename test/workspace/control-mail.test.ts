import { closeControls, openControl, OWNER } from './control-world';

const CODE = `
  function send(to, subject, body, options) { GmailApp.sendEmail(to, subject, body, options); }
  function sendByMailApp(message) { MailApp.sendEmail(message); }
  function quota() { return MailApp.getRemainingDailyQuota(); }
  function search(query) {
    return GmailApp.search(query).map((thread) => thread.getMessages().map((message) => message.getSubject()));
  }
  function aliases() { return GmailApp.getAliases(); }
`;

interface Mail {
  id: string;
  from: string;
  to: string;
  replyTo: string;
  subject: string;
  body: string;
  date: string;
}

const many = (count: number): string =>
  Array.from({ length: count }, (_, index) => `a${index}@example.jp`).join(',');

afterEach(closeControls);

describe('mail', () => {
  it('lies in the mailbox of its recipient as it was sent', async () => {
    const { control, run } = await openControl(CODE);
    await run('send', 'yamada@example.jp', '仮パスワード', '本文\n（N26-000123）', {
      name: '事務局',
      replyTo: 'office@example.jp',
    });
    expect(await control.get<Mail[]>('/api/mail?to=YAMADA@example.jp')).toEqual([
      expect.objectContaining({
        from: `事務局 <${OWNER}>`,
        to: 'yamada@example.jp',
        replyTo: 'office@example.jp',
        subject: '仮パスワード',
        body: '本文\n（N26-000123）',
        date: '2026-11-22T09:00:00+09:00',
      }),
    ]);
    expect(await control.get('/api/mail?to=other@example.jp')).toEqual([]);
  });

  it('is found in the sent box by whole words, 30 seconds after it was sent', async () => {
    const { control, run } = await openControl(CODE);
    await run('send', 'a@example.jp', '件名', '本文（N26-000123）');
    expect(await run('search', 'in:sent "N26-000123"')).toEqual([]);
    await control.post('/api/clock', { advance: 'PT30S' });
    expect(await run('search', 'in:sent "N26-000123"')).toEqual([['件名']]);
    expect(await run('search', 'in:sent to:a@example.jp subject:件名 newer_than:1d')).toEqual([['件名']]);
    expect(await run('search', 'in:sent N26-00012')).toEqual([]);
    expect(await run('search', 'in:sent -件名')).toEqual([]);
    expect(await run('search', 'in:inbox "N26-000123"')).toEqual([]);
  });

  it('refuses search operators it does not know instead of finding nothing', async () => {
    const { run } = await openControl(CODE);
    await expect(run('search', 'rfc822msgid:abc')).rejects.toThrow(
      'NotInWorkspace: GmailApp.search rfc822msgid:',
    );
    await expect(run('search', '{a b}')).rejects.toThrow('NotInWorkspace');
  });

  it('can be made not to be found', async () => {
    const { control, run } = await openControl(CODE);
    await run('send', 'a@example.jp', '件名', '本文');
    await control.post('/api/clock', { advance: 'PT1H' });
    await control.post('/api/faults', { kind: 'searchEmpty' });
    expect(await run('search', 'in:sent 本文')).toEqual([]);
    expect(await run('search', 'in:sent 本文')).toEqual([['件名']]);
  });

  it.each([
    ['foo', '件', '文', 'Invalid email: foo'],
    ['a..b@example.jp', '件', '文', 'Invalid email: a..b@example.jp'],
    ['', '件', '文', 'Failed to send email: no recipient'],
    ['a@example.jp', '長'.repeat(251), '文', 'Argument too large: subject'],
    ['a@example.jp', '件', '文'.repeat(140_000), 'Limit Exceeded: Email Body Size.'],
    [many(51), '件', '文', 'Limit Exceeded: Email Recipients Per Message.'],
  ])('refuses what the platform refuses: %#', async (to, subject, body, text) => {
    const { control, run } = await openControl(CODE);
    await expect(run('send', to, subject, body)).rejects.toThrow(text);
    expect(await control.get('/api/mail')).toEqual([]);
  });

  it('refuses another sender than oneself, options it has not built, and wrong types', async () => {
    const { run } = await openControl(CODE);
    await expect(run('send', 'a@example.jp', '', '', { from: 'x@example.jp' })).rejects.toThrow(
      'Invalid argument: x@example.jp',
    );
    await expect(run('send', 'a@example.jp', '', '', { attachments: [] })).rejects.toThrow('NotInWorkspace');
    await expect(run('send', 'a@example.jp', '', 5, {})).rejects.toThrow(
      "The parameters (String,String,number,(class)) don't match the method signature for GmailApp.sendEmail.",
    );
    expect(await run('aliases')).toEqual([]);
  });

  it('counts recipients, and gives the day back 24 hours after its first mail', async () => {
    const { control, run } = await openControl(CODE);
    expect(await run('quota')).toBe(1500);
    await run('send', many(50), '', '');
    await control.post('/api/clock', { advance: 'PT23H' });
    await run('sendByMailApp', { to: 'a@example.jp', cc: 'b@example.jp', subject: '件', body: '文' });
    expect(await run('quota')).toBe(1448);
    await control.post('/api/clock', { advance: 'PT1H' });
    expect(await run('quota')).toBe(1500);
  });

  it('sends nothing while the quota is used up', async () => {
    const { control, run } = await openControl(CODE);
    await control.post('/api/faults', { kind: 'quota' });
    expect(await run('quota')).toBe(0);
    await expect(run('send', 'a@example.jp', '', '')).rejects.toThrow(
      'Service invoked too many times for one day: email.',
    );
    await control.delete('/api/faults');
    await run('send', 'a@example.jp', '', '');
    expect(await control.get<Mail[]>('/api/mail')).toHaveLength(1);
  });

  it('spoils characters outside the basic plane in GmailApp, and keeps no copy of what MailApp sends', async () => {
    const { control, run } = await openControl(CODE);
    await run('send', 'a@example.jp', '𠮷田', '😀');
    await run('sendByMailApp', { to: 'a@example.jp', subject: '𠮷', body: '写し' });
    const mails = await control.get<Mail[]>('/api/mail');
    expect(mails.map(({ subject }) => subject)).toEqual(['??田', '𠮷']);
    await control.post('/api/clock', { advance: 'PT1H' });
    expect(await run('search', 'in:sent 写し')).toEqual([]);
  });

  it('comes back as a bounce in the inbox of its sender', async () => {
    const { control, run } = await openControl(CODE);
    await run('send', 'gone@example.jp', '件名', '本文');
    const [mail] = await control.get<Mail[]>('/api/mail');
    await control.post(`/api/mail/${mail?.id}/bounce`, {});
    const inbox = await control.get<Mail[]>(`/api/mail?to=${OWNER}`);
    expect(inbox[0]?.subject).toBe('Delivery Status Notification (Failure)');
    expect(inbox[0]?.body).toContain('gone@example.jp');
    await control.post('/api/clock', { advance: 'PT1M' });
    expect(await run('search', 'in:inbox from:mailer-daemon')).toEqual([
      ['件名', 'Delivery Status Notification (Failure)'],
    ]);
    await expect(control.post('/api/mail/none/bounce', {})).rejects.toThrow('There is no mail none.');
  });
});
