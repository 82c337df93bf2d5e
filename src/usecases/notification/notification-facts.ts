/** A row of 変更届 as pages show it. */
import { kindNamed, readContent, standingOf } from '../../domain/notification';
import type { notifications, RowOf } from '../../sheets/schema/index';

/** Cells as facts; where 内容 cannot be read it stands as the note, `readable` false. */
export function notificationFacts(row: RowOf<typeof notifications>) {
  const kind = kindNamed(row.kind);
  const content = kind && readContent(kind, row.content);
  return {
    readable: content !== undefined,
    facts: {
      receipt: row.receipt,
      kind: row.kind,
      state: standingOf(row),
      changes: content ? [...content.changes] : [],
      note: content ? content.note : row.content,
      changedOn: row.changedOn,
      notifiedOn: row.notifiedOn,
      evidence: row.evidenceState,
      reason: row.reason,
      fixBy: row.fixBy,
    },
  };
}
