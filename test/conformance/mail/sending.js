/** Facts of GmailApp that send nothing (facts/platform.md §6). */
fact(
  {
    id: 'mail.invalid-address',
    fact: 'An address is checked by its syntax only, and named when it is none.',
    source: 'ErrHandler',
    grade: 'M',
  },
  () => throws_(() => GmailApp.sendEmail('foo', '件名', '本文'), 'Exception', 'Invalid email: foo'),
);
fact(
  {
    id: 'mail.no-recipient',
    fact: 'Without a recipient nothing is sent.',
    source: 'ErrHandler',
    grade: 'M',
  },
  () =>
    throws_(() => GmailApp.sendEmail('', '件名', '本文'), 'Exception', 'Failed to send email: no recipient'),
);
fact(
  {
    id: 'mail.subject-size',
    fact: 'A subject has at most 250 characters.',
    source: 'ErrHandler',
    grade: 'M',
  },
  () =>
    throws_(
      () => GmailApp.sendEmail('a@example.com', '長'.repeat(251), '本文'),
      'Exception',
      'Argument too large: subject',
    ),
);
fact(
  {
    id: 'mail.recipients',
    fact: 'A message has at most 50 recipients.',
    source: 'guides/services/quotas; ErrHandler',
    grade: 'D',
  },
  () => {
    var many = Array.from({ length: 51 }, (_, index) => 'a' + index + '@example.com').join(',');
    throws_(
      () => GmailApp.sendEmail(many, '件名', '本文'),
      'Exception',
      'Limit Exceeded: Email Recipients Per Message.',
    );
  },
);
fact(
  {
    id: 'mail.from-alias',
    fact: 'Another sender must be an alias of the account.',
    source: 'reference/gmail/gmail-app; text unconfirmed',
    grade: 'U',
  },
  () =>
    throws_(
      () => GmailApp.sendEmail('a@example.com', '件名', '本文', { from: 'nobody@example.org' }),
      'Exception',
      'Invalid argument: nobody@example.org',
    ),
);
