import { personEdit } from '../../workspace/sheets/person';
import { OWNER, STAFF, openDesk } from './sheets-desk';

const text = (value: string) => ({
  userEnteredValue: { stringValue: value },
  userEnteredFormat: { numberFormat: { type: 'TEXT' } },
});

describe('Sheets.Spreadsheets.batchUpdate', () => {
  it('writes typed values without parsing them and answers the grids asked for', () => {
    const desk = openDesk({ tabs: ['台帳', '控え'] });
    const answer = desk.run(({ api, book }) =>
      api.Spreadsheets.batchUpdate(
        {
          requests: [
            {
              updateCells: {
                start: { sheetId: 0, rowIndex: 1, columnIndex: 0 },
                rows: [
                  {
                    values: [
                      text('00123'),
                      {
                        userEnteredValue: { numberValue: 46113 },
                        userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy/mm/dd' } },
                      },
                      { userEnteredValue: { boolValue: true } },
                      text('=1+1'),
                    ],
                  },
                ],
                fields: 'userEnteredValue,userEnteredFormat.numberFormat',
              },
            },
            {
              appendCells: {
                sheetId: 0,
                rows: [{ values: [text('1-2')] }],
                fields: 'userEnteredValue,userEnteredFormat.numberFormat',
              },
            },
          ],
          includeSpreadsheetInResponse: true,
          responseIncludeGridData: true,
          responseRanges: ["'台帳'!A2:D2", '台帳!A3:A3'],
        },
        book.getId(),
      ),
    );
    expect(answer['replies']).toEqual([{}, {}]);
    const sheets = answer['updatedSpreadsheet']?.['sheets'];
    expect(sheets).toHaveLength(1);
    expect(sheets?.[0]?.['properties']).toMatchObject({ sheetId: 0, title: '台帳', index: 0 });
    const [first, second] = sheets?.[0]?.['data'] as unknown as [
      Record<string, never>,
      Record<string, never>,
    ];
    expect(first).toMatchObject({ startRow: 1 });
    const values = (first as never as { rowData: { values: Record<string, unknown>[] }[] }).rowData[0]
      ?.values;
    expect(values?.map((cell) => cell['effectiveValue'])).toEqual([
      { stringValue: '00123' },
      { numberValue: 46113 },
      { boolValue: true },
      { stringValue: '=1+1' },
    ]);
    expect(values?.[1]?.['formattedValue']).toBe('2026/04/01');
    expect(second).toMatchObject({
      startRow: 2,
      rowData: [{ values: [{ userEnteredValue: { stringValue: '1-2' } }] }],
    });
    const seen = desk.run(({ book }) => book.getSheetByName('台帳')?.getRange('A2:D3').getValues());
    expect(seen?.[0]?.[0]).toBe('00123');
    expect(seen?.[0]?.[1]).toEqual(new Date('2026-04-01T00:00:00+09:00'));
    expect(seen?.[0]?.[3]).toBe('=1+1');
  });

  it('applies nothing when one request is bad, and names it', () => {
    const desk = openDesk();
    const before = desk.holder.workbook;
    const call = () =>
      desk.run(({ api, book }) =>
        api.Spreadsheets.batchUpdate(
          {
            requests: [
              { updateCells: { start: { sheetId: 0 }, rows: [{ values: [text('a')] }], fields: '*' } },
              {
                updateCells: {
                  start: { sheetId: 0, columnIndex: 25 },
                  rows: [{ values: [text('a'), text('b')] }],
                  fields: '*',
                },
              },
            ],
          },
          book.getId(),
        ),
      );
    expect(call).toThrow(
      'API call to sheets.spreadsheets.batchUpdate failed with error: Invalid requests[1].updateCells: Attempting to write column: 26, beyond the last requested column of: 25',
    );
    expect(desk.holder.workbook).toBe(before);
  });

  it('lets an editor write only what is not protected, and warnings through', () => {
    const desk = openDesk();
    const write = (column: number) => () =>
      desk.run(
        ({ api, book }) =>
          api.Spreadsheets.batchUpdate(
            {
              requests: [
                {
                  updateCells: {
                    start: { sheetId: 0, columnIndex: column },
                    rows: [{ values: [text('x')] }],
                    fields: '*',
                  },
                },
              ],
            },
            book.getId(),
          ),
        STAFF,
        'sidebar',
      );
    const protect = (column: number, warningOnly: boolean) => ({
      addProtectedRange: {
        protectedRange: {
          range: { sheetId: 0, startColumnIndex: column, endColumnIndex: column + 1 },
          warningOnly,
        },
      },
    });
    desk.run(({ api, book }) =>
      api.Spreadsheets.batchUpdate({ requests: [protect(0, false), protect(1, true)] }, book.getId()),
    );
    expect(write(0)).toThrow(/Invalid requests\[0\]\.updateCells: You are trying to edit a protected cell/);
    expect(write(1)).not.toThrow();
    expect(write(2)).not.toThrow();
  });

  it('takes 60 writes a minute from one person and refuses the next', () => {
    const desk = openDesk();
    const write = () =>
      desk.run(({ api, book }) =>
        api.Spreadsheets.batchUpdate(
          {
            requests: [
              { updateCells: { start: { sheetId: 0 }, rows: [{ values: [text('x')] }], fields: '*' } },
            ],
          },
          book.getId(),
        ),
      );
    for (let count = 0; count < 60; count += 1) write();
    expect(write).toThrow(
      /Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user'/,
    );
    desk.pass(60_001);
    expect(write).not.toThrow();
  });

  it('sees only what is published', () => {
    const desk = openDesk();
    const running = desk.start();
    const read = () =>
      running.do(({ api, book }) => api.Spreadsheets.Values.get(book.getId(), 'シート1!A1')['values']);
    running.do(({ book }) => book.getSheets()[0]?.getRange('A1').setValue('x'));
    expect(read()).toBeUndefined();
    running.do(({ app }) => app.flush());
    expect(read()).toEqual([['x']]);
  });

  it('throws NotInWorkspace for a request it does not know', () => {
    const desk = openDesk();
    expect(() =>
      desk.run(({ api, book }) =>
        api.Spreadsheets.batchUpdate({ requests: [{ addChart: {} }] }, book.getId()),
      ),
    ).toThrow('NotInWorkspace: Sheets.Spreadsheets.batchUpdate addChart');
  });

  it('keeps a strict validation when a value is written', () => {
    const desk = openDesk();
    const rule = {
      condition: {
        type: 'ONE_OF_LIST',
        values: [{ userEnteredValue: '本番' }, { userEnteredValue: '準備' }],
      },
      strict: true,
    };
    const call = (value: string) => () =>
      desk.run(({ api, book }) =>
        api.Spreadsheets.batchUpdate(
          {
            requests: [
              {
                setDataValidation: {
                  range: {
                    sheetId: 0,
                    startRowIndex: 0,
                    endRowIndex: 1,
                    startColumnIndex: 0,
                    endColumnIndex: 1,
                  },
                  rule,
                },
              },
              {
                updateCells: {
                  start: { sheetId: 0 },
                  rows: [{ values: [text(value)] }],
                  fields: 'userEnteredValue',
                },
              },
            ],
          },
          book.getId(),
        ),
      );
    expect(call('本番')).not.toThrow();
    expect(call('試験')).toThrow(/cell A1 violates the data validation rules .* values: 本番, 準備\./);
  });
});

describe('Sheets.Spreadsheets.Values.batchGet', () => {
  it('cuts trailing blanks and answers serial numbers', () => {
    const desk = openDesk({ tabs: ['台帳'] });
    personEdit(desk.holder, OWNER, '台帳', 'A1', [
      ['番号', '', '日付', ''],
      ['', '', '', ''],
      ['7', 'a', '2026/4/1', ''],
    ]);
    const running = desk.start();
    const answer = running.do(({ api, book }) =>
      api.Spreadsheets.Values.batchGet(book.getId(), {
        ranges: ['台帳!A:D', "'台帳'!D1:D9"],
        valueRenderOption: 'UNFORMATTED_VALUE',
      }),
    );
    expect(answer['valueRanges']).toEqual([
      {
        range: "'台帳'!A1:D1000",
        majorDimension: 'ROWS',
        values: [['番号', '', '日付'], [], [7, 'a', 46113]],
      },
      { range: "'台帳'!D1:D9", majorDimension: 'ROWS' },
    ]);
    expect(running.cells.read).toBe(6);
    const shown = running.do(({ api, book }) => api.Spreadsheets.Values.get(book.getId(), '台帳!C3'));
    expect(shown['values']).toEqual([['2026/4/1']].map(() => ['2026/04/01']));
  });

  it('refuses ranges that are none', () => {
    const desk = openDesk({ tabs: ['台帳'] });
    const get = (range: string) => () =>
      desk.run(({ api, book }) => api.Spreadsheets.Values.get(book.getId(), range));
    expect(get('なし!A1')).toThrow(
      'API call to sheets.spreadsheets.values.get failed with error: Unable to parse range: なし!A1',
    );
    expect(get('台帳!AA1')).toThrow(
      "Range ('台帳'!AA1) exceeds grid limits. Max rows: 1000, max columns: 26",
    );
  });
});
