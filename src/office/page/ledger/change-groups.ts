/** Lines of 変更履歴 that belong together: one person's, of one 受付番号 or one moment, by one way. */
import type { ChangeLine } from '../../../contract/office-ledger';

export interface ChangeGroup {
  key: string;
  lines: readonly ChangeLine[];
}

/** In the order of their newest line. */
export function groupChanges(lines: readonly ChangeLine[]): ChangeGroup[] {
  const groups = new Map<string, ChangeLine[]>();
  for (const line of lines) {
    const { number, receipt, at, by, route } = line;
    const key = [number, ...(receipt === '' ? [at, by, route] : [receipt])].join('|');
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups].map(([key, own]) => ({ key, lines: [...own].reverse() }));
}
