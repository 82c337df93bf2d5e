/** The clipboard on the sheet. */
import { fillSelection, parseTsv, toTsv } from './clipboard';
import type { Desk } from './desk';
import { clearSelected } from './desk';
import { rectOf } from './selection';

/** Copying, cutting and pasting cells. */
export function listenToClipboard(desk: Desk): void {
  const copied = (): string => {
    const { row, column, rows, columns } = rectOf(desk.selection());
    const end = Math.min(row + rows, Math.max(desk.cells().display.length, row + 1));
    return toTsv(
      Array.from({ length: end - row }, (_, down) =>
        Array.from(
          { length: columns },
          (__, right) => desk.cells().display[row + down]?.[column + right] ?? '',
        ),
      ),
    );
  };
  desk.editor.element.addEventListener('copy', (event) => {
    if (desk.editor.isOpen()) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', copied());
  });
  desk.editor.element.addEventListener('cut', (event) => {
    if (desk.editor.isOpen()) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', copied());
    clearSelected(desk);
  });
  desk.editor.element.addEventListener('paste', (event) => {
    const tab = desk.tab();
    if (desk.editor.isOpen() || tab === undefined) return;
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '') return;
    const { row, column, ...size } = rectOf(desk.selection());
    const values = fillSelection(parseTsv(text), size);
    const rect = { row, column, rows: values.length, columns: values[0]?.length ?? 1 };
    void desk.changes.edit(tab, rect, values);
    desk.select(
      { active: { row, column }, far: { row: row + rect.rows - 1, column: column + rect.columns - 1 } },
      false,
    );
  });
}
