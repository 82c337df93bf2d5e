/** Facts of values that are not typed text, and of what counts as content (facts/platform.md §4). */
[
  {
    id: 'values.date',
    fact: 'A Date is stored as a date and read back as a Date of the script’s realm.',
    source: 'reference/spreadsheet/range#setValue',
    grade: 'D',
    check(sheet) {
      var date = new Date('2026-04-01T00:00:00+09:00');
      sheet.getRange('A1').setValue(date);
      var value = sheet.getRange('A1').getValue();
      equal_([value instanceof Date, value.getTime()], [true, date.getTime()]);
    },
  },
  {
    id: 'values.time',
    fact: 'A time of day is read back as a Date of 30 December 1899.',
    source: 'field reports; tanaikech',
    grade: 'M',
    check(sheet) {
      sheet.getRange('A1').setValue('3:15');
      SpreadsheetApp.flush();
      equal_(sheet.getRange('A1').getValue().toISOString(), '1899-12-29T18:15:00.000Z');
    },
  },
  {
    id: 'values.blank',
    fact: 'null, undefined and "" clear a cell; a blank cell is "".',
    source: 'guides/v8-runtime/migration',
    grade: 'D',
    check(sheet) {
      var range = sheet.getRange('A1:C1');
      range.setValues([['a', 'b', 'c']]);
      sheet.getRange('A1').setValue(null);
      sheet.getRange('B1').setValue(undefined);
      sheet.getRange('C1').setValue('');
      SpreadsheetApp.flush();
      equal_([range.getValues(), sheet.getLastRow()], [[['', '', '']], 0]);
    },
  },
  {
    id: 'values.large',
    fact: 'A number from 1e15 on is displayed as 1E+15.',
    source: 'tanaikech',
    grade: 'M',
    check(sheet) {
      sheet.getRange('A1').setValue(1e15);
      SpreadsheetApp.flush();
      equal_([sheet.getRange('A1').getValue(), sheet.getRange('A1').getDisplayValue()], [1e15, '1E+15']);
    },
  },
  {
    id: 'values.object',
    fact: 'An object or a nested array is no value (Google writes rubbish; here it is refused).',
    source: 'facts/platform.md 4.1',
    grade: 'U',
    check(sheet) {
      refuses_(() => sheet.getRange('A1').setValue({ a: 1 }), "don't match the method signature");
      refuses_(() => sheet.getRange('A1').setValues([[['a']]]), "don't match the method signature");
    },
  },
  {
    id: 'values.error',
    fact: 'getValue of an error cell is its text.',
    source: 'general knowledge',
    grade: 'U',
    check(sheet) {
      sheet.getRange('A1').setFormula('=1/0');
      SpreadsheetApp.flush();
      equal_(sheet.getRange('A1').getValue(), '#DIV/0!');
    },
  },
  {
    id: 'values.content',
    fact: 'FALSE and a space are content for getLastRow, a format is not.',
    source: 'general knowledge',
    grade: 'U',
    check(sheet) {
      sheet.getRange('A1').setValue(false);
      sheet.getRange('B2').setValue(' ');
      sheet.getRange('C3').setNumberFormat('@');
      SpreadsheetApp.flush();
      equal_([sheet.getLastRow(), sheet.getLastColumn()], [2, 2]);
    },
  },
  {
    id: 'values.clear',
    fact: 'clearContent keeps formats; clear takes values and formats, notes stay.',
    source: 'gas-fakes',
    grade: 'M',
    check(sheet) {
      var range = sheet.getRange('A1').setNumberFormat('@').setValue('0123').setNote('n');
      range.clearContent();
      equal_([range.getValue(), range.getNumberFormat(), range.getNote()], ['', '@', 'n']);
      range.setValue('0123').clear();
      equal_([range.getValue(), range.getNumberFormat() === '@', range.getNote()], ['', false, 'n']);
    },
  },
  {
    id: 'values.list-texts',
    fact: 'requireValueInList turns its values into texts.',
    source: 'gas-fakes',
    grade: 'M',
    check(sheet) {
      var rule = SpreadsheetApp.newDataValidation().requireValueInList([1, 2]).setAllowInvalid(false).build();
      sheet.getRange('A1').setDataValidation(rule).setValue('2');
      SpreadsheetApp.flush();
      equal_(sheet.getRange('A1').getDisplayValue(), '2');
    },
  },
  {
    id: 'values.rule-arguments',
    fact: 'requireDate takes no argument.',
    source: 'gas-fakes live tests',
    grade: 'M',
    check() {
      refuses_(
        () => SpreadsheetApp.newDataValidation().requireDate('=i1'),
        "don't match the method signature for SpreadsheetApp.DataValidationBuilder.requireDate.",
      );
    },
  },
  {
    id: 'values.notes-arguments',
    fact: 'setNotes takes an array of arrays.',
    source: 'gas-fakes live tests',
    grade: 'M',
    check(sheet) {
      refuses_(
        () => sheet.getRange('A1').setNotes('foo'),
        "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setNotes.",
      );
    },
  },
].forEach((row) =>
  fact({ id: row.id, fact: row.fact, source: row.source, grade: row.grade, where: 'editor' }, () =>
    onSheet_(row.check),
  ),
);

/** Texts whose fate nobody has confirmed. */
['22 34', '+81901234567', ' 12', '12 ', '１２３', '$2.99', '2.000.000', '２０２６/４/１'].forEach((text) =>
  fact(
    {
      id: 'cells.unknown.' + text,
      fact:
        'What becomes of "' + text + '" is not confirmed: the Workspace refuses it in a cell that is not @.',
      source: 'facts/platform.md 4.1',
      grade: 'U',
      where: 'editor',
    },
    () =>
      onSheet_((sheet) => {
        refuses_(() => sheet.getRange('A1').setValue(text), 'AmbiguousInput');
        sheet.getRange('A2').setNumberFormat('@').setValue(text);
        equal_(sheet.getRange('A2').getValue(), text);
      }),
  ),
);
