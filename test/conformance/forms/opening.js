/** Facts of FormApp that need no form (facts/platform.md §5). */
fact(
  {
    id: 'forms.published-url',
    fact: 'openByUrl takes the edit URL; a short or published one is no argument for it.',
    source: 'facts/emulation.md; published URLs unconfirmed',
    grade: 'U',
  },
  () => throws_(() => FormApp.openByUrl('https://forms.gle/abcdefgh'), 'Exception', /Invalid argument: url/),
);
fact(
  {
    id: 'forms.unknown-id',
    fact: 'A form that is not there, or is not shared with the user, cannot be told apart.',
    source: 'ErrHandler',
    grade: 'M',
  },
  () =>
    throws_(
      () => FormApp.openById('1AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'),
      'Exception',
      /No item with the given ID could be found/,
    ),
);
fact(
  {
    id: 'forms.item-types',
    fact: 'Kinds of questions are objects that print as their key, not strings.',
    source: 'facts/emulation.md',
    grade: 'M',
  },
  () => {
    equal_(String(FormApp.ItemType.TEXT), 'TEXT');
    equal_(FormApp.ItemType.DATE === 'DATE', false);
    equal_(JSON.stringify(FormApp.ItemType.MULTIPLE_CHOICE), '"MULTIPLE_CHOICE"');
  },
);
