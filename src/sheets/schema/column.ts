/** How a column of a tab is declared: its header text, what its cells hold, and the choices a cell may take. */

/**
 * What a cell holds, and how it is stored:
 * text — text format, never parsed · day — date cell, `YYYY-MM-DD` here · instant — date-time cell, epoch ms here
 * · number — number · json — text that holds JSON, never shown to a registrant.
 */
export type CellKind = 'text' | 'day' | 'instant' | 'number' | 'json';

export interface Column {
  /** Text of row 1, by which the column is found in any order. */
  readonly header: string;
  readonly kind: CellKind;
  /** Choices offered in the cell; a value outside them is shown as invalid but never refused. */
  readonly choices?: readonly string[];
  /** Width in pixels at first setting up. */
  readonly width?: number;
}

/** What one cell of a column holds in memory. Blank is `''` for text and days, `null` for the rest. */
export type CellOf<C extends Column> = C['kind'] extends 'text' | 'day' | 'json' ? string : number | null;

export type Columns = Readonly<Record<string, Column>>;

/** One tab of the spreadsheet: row 1 = headers, one row a thing. */
export interface Tab<C extends Columns = Columns> {
  readonly title: string;
  readonly columns: C;
  /** Column whose text says which thing a row is; read back after every write by index. */
  readonly key: string;
  /** Column that tells rows of the same key apart (期 of one person's periods). */
  readonly within?: string;
  /** Colour group: daily work, reference, settings, records. */
  readonly group: 'daily' | 'reference' | 'settings' | 'records' | 'system';
  readonly hidden?: boolean;
  /** Who may edit it by hand: everybody · everybody after a warning · the owner only. */
  readonly editing: 'free' | 'warning' | 'owner';
}

/** A row of a tab as values by column key. */
export type RowOf<T extends Tab> = { [K in keyof T['columns']]: CellOf<T['columns'][K]> };

type ColumnOf<K extends CellKind> = Column & { readonly kind: K };

/** A text column. */
export const text = (header: string, options: Pick<Column, 'choices' | 'width'> = {}): ColumnOf<'text'> => ({
  header,
  kind: 'text',
  ...options,
});
/** A day column. */
export const day = (header: string): ColumnOf<'day'> => ({ header, kind: 'day', width: 100 });
/** A date-time column. */
export const instant = (header: string): ColumnOf<'instant'> => ({ header, kind: 'instant', width: 150 });
/** A number column. */
export const number = (header: string): ColumnOf<'number'> => ({ header, kind: 'number', width: 80 });
/** A column of JSON text. */
export const json = (header: string): ColumnOf<'json'> => ({ header, kind: 'json', width: 120 });

/** Declares a tab, keeping the literal types of its columns. */
export function tab<C extends Columns>(
  title: string,
  group: Tab['group'],
  key: keyof C & string,
  columns: C,
  options: { hidden?: boolean; editing?: Tab['editing']; within?: keyof C & string } = {},
): Tab<C> {
  return {
    title,
    group,
    key,
    columns,
    editing: options.editing ?? 'free',
    ...(options.hidden ? { hidden: true } : {}),
    ...(options.within === undefined ? {} : { within: options.within }),
  };
}
