/** Facts of HtmlService (facts/platform.md §2.5). */
fact(
  {
    id: 'html.missing-file',
    fact: 'A missing HTML file throws its name.',
    source: 'field: ids 60043961694, 18063290292',
    grade: 'F',
  },
  () =>
    throws_(
      () => HtmlService.createHtmlOutputFromFile('none'),
      'Exception',
      'No HTML file named none was found.',
    ),
);
fact(
  {
    id: 'html.x-frame-null',
    fact: 'XFrameOptionsMode has only ALLOWALL and DEFAULT; another key is undefined and dies in the setter.',
    source: 'reference/html/html-output; field reports',
    grade: 'F',
  },
  () => {
    equal_(HtmlService.XFrameOptionsMode.SAMEORIGIN, undefined);
    throws_(
      () => HtmlService.createHtmlOutput('').setXFrameOptionsMode(HtmlService.XFrameOptionsMode.SAMEORIGIN),
      'Exception',
      'Argument cannot be null: mode',
    );
  },
);
fact(
  {
    id: 'html.meta-names',
    fact: 'addMetaTag takes four names and throws for others.',
    source: 'reference/html/html-output',
    grade: 'D',
  },
  () => {
    var output = HtmlService.createHtmlOutput('').addMetaTag(
      'viewport',
      'width=device-width, initial-scale=1',
    );
    equal_(output.getMetaTags().length, 1);
    equal_(output.getMetaTags()[0].getName(), 'viewport');
    throws_(() => output.addMetaTag('robots', 'noindex'), 'Exception', /./);
  },
);
fact(
  {
    id: 'html.append',
    fact: 'append adds markup, appendUntrusted escapes; the title is empty by default.',
    source: 'facts/emulation.md',
    grade: 'U',
  },
  () => {
    var output = HtmlService.createHtmlOutput('<p>a</p>').append('<b>b</b>').appendUntrusted('<i>');
    equal_(output.getContent(), '<p>a</p><b>b</b>&lt;i&gt;');
    equal_(output.getTitle(), '');
    equal_(output.getWidth(), null);
  },
);
