/** Tabs by Sheets.Spreadsheets.batchUpdate. */
import { openDesk } from './sheets-desk';

describe('Sheets.Spreadsheets.batchUpdate', () => {
  it('adds, renames, hides, duplicates and deletes tabs', () => {
    const desk = openDesk({ tabs: ['a'] });
    const answer = desk.run(({ api, book }) =>
      api.Spreadsheets.batchUpdate(
        {
          requests: [
            {
              addSheet: {
                properties: {
                  sheetId: 7,
                  title: '_認証',
                  hidden: true,
                  gridProperties: { rowCount: 5, columnCount: 3, frozenRowCount: 1 },
                },
              },
            },
            {
              updateSheetProperties: {
                properties: { sheetId: 0, title: 'b', index: 2 },
                fields: 'title,index',
              },
            },
            { duplicateSheet: { sourceSheetId: 7, newSheetId: 8, newSheetName: 'c', insertSheetIndex: 2 } },
            { deleteSheet: { sheetId: 8 } },
          ],
        },
        book.getId(),
      ),
    );
    expect(answer['replies']?.[0]?.['addSheet']?.['properties']).toMatchObject({
      sheetId: 7,
      index: 1,
      hidden: true,
      gridProperties: { rowCount: 5, columnCount: 3, frozenRowCount: 1 },
    });
    expect(desk.holder.workbook.tabs.map((tab) => tab.title)).toEqual(['_認証', 'b']);
  });
});
