/** What an interrupted execution left: notices that say 送信中 for too long are looked for in the sent box. */
import { isInSentBox } from '../../notices/gmail';
import { isoOfInstant, instantOfIso } from '../../domain/fields/instant';
import { now } from '../../platform/clock';
import { alone } from '../alone';
import { commit, update, type RowUpdate } from '../../sheets/commit';
import { findExact } from '../../sheets/find';
import type { ReadRow } from '../../sheets/row';
import { notices } from '../../sheets/schema/index';
import { publish } from '../../sheets/spreadsheet';
import { readNoticeRows } from './notice-rows';
import type { Rules } from '../installation/rules';
import { stamps } from './send-claimed';
import { wakeSender } from './wake-sender';

/** Gmail's search is behind by minutes: absent counts only twice, this far apart (architecture.md). */
const PATIENCE_MS = 10 * 60_000;
const ABSENT = '送信の記録を確認中 ';
/** Google refuses some addresses each time; the text of its refusal is localised, so that only the count can tell. */
const MOST_TRIES = 5;

/**
 * Settles each old 送信中: sent (stamped), absent once (noted), absent twice (sent again with the same text, but not without end).
 * Answers when to look again (epoch ms); undefined when nothing is left 送信中.
 */
export function recoverNotices(rules: Rules): number | undefined {
  publish();
  const rows = findExact(notices, '送信中');
  if (rows.length === 0) return undefined;
  const old = readNoticeRows(rows).filter(({ notice }) => isOld(notice.values));
  if (old.length === 0) return now() + PATIENCE_MS;
  const inBox = new Map(old.map(({ notice }) => [notice.values.notice, isInSentBox(notice.values.notice)]));
  alone(() => {
    const updates = readNoticeRows(old.map(({ notice }) => notice.row))
      .filter(({ notice }) => isOld(notice.values) && inBox.has(notice.values.notice))
      .flatMap((one) =>
        inBox.get(one.notice.values.notice) === true
          ? stamps(one, { outcome: 'sent' }, one.notice.values.sentAt ?? now(), rules)
          : settleAbsent(one.notice),
      );
    commit({ updates, appends: [] });
  });
  wakeSender(now());
  return now() + PATIENCE_MS;
}

function isOld({ state, sentAt }: { state: string; sentAt: number | null }): boolean {
  return state === '送信中' && now() - (sentAt ?? 0) >= PATIENCE_MS;
}

function settleAbsent(row: ReadRow<typeof notices>): RowUpdate[] {
  const before = row.values.error.startsWith(ABSENT)
    ? instantOfIso(row.values.error.slice(ABSENT.length))
    : undefined;
  if (before === undefined) return [update(row, { error: `${ABSENT}${isoOfInstant(now())}` })];
  if (now() - before < PATIENCE_MS) return [];
  if ((row.values.tries ?? 0) >= MOST_TRIES)
    return [
      update(row, {
        state: '失敗',
        error: `${String(MOST_TRIES)}回送れませんでした。宛先のメールアドレスをお確かめください。`,
      }),
    ];
  return [update(row, { state: '送信待ち', dueAt: now(), sentAt: null, error: '' })];
}
