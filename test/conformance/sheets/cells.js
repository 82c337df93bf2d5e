/** What setValue makes of text, one row each: typed, type of getValue, text of the value. */
var COERCIONS_ = [
  ['00123', 'number', '123'],
  ['2024/10/1', 'date', '2024-09-30T15:00:00.000Z'],
  ['2026-08-17', 'date', '2026-08-16T15:00:00.000Z'],
  ['2026-07', 'date', '2026-06-30T15:00:00.000Z'],
  ['10:30', 'date', '1899-12-30T01:30:00.000Z'],
  ['true', 'boolean', 'true'],
  ['10%', 'number', '0.1'],
  ['1,000,000', 'number', '1000000'],
  ['=1+1', 'number', '2'],
  ["'00123", 'string', '00123'],
  ['', 'string', ''],
];

COERCIONS_.forEach((row) => {
  fact(
    {
      id: 'cells.typed.' + row[0],
      fact: 'setValue("' + row[0] + '") is read back as ' + row[1] + ' ' + row[2] + '.',
      source: 'facts/platform.md 4.1',
      grade: 'F',
      where: 'editor',
    },
    () =>
      onSheet_((sheet) => {
        sheet.getRange('A1').setValue(row[0]);
        SpreadsheetApp.flush();
        var value = sheet.getRange('A1').getValue();
        var type = Object.prototype.toString.call(value) === '[object Date]' ? 'date' : typeof value;
        equal_([type, type === 'date' ? value.toISOString() : String(value)], [row[1], row[2]]);
      }),
  );
});

fact(
  {
    id: 'cells.text-format',
    fact: 'A cell formatted @ before the write keeps the text as it is.',
    source: 'sheetquery#20',
    grade: 'F',
    where: 'editor',
  },
  () =>
    onSheet_((sheet) => {
      var texts = [['00123', '2024/10/1', '1-2', 'TRUE']];
      sheet.getRange('A1:D1').setNumberFormat('@').setValues(texts);
      SpreadsheetApp.flush();
      equal_(sheet.getRange('A1:D1').getValues(), texts);
    }),
);
fact(
  {
    id: 'cells.limit',
    fact: 'More than 50,000 characters are refused.',
    source: 'facts/platform.md 4.3',
    grade: 'F',
    where: 'editor',
  },
  () =>
    onSheet_((sheet) =>
      refuses_(() => {
        sheet.getRange('A1').setValue(new Array(50002).join('x'));
        SpreadsheetApp.flush();
      }, 'more than the maximum of 50000 characters in a single cell'),
    ),
);
fact(
  {
    id: 'cells.validation-late',
    fact: 'A strict validation is broken at the flush, with the values that are allowed.',
    source: '66463759559, 70151285550',
    grade: 'F',
    where: 'editor',
  },
  () =>
    onSheet_((sheet) => {
      var rule = SpreadsheetApp.newDataValidation()
        .requireValueInList(['a', 'b'])
        .setAllowInvalid(false)
        .build();
      sheet.getRange('A1').setDataValidation(rule);
      SpreadsheetApp.flush();
      sheet.getRange('A1').setValue('c');
      refuses_(
        () => SpreadsheetApp.flush(),
        'The data you entered in cell A1 violates the data validation rules set on this cell.',
      );
    }),
);
