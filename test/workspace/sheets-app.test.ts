import { personEdit, personRows } from '../../workspace/sheets/person';
import { OWNER, STAFF, openDesk } from './sheets-desk';
import type { Finder, Sheet } from './sheets-desk';

describe('what an execution sees', () => {
  it('its own writes at once, others only after flush or end', () => {
    const desk = openDesk();
    const [first, second] = [desk.start(), desk.start()];
    const read = (running: typeof first) =>
      running.do(({ book }) => book.getSheets()[0]?.getRange('A1').getValue());
    first.do(({ book }) => book.getSheets()[0]?.getRange('A1').setValue('new'));
    expect(read(first)).toBe('new');
    expect(read(second)).toBe('');
    first.do(({ app }) => app.flush());
    expect(read(second)).toBe('');
    second.do(({ app }) => app.flush());
    expect(read(second)).toBe('new');
  });

  it('a range made before another published is read as it is when it is read', () => {
    const desk = openDesk();
    const running = desk.start();
    const range = running.do(({ book }) => book.getSheets()[0]?.getRange('A1'));
    personEdit(desk.holder, OWNER, 'シート1', 'A1', [['late']]);
    expect(running.do(() => range?.getValue())).toBe('late');
    personEdit(desk.holder, OWNER, 'シート1', 'A1', [['later']]);
    expect(running.do(() => range?.getValue())).toBe('late');
  });

  it('a row appended by another stays when both append', () => {
    const desk = openDesk();
    const [first, second] = [desk.start(), desk.start()];
    for (const [running, name] of [
      [first, 'a'],
      [second, 'b'],
    ] as const) {
      running.do(({ book }) => book.getSheets()[0]?.appendRow([name]));
    }
    first.end();
    second.end();
    expect(desk.run(({ book }) => book.getSheets()[0]?.getDataRange().getValues())).toEqual([['a'], ['b']]);
  });

  it('nothing of a killed execution is published', () => {
    const desk = openDesk();
    const killed = desk.start();
    killed.do(({ book }) => book.getSheets()[0]?.getRange('A1').setValue('lost'));
    expect(desk.run(({ book }) => book.getSheets()[0]?.getLastRow())).toBe(0);
  });

  it('a strict validation is broken only at the next flush', () => {
    const desk = openDesk();
    desk.run(({ app, book }) => {
      const rule = app.newDataValidation().requireValueInList(['a', 'b']).setAllowInvalid(false).build();
      book.getSheets()[0]?.getRange('U2').setDataValidation(rule);
    });
    const running = desk.start();
    expect(() => running.do(({ book }) => book.getSheets()[0]?.getRange('U2').setValue('c'))).not.toThrow();
    expect(() => running.do(({ app }) => app.flush())).toThrow(
      'The data you entered in cell U2 violates the data validation rules set on this cell. Please enter one of the following values: a, b.',
    );
  });

  it('a protected cell refuses an editor at flush and lets the owner through', () => {
    const desk = openDesk();
    desk.run(({ book }) => {
      const protection = book.getSheets()[0]?.getRange('B:B').protect();
      protection?.removeEditors(protection.getEditors());
    });
    const write = (user: string) => () =>
      desk.run(({ book }) => book.getSheets()[0]?.getRange('B2').setValue(1), user, 'sidebar');
    expect(write(STAFF)).toThrow(/You are trying to edit a protected cell or object/);
    expect(write(OWNER)).not.toThrow();
  });

  it('dates follow the time zone of the spreadsheet', () => {
    const desk = openDesk({ timeZone: 'America/New_York' });
    const date = new Date('2026-04-01T00:00:00+09:00');
    const shown = desk.run(({ book }) => {
      const range = book.getSheets()[0]?.getRange('A1').setValue(date);
      return [range?.getDisplayValue(), range?.getValue()];
    });
    expect(shown).toEqual(['2026/03/31 11:00:00', date]);
  });
});

describe('ranges', () => {
  const call = (script: (sheet: Sheet) => unknown) => () =>
    openDesk().run(({ book }) => script(book.getSheets()[0] as Sheet));

  it('are refused with the texts of Google', () => {
    expect(call((sheet) => sheet.getRange(0, 1))).toThrow('The starting row of the range is too small.');
    expect(call((sheet) => sheet.getRange(1, 0))).toThrow('The starting column of the range is too small.');
    expect(call((sheet) => sheet.getRange(2, 1, 0, 5))).toThrow(
      'The number of rows in the range must be at least 1.',
    );
    expect(call((sheet) => sheet.getRange(1001, 1))).toThrow(
      'The coordinates of the range are outside the dimensions of the sheet.',
    );
    expect(call((sheet) => sheet.getRange('あ'))).toThrow('Range not found');
    expect(call((sheet) => sheet.getRange(1, 1, 1, 1).setValues([['a'], ['b']]))).toThrow(
      'The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 1.',
    );
    expect(call((sheet) => sheet.getRange(1, 1, 1, 2).setValues([['a', 'b', 'c']]))).toThrow(
      'The number of columns in the data does not match the number of columns in the range. The data has 3 but the range has 2.',
    );
    expect(call((sheet) => sheet.getRange('A1').setValue('x'.repeat(50_001)))).toThrow(
      /more than the maximum of 50000 characters/,
    );
    expect(call((sheet) => sheet.getRange(true as never))).toThrow(
      "The parameters (boolean) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    );
  });

  it('throw NotInWorkspace for methods not built', () => {
    expect(call((sheet) => sheet.getRange('A1').merge())).toThrow(
      'NotInWorkspace: SpreadsheetApp.Range.merge',
    );
  });

  it('grow the sheet on appendRow only', () => {
    const desk = openDesk();
    personEdit(desk.holder, OWNER, 'シート1', 'A1000', [['x']]);
    desk.run(({ book }) => book.getSheets()[0]?.appendRow(['y']));
    expect(
      desk.run(({ book }) => [book.getSheets()[0]?.getMaxRows(), book.getSheets()[0]?.getLastRow()]),
    ).toEqual([1001, 1001]);
  });
});

describe('TextFinder', () => {
  const desk = openDesk();
  personEdit(desk.holder, OWNER, 'シート1', 'A1', [
    ['番号', 'x'],
    ['ab', 'AB'],
    ['abc', 'ab'],
    ['AB', ''],
  ]);
  const find = (script: (finder: Finder) => unknown) =>
    desk.run(({ book }) => script((book.getSheets()[0] as Sheet).getRange('A2:A').createTextFinder('ab')));
  const all = (finder: Finder) => finder.findAll().map((range) => range.getA1Notation());

  it('finds displayed text in its range, partly and without regard to case', () => {
    expect(find(all)).toEqual(['A2', 'A3', 'A4']);
  });

  it('is narrowed by matchEntireCell and matchCase', () => {
    expect(find((finder) => all(finder.matchEntireCell(true)))).toEqual(['A2', 'A4']);
    expect(find((finder) => all(finder.matchEntireCell(true).matchCase(true)))).toEqual(['A2']);
  });

  it('goes on from a range and answers null at the end', () => {
    const next = find((finder) => {
      finder.matchEntireCell(true);
      const places = [finder.findNext(), finder.findNext(), finder.findNext()];
      return places.map((range) => range?.getA1Notation() ?? null);
    });
    expect(next).toEqual(['A2', 'A4', null]);
  });
});

describe('people', () => {
  it('are told when what they type has no known meaning', () => {
    const desk = openDesk();
    expect(() => personEdit(desk.holder, STAFF, 'シート1', 'A1', [['+81901234567']])).toThrow(
      /AmbiguousInput/,
    );
  });

  it('cause an edit with the old value, and a change', () => {
    const desk = openDesk();
    personEdit(desk.holder, STAFF, 'シート1', 'A1', [['前']]);
    expect(personEdit(desk.holder, STAFF, 'シート1', 'A1', [['後']])).toEqual([
      {
        type: 'edit',
        range: { sheetId: 0, row: 1, column: 1, rows: 1, columns: 1 },
        user: STAFF,
        value: '後',
        oldValue: '前',
      },
      { type: 'change', changeType: 'EDIT', user: STAFF },
    ]);
  });

  it('move rows with all their cells when they sort, and leave frozen rows', () => {
    const desk = openDesk();
    desk.run(({ book }) => book.getSheets()[0]?.setFrozenRows(1));
    personEdit(desk.holder, OWNER, 'シート1', 'A1', [
      ['番号', '名'],
      ['3', 'c'],
      ['1', 'a'],
      ['', 'z'],
      ['2', 'b'],
    ]);
    personRows(desk.holder, OWNER, 'シート1', { action: 'sort', column: 1, ascending: false });
    expect(desk.run(({ book }) => book.getSheets()[0]?.getRange('A1:B5').getValues())).toEqual([
      ['番号', '名'],
      [3, 'c'],
      [2, 'b'],
      [1, 'a'],
      ['', 'z'],
    ]);
  });

  it('take protections along when columns move', () => {
    const desk = openDesk();
    desk.run(({ book }) => {
      const protection = book.getSheets()[0]?.getRange('C1:C1000').protect();
      protection?.removeEditors(protection.getEditors());
    });
    personRows(desk.holder, OWNER, 'シート1', { action: 'moveColumn', at: 3, to: 1 });
    expect(() => personEdit(desk.holder, STAFF, 'シート1', 'A5', [['x']])).toThrow(/protected cell/);
    expect(() => personEdit(desk.holder, STAFF, 'シート1', 'C5', [['x']])).not.toThrow();
  });
});

describe('Ui', () => {
  it('is not there in the web app', () => {
    expect(() => openDesk().run(({ app }) => app.getUi(), OWNER, 'webapp')).toThrow(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });

  it('keeps menus and the selected cell of a person', () => {
    const desk = openDesk();
    desk.run(
      ({ app, book }) => {
        const ui = app.getUi();
        ui.createMenu('マイページ')
          .addItem('サイドバー', 'openOffice')
          .addSeparator()
          .addSubMenu(ui.createMenu('設定').addItem('初期設定', 'runSetup'))
          .addToUi();
        book.getSheets()[0]?.getRange('B7').activate();
      },
      STAFF,
      'menu',
    );
    expect(desk.ui.findItem(STAFF, '初期設定')).toBe('runSetup');
    expect(desk.run(({ app }) => app.getActiveRange().getA1Notation(), STAFF, 'sidebar')).toBe('B7');
    expect(desk.run(({ app }) => app.getActiveRange().getA1Notation(), OWNER, 'sidebar')).toBe('A1');
  });
});
