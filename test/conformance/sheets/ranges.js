[
  ['too small a row', (sheet) => sheet.getRange(0, 1), 'The starting row of the range is too small.'],
  ['too small a column', (sheet) => sheet.getRange(1, 0), 'The starting column of the range is too small.'],
  ['no rows', (sheet) => sheet.getRange(2, 1, 0, 5), 'The number of rows in the range must be at least 1.'],
  [
    'beyond the grid',
    (sheet) => sheet.getRange(1001, 1),
    'The coordinates of the range are outside the dimensions of the sheet.',
  ],
  ['no A1 text', (sheet) => sheet.getRange('あ'), 'Range not found'],
  [
    'rows that do not match',
    (sheet) => sheet.getRange('A1').setValues([['a'], ['b']]),
    'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 1.',
  ],
  [
    'columns that do not match',
    (sheet) => sheet.getRange('A1:B1').setValues([['a', 'b', 'c']]),
    'The number of columns in the data does not match the number of columns in the range. The data has 3 but the range has 2.',
  ],
].forEach((row) => {
  fact(
    {
      id: 'ranges.' + row[0].replace(/ /g, '-'),
      fact: row[0] + ': ' + row[2],
      source: 'facts/platform.md 4.3',
      grade: 'F',
      where: 'editor',
    },
    () => onSheet_((sheet) => refuses_(() => row[1](sheet), row[2])),
  );
});

fact(
  {
    id: 'ranges.empty',
    fact: 'A new tab is 1000 × 26, has last row 0 and the data range A1.',
    source: 'gas-fakes; reference/spreadsheet',
    grade: 'M',
    where: 'editor',
  },
  () =>
    onSheet_((sheet) => {
      equal_([sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getLastRow()], [1000, 26, 0]);
      equal_(sheet.getDataRange().getA1Notation(), 'A1');
      equal_(sheet.getDataRange().getValues(), [['']]);
    }),
);
fact(
  {
    id: 'ranges.no-sheet',
    fact: 'getSheetByName is null for a name that is not there.',
    source: 'reference/spreadsheet/spreadsheet',
    grade: 'D',
    where: 'editor',
  },
  () => equal_(SpreadsheetApp.getActiveSpreadsheet().getSheetByName('conformance-none'), null),
);
fact(
  {
    id: 'ranges.same-name',
    fact: 'Two tabs cannot have one name.',
    source: 'ErrorHandler',
    grade: 'F',
    where: 'editor',
  },
  () =>
    onSheet_((sheet, book) =>
      refuses_(
        () => book.insertSheet(sheet.getName()),
        'A sheet with the name "' + sheet.getName() + '" already exists. Please enter another name.',
      ),
    ),
);
fact(
  {
    id: 'ranges.sort',
    fact: 'Numbers come before text, text before FALSE and TRUE, blanks last.',
    source: 'gas-fakes',
    grade: 'M',
    where: 'editor',
  },
  () =>
    onSheet_((sheet) => {
      sheet.getRange('A1:A6').setValues([[true], ['b'], [''], [2], [false], ['A']]);
      sheet.getRange('A1:A6').sort(1);
      equal_(sheet.getRange('A1:A6').getValues(), [[2], ['A'], ['b'], [false], [true], ['']]);
    }),
);
fact(
  {
    id: 'finder.default',
    fact: 'TextFinder looks in displayed text, partly, without regard to case.',
    source: 'reference/spreadsheet/text-finder',
    grade: 'D',
    where: 'editor',
  },
  () =>
    onSheet_((sheet) => {
      sheet.getRange('A1:A4').setValues([['xAbx'], ['ab'], ['b'], ['AB']]);
      var places = (finder) => finder.findAll().map((range) => range.getA1Notation());
      equal_(places(sheet.createTextFinder('ab')), ['A1', 'A2', 'A4']);
      equal_(places(sheet.createTextFinder('ab').matchEntireCell(true)), ['A2', 'A4']);
      equal_(places(sheet.createTextFinder('ab').matchCase(true)), ['A2']);
      var finder = sheet.createTextFinder('ab').startFrom(sheet.getRange('A2'));
      equal_(finder.findNext().getA1Notation(), 'A4');
    }),
);
fact(
  {
    id: 'finder.spreadsheet',
    fact: 'A TextFinder of the spreadsheet finds in every tab that is not hidden; a range tells its tab by its grid id.',
    source: 'reference/spreadsheet/spreadsheet#createTextFinder; hidden tabs unconfirmed',
    grade: 'D',
    where: 'editor',
  },
  () =>
    onSheet_((sheet, book) => {
      var other = book.insertSheet('conformance-' + Utilities.getUuid());
      try {
        sheet.getRange('B2').setValue('finder-00012');
        other.getRange('C3').setValue('finder-00013');
        other.getRange('C4').setValue('x finder-00013');
        var found = book
          .createTextFinder('^(finder-00012|finder-00013)$')
          .useRegularExpression(true)
          .findAll()
          .map((range) => [range.getGridId(), range.getA1Notation()])
          .sort((a, b) => (a[1] < b[1] ? -1 : 1));
        equal_(found, [
          [sheet.getSheetId(), 'B2'],
          [other.getSheetId(), 'C3'],
        ]);
      } finally {
        book.deleteSheet(other);
      }
    }),
);
fact(
  {
    id: 'spreadsheet.editors',
    fact: 'getEditors lists people who may edit the file; each tells an address.',
    source: 'reference/spreadsheet/spreadsheet#getEditors; whether the owner is among them unconfirmed',
    grade: 'D',
    where: 'editor',
  },
  () => {
    var addresses = SpreadsheetApp.getActiveSpreadsheet()
      .getEditors()
      .map((user) => user.getEmail());
    equal_(
      addresses.every((address) => /@/.test(address)),
      true,
    );
  },
);
fact(
  {
    id: 'ui.webapp',
    fact: 'There is no Ui in a web app.',
    source: 'facts/platform.md 10',
    grade: 'F',
    where: 'webapp',
  },
  () => refuses_(() => SpreadsheetApp.getUi(), 'Cannot call SpreadsheetApp.getUi() from this context.'),
);
