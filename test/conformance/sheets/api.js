/** Sends requests; the spreadsheet is this project's own. */
function send_(requests, more) {
  var body = Object.assign({ requests: requests }, more || {});
  return Sheets.Spreadsheets.batchUpdate(body, SpreadsheetApp.getActiveSpreadsheet().getId());
}

/** One row of typed text at the top of a tab. */
function writeTexts_(sheet, texts, columnIndex) {
  return {
    updateCells: {
      start: { sheetId: sheet.getSheetId(), rowIndex: 0, columnIndex: columnIndex || 0 },
      rows: [{ values: texts.map((text) => ({ userEnteredValue: { stringValue: text } })) }],
      fields: 'userEnteredValue',
    },
  };
}

fact(
  {
    id: 'api.typed',
    fact: 'A stringValue is never parsed.',
    source: 'Sheets API ExtendedValue',
    grade: 'D',
    where: 'editor',
  },
  () =>
    onSheet_((sheet) => {
      send_([writeTexts_(sheet, ['00123', '1-2', '=1+1'])]);
      equal_(sheet.getRange('A1:C1').getValues(), [['00123', '1-2', '=1+1']]);
      equal_(sheet.getRange('C1').getFormula(), '');
    }),
);
fact(
  {
    id: 'api.atomic',
    fact: 'One bad request and none is applied; the text names it.',
    source: 'Sheets API batchUpdate; AMWA-TV/nmos-testing#578',
    grade: 'D',
    where: 'editor',
  },
  () =>
    onSheet_((sheet) => {
      refuses_(
        () => send_([writeTexts_(sheet, ['a']), writeTexts_(sheet, ['b', 'c'], 25)]),
        'Invalid requests[1].updateCells: Attempting to write column: 26, beyond the last requested column of: 25',
      );
      equal_(sheet.getLastRow(), 0);
    }),
);
fact(
  {
    id: 'api.response',
    fact: 'The answer holds the grids asked for, as they are after the update.',
    source: 'Sheets API BatchUpdateSpreadsheetRequest',
    grade: 'D',
    where: 'editor',
  },
  () =>
    onSheet_((sheet) => {
      var answer = send_([writeTexts_(sheet, ['k', 'v'])], {
        includeSpreadsheetInResponse: true,
        responseIncludeGridData: true,
        responseRanges: ["'" + sheet.getName() + "'!B1:B1"],
      });
      equal_(answer.updatedSpreadsheet.sheets.length, 1);
      var data = answer.updatedSpreadsheet.sheets[0].data[0];
      equal_(data.startColumn, 1);
      equal_(data.rowData[0].values[0].effectiveValue, { stringValue: 'v' });
    }),
);
fact(
  {
    id: 'api.append',
    fact: 'appendCells writes below the last row with data and makes rows where there are none.',
    source: 'Sheets API AppendCellsRequest',
    grade: 'D',
    where: 'editor',
  },
  () =>
    onSheet_((sheet) => {
      sheet.getRange('A1000').setValue('last');
      SpreadsheetApp.flush();
      send_([
        {
          appendCells: {
            sheetId: sheet.getSheetId(),
            rows: [{ values: [{ userEnteredValue: { numberValue: 5 } }] }],
            fields: 'userEnteredValue',
          },
        },
      ]);
      SpreadsheetApp.flush();
      equal_([sheet.getMaxRows(), sheet.getRange('A1001').getValue()], [1001, 5]);
    }),
);
fact(
  {
    id: 'api.values',
    fact: 'values.batchGet cuts trailing blanks; unformatted dates are serial numbers.',
    source: 'Sheets API ValueRange',
    grade: 'D',
    where: 'editor',
  },
  () =>
    onSheet_((sheet, book) => {
      sheet.getRange('A1:C3').setValues([
        ['a', '', ''],
        ['', '', ''],
        [1, new Date('2026-04-01T00:00:00+09:00'), ''],
      ]);
      SpreadsheetApp.flush();
      var name = "'" + sheet.getName() + "'!";
      var answer = Sheets.Spreadsheets.Values.batchGet(book.getId(), {
        ranges: [name + 'A:C', name + 'C1:C9'],
        valueRenderOption: 'UNFORMATTED_VALUE',
      });
      equal_(answer.valueRanges[0].values, [['a'], [], [1, 46113]]);
      equal_(answer.valueRanges[1].values, undefined);
    }),
);
