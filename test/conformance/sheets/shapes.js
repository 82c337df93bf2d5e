/** Facts of references, tabs, protections and searching (facts/platform.md 4.3, facts/emulation.md). */
[
  {
    id: 'ranges.a1',
    fact: 'getRange takes $, lower case, inverted ranges and another tab’s name.',
    source: 'gas-fakes',
    grade: 'M',
    check(sheet, book) {
      equal_(
        ['$C$3', 'b2:a1', "'" + sheet.getName() + "'!E10:F12"].map((text) =>
          sheet.getRange(text).getA1Notation(),
        ),
        ['C3', 'A1:B2', 'E10:F12'],
      );
      equal_(
        book
          .getRange("'" + sheet.getName() + "'!B2")
          .getSheet()
          .getName(),
        sheet.getName(),
      );
    },
  },
  {
    id: 'ranges.open',
    fact: 'Whole rows and columns keep their notation.',
    source: 'gas-fakes',
    grade: 'M',
    check(sheet) {
      equal_(
        ['5:7', 'D:F'].map((text) => sheet.getRange(text).getA1Notation()),
        ['5:7', 'D:F'],
      );
      equal_([sheet.getRange('5:7').getNumColumns(), sheet.getRange('D:F').getNumRows()], [26, 1000]);
    },
  },
  {
    id: 'ranges.offset',
    fact: 'offset with no rows throws.',
    source: 'gas-fakes',
    grade: 'M',
    check(sheet) {
      refuses_(
        () => sheet.getRange('A1').offset(0, 0, 0),
        'The number of rows in the range must be at least 1.',
      );
    },
  },
  {
    id: 'ranges.no-columns',
    fact: 'A range has at least one column.',
    source: 'ErrorHandler',
    grade: 'F',
    check(sheet) {
      refuses_(() => sheet.getRange(1, 1, 1, 0), 'The number of columns in the range must be at least 1.');
    },
  },
  {
    id: 'ranges.append',
    fact: 'appendRow writes below the last row with content, and makes a row where there is none.',
    source: 'reference/spreadsheet/sheet#appendRow',
    grade: 'D',
    check(sheet) {
      sheet.getRange('A999').setValue('x');
      sheet.appendRow(['y']);
      sheet.appendRow(['z']);
      SpreadsheetApp.flush();
      equal_([sheet.getMaxRows(), sheet.getRange('A1001').getValue()], [1001, 'z']);
    },
  },
  {
    id: 'ranges.insert-rows',
    fact: 'Blank rows that are inserted at the end do not change getLastRow.',
    source: 'gas-fakes',
    grade: 'M',
    check(sheet) {
      sheet.getRange('A1').setValue('x');
      sheet.insertRowsAfter(1000, 5);
      equal_([sheet.getLastRow(), sheet.getMaxRows()], [1, 1005]);
    },
  },
  {
    id: 'ranges.cells-of-book',
    fact: 'A spreadsheet has at most 10 million cells.',
    source: 'support.google.com/drive/answer/37603',
    grade: 'D',
    check(sheet) {
      refuses_(() => {
        sheet.insertRowsAfter(1000, 400000);
        SpreadsheetApp.flush();
      }, 'above the limit of 10000000 cells');
    },
  },
  {
    id: 'tabs.index',
    fact: 'insertSheet counts from 0, getIndex from 1.',
    source: 'gas-fakes',
    grade: 'M',
    check(sheet, book) {
      var first = book.insertSheet('conformance-' + Utilities.getUuid(), 0);
      var index = first.getIndex();
      book.deleteSheet(first);
      equal_(index, 1);
    },
  },
  {
    id: 'tabs.copy',
    fact: 'A copy is called Copy of X.',
    source: 'gas-fakes',
    grade: 'M',
    check(sheet, book) {
      var copy = sheet.copyTo(book);
      var name = copy.getName();
      book.deleteSheet(copy);
      equal_(name, 'Copy of ' + sheet.getName());
    },
  },
  {
    id: 'tabs.null',
    fact: 'A tab that is not there is null, and its use a TypeError.',
    source: 'reference/spreadsheet/spreadsheet',
    grade: 'D',
    check(sheet, book) {
      throws_(
        () => book.getSheetByName('conformance-none').getRange('A1'),
        'TypeError',
        "Cannot read properties of null (reading 'getRange')",
      );
    },
  },
  {
    id: 'tabs.sort',
    fact: 'Sheet.sort sorts the first row too unless it is frozen.',
    source: 'gas-fakes',
    grade: 'M',
    check(sheet) {
      sheet.getRange('A1:A3').setValues([['番号'], [2], [1]]);
      sheet.sort(1);
      equal_(sheet.getRange('A1:A3').getValues(), [[1], [2], ['番号']]);
    },
  },
  {
    id: 'protection.owner',
    fact: 'The owner is not among the editors of a protection and may edit it all the same.',
    source: 'issuetracker 442636162',
    grade: 'F',
    check(sheet, book) {
      var protection = sheet.protect();
      var owner = book.getOwner().getEmail();
      equal_(
        protection.getEditors().some((user) => user.getEmail() === owner),
        false,
      );
      equal_(protection.canEdit(), true);
    },
  },
  {
    id: 'finder.displayed',
    fact: 'A number is found by what the cell displays.',
    source: 'reference/spreadsheet/text-finder',
    grade: 'D',
    check(sheet) {
      sheet.getRange('A1').setNumberFormat('00000').setValue(123);
      SpreadsheetApp.flush();
      var found = (text) => sheet.createTextFinder(text).matchEntireCell(true).findNext() !== null;
      equal_([found('00123'), found('123')], [true, false]);
    },
  },
  {
    id: 'finder.width',
    fact: 'Full-width and half-width text are different; nothing found is null.',
    source: 'facts/platform.md 4.3',
    grade: 'U',
    check(sheet) {
      sheet.getRange('A1').setNumberFormat('@').setValue('ＡＢ');
      SpreadsheetApp.flush();
      equal_(sheet.createTextFinder('AB').findNext(), null);
    },
  },
  {
    id: 'api.permission',
    fact: 'A spreadsheet that is not there is reported by the API with its own name of error.',
    source: 'Sheets API',
    grade: 'F',
    check() {
      throws_(
        () => Sheets.Spreadsheets.get('1AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'),
        'GoogleJsonResponseException',
        'API call to sheets.spreadsheets.get failed with error: Requested entity was not found.',
      );
    },
  },
  {
    id: 'open.missing',
    fact: 'openById of nothing says that the document is missing.',
    source: 'ErrorHandler',
    grade: 'F',
    check() {
      refuses_(
        () => SpreadsheetApp.openById('1AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'),
        'Document is missing (perhaps it was deleted?)',
      );
    },
  },
].forEach((row) =>
  fact({ id: row.id, fact: row.fact, source: row.source, grade: row.grade, where: 'editor' }, () =>
    onSheet_(row.check),
  ),
);
