/** What 要約 holds of a person, given the rows of the tabs: the one rule by which it is rebuilt and checked. */
import { instantOfIso, isoOfInstant } from '../../domain/fields/instant';
import { fillIn } from '../../domain/notice-text';
import { DomainError } from '../../domain/errors';
import { sameContent } from '../../domain/same-content';
import { textOf } from '../../notices/compose';
import type { NoticeKind, NoticeText } from '../../notices/kinds';
import { rowKey, type ReadRow } from '../../sheets/row';
import {
  attendance,
  certificates,
  notifications,
  periods,
  points,
  renewals,
  type logins,
  type notices,
} from '../../sheets/schema/index';
import {
  EMPTY_SUMMARY,
  readSummary,
  withNotice,
  withRow,
  writeSummary,
  type Summary,
} from '../../sheets/summary';
import { readContent } from '../sending/notice-rows';

import type { Rules } from '../installation/rules';

/** Tabs whose rows a person sees on My Page. */
export const PERSON_TABS = [points, attendance, notifications, renewals, certificates, periods] as const;

/** The rows of one person. */
export interface PersonRecords {
  readonly logins: readonly ReadRow<typeof logins>[];
  readonly notices: readonly ReadRow<typeof notices>[];
  /** Of `PERSON_TABS`. */
  readonly rows: readonly ReadRow[];
}

/** The whole read model. Of what was there before only the last login counts: ログイン記録 need not reach back to it. */
export function summaryOf(records: PersonRecords, before: Summary, texts: Rules['texts']): Summary {
  const lastLogin = latest([
    ...(before.lastLogin === null ? [] : [before.lastLogin]),
    ...records.logins.flatMap(({ values }) => (values.at === null ? [] : [isoOfInstant(values.at)])),
  ]);
  const told = records.notices
    .filter(({ values }) => !UNSEEN.includes(values.state))
    .sort((a, b) => timeOf(a) - timeOf(b) || (a.values.notice < b.values.notice ? -1 : 1))
    .reduce(
      (summary, row) =>
        withNotice(summary, {
          at: isoOfInstant(timeOf(row)),
          subject: shownSubject(row, texts),
          ...(MAY_BE_STOPPED.includes(row.values.state) ? { notice: row.values.notice } : {}),
        }),
      EMPTY_SUMMARY,
    );
  return withRowsOf({ ...told, lastLogin }, records.rows);
}

/** The read model with these rows of `PERSON_TABS` and no others, as far as there is room. */
export function withRowsOf(summary: Summary, rows: readonly ReadRow[]): Summary {
  const { v, lastLogin, notices: told } = summary;
  const bare: Summary = { v, lastLogin, notices: told, rows: {} };
  return readSummary(
    writeSummary(rows.reduce((so, row) => withRow(so, row.tab, rowKey(row), row.byHeader), bare)),
  );
}

/** Whether the read model shows these rows and no others. */
export function showsRows(summary: Summary, rows: readonly ReadRow[]): boolean {
  return sameContent(shown(summary), shown(withRowsOf(summary, rows)));
}

/** Whether two read models tell the same. */
export function sameSummary(a: Summary, b: Summary): boolean {
  return sameContent({ ...a, ...shown(a) }, { ...b, ...shown(b) });
}

/** Tabs of which no row is left are as good as none. */
function shown({ rows, trimmed }: Summary) {
  const kept = Object.entries(rows).filter(([, own]) => Object.keys(own).length > 0);
  return { rows: Object.fromEntries(kept), trimmed: trimmed === true };
}

/** These have not left: their 通知番号 is kept, by which they are taken back. */
const MAY_BE_STOPPED: readonly string[] = ['送信待ち', '郵送待ち'];
/** States of notices the person never got. */
const UNSEEN: readonly string[] = ['取りやめ', '失敗', '宛先なし', '不達'];

function timeOf({ values }: ReadRow<typeof notices>): number {
  return values.dueAt ?? values.sentAt ?? 0;
}

/** The subject without the names that stand before it in every mail; one that has not left yet is filled in from 文面. */
function shownSubject(row: ReadRow<typeof notices>, texts: Rules['texts']): string {
  const { subject, kind } = row.values;
  return (
    (subject === '' ? subjectOf(row, texts) : subject)
      .replace(/^【[^】]*】/, '')
      .replace(/^職業紹介士マイページ[　 ]+/, '')
      .trim() || kind
  );
}

function subjectOf(row: ReadRow<typeof notices>, texts: Rules['texts']): string {
  try {
    const text = textOf(row.values.kind as NoticeKind, texts) as NoticeText | undefined;
    return fillIn(text?.subject ?? '', readContent(row).fields);
  } catch (error) {
    // A text that somebody broke is told when it is sent; here the kind says enough.
    if (error instanceof DomainError) return '';
    throw error;
  }
}

function latest(times: readonly string[]): string | null {
  return [...times].sort((a, b) => (instantOfIso(b) ?? 0) - (instantOfIso(a) ?? 0))[0] ?? null;
}
