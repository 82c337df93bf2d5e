/** Notice rows with the other rows their sending stamps. */
import { readObject } from '../../domain/json';
import { findByKey } from '../../sheets/find-row';
import { readForDecision } from '../../sheets/read';
import type { ReadRow } from '../../sheets/row';
import { credentials, notices, passwords } from '../../sheets/schema/index';

/** What 差込 of a notice holds. */
export interface NoticeContent {
  /** Values of the text's fields. */
  fields: Record<string, string>;
  /** Id from which the temporary password derives, for such a notice. */
  id?: string;
  /** Id from which the code of a mail change derives, with 登録番号 and 宛先; after `until` (epoch ms) it is not sent. */
  code?: { id: string; until: number };
  /** Rows of `_認証` and パスワード送付 as last known; checked by their keys. */
  hints?: { credential: number; record: number };
  /** It tells of the end of the registration itself: sent although that has ended. */
  evenEnded?: true;
}

/** A notice with the rows its sending stamps. Row 0 = not known where it landed. */
export interface NoticeRows {
  notice: ReadRow<typeof notices>;
  /** The person's row of `_認証`, for a temporary password. */
  credential?: ReadRow<typeof credentials>;
  /** The row of パスワード送付 it answers, if it answers one. */
  record?: ReadRow<typeof passwords>;
}

/** 差込 as read; a broken one holds nothing, so that its text says which field is missing. */
export function readContent(notice: ReadRow<typeof notices>): NoticeContent {
  return { fields: {}, ...(readObject(notice.values.fields) as Partial<NoticeContent>) };
}

/** Reads notices by row number, and the rows of their temporary passwords: two contacts while the hints hold. */
export function readNoticeRows(rows: readonly number[]): NoticeRows[] {
  const found = readForDecision([{ tab: notices, rows }]);
  const read = rows.map((row) => found.row(notices, row));
  const hinted = read.map((notice) => readContent(notice).hints);
  if (!read.some((notice) => readContent(notice).id !== undefined)) return read.map((notice) => ({ notice }));
  const wanted = (pick: (hint: { credential: number; record: number }) => number) =>
    hinted.flatMap((hint) => (hint && pick(hint) > 1 ? [pick(hint)] : []));
  const others = readForDecision([
    { tab: credentials, rows: wanted((hint) => hint.credential) },
    { tab: passwords, rows: wanted((hint) => hint.record) },
  ]);
  return read.map((notice, index) => {
    if (readContent(notice).id === undefined) return { notice };
    const hint = hinted[index];
    const credential = hint && hint.credential > 1 ? others.row(credentials, hint.credential) : undefined;
    const record = hint && hint.record > 1 ? others.row(passwords, hint.record) : undefined;
    return {
      notice,
      ...keyed('credential', credential, credentials, notice.values.number),
      ...keyed('record', record, passwords, notice.values.about),
    };
  });
}

/** The row if it carries the key, else the one that does, searched for; left out if there is none. */
function keyed<Name extends string, T extends typeof credentials | typeof passwords>(
  name: Name,
  row: ReadRow<T> | undefined,
  tab: T,
  key: string,
): Partial<Record<Name, ReadRow<T>>> {
  const own = row?.raw[tab.key] === key ? row : findByKey(tab, key);
  return own ? ({ [name]: own } as Record<Name, ReadRow<T>>) : {};
}
