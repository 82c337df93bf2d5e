/** The sending job: claims waiting notices, sends them, stamps them; killed anywhere, it goes on at the next run. */
import { now } from '../../platform/clock';
import { alone } from '../alone';
import { writeProperties } from '../../platform/properties';
import { remainingQuota } from '../../notices/gmail';
import { commit, update, type RowUpdate } from '../../sheets/commit';
import { rewrittenRow } from '../../sheets/row';
import { publish } from '../../sheets/spreadsheet';
import { PROPERTY, type Installation } from '../installation/installation';
import { answeredIn, isAnswered, takeBack, withoutAnswered } from './answered';
import { endedRecipients, goesEvenSo } from './ended-people';
import { readContent, readNoticeRows, type NoticeRows } from './notice-rows';
import type { Rules } from '../installation/rules';
import { hashTemporary, temporaryPasswordOf } from '../login/secrets';
import { sendClaimed } from './send-claimed';
import { earliest, inOrder, readWaiting, type NoticeRow } from './waiting-mails';

/** Rows claimed in one commit (architecture.md: up to 20). */
const BATCH = 20;
/** A run stops claiming after this long; its lease lasts longer than any run may. */
const RUN_MS = 4 * 60_000;
const LEASE_MS = 7 * 60_000;
const ENDED = '登録の抹消などにより取りやめました。';

/** What the property `quota` tells those who may not ask themselves. */
export interface QuotaLeft {
  left: number;
  /** Epoch ms. */
  at: number;
}

/** Sends what is due, as far as quota and time reach. Answers how many mails went out. */
export function sendDueNotices(installation: Installation, rules: Rules): number {
  const start = now();
  if (Number(installation.properties[PROPERTY.lease] ?? 0) > start) return 0;
  writeProperties({ [PROPERTY.lease]: String(start + LEASE_MS), [PROPERTY.due]: '' });
  let sent = 0;
  let next: number | undefined;
  let quota = 0;
  for (;;) {
    publish();
    quota = remainingQuota();
    const waiting = readWaiting();
    next = earliest(waiting);
    const due = inOrder(waiting.filter((row) => (row.values.dueAt ?? 0) <= now())).slice(
      0,
      Math.min(BATCH, quota),
    );
    if (due.length === 0) {
      if (quota <= 0 && waiting.length > 0) next = Math.max(next ?? 0, now() + 60 * 60_000);
      break;
    }
    const claimed = claim(due, installation);
    sent += sendClaimed(claimed, installation, rules);
    if (claimed.length === 0 || now() - start > RUN_MS) {
      next = now();
      break;
    }
  }
  writeProperties({
    [PROPERTY.lease]: '',
    [PROPERTY.due]: next === undefined ? '' : String(next),
    [PROPERTY.quota]: JSON.stringify({ left: quota, at: now() } satisfies QuotaLeft),
  });
  return sent;
}

/**
 * Turns rows to 送信中 in one commit. The hashes of temporary passwords are
 * made before the lock; under it the rows are read again, and only those that still wait are taken.
 */
function claim(due: readonly NoticeRow[], installation: Installation): NoticeRows[] {
  const hashes = new Map<string, string>();
  for (const row of due) {
    const { id } = readContent(row);
    if (id !== undefined)
      hashes.set(
        row.values.notice,
        hashTemporary(temporaryPasswordOf(installation.secret, id), installation.cost),
      );
  }
  const ended = endedRecipients(due);
  return alone(() => {
    publish();
    const at = now();
    const waiting = new Set(due.map(({ values }) => values.notice));
    const still = readNoticeRows(due.map(({ row }) => row)).filter(
      ({ notice }) => notice.values.state === '送信待ち' && waiting.has(notice.values.notice),
    );
    const answered = answeredIn(still.map(({ notice }) => notice));
    const isOver = ({ notice }: NoticeRows) => isAnswered(notice, answered);
    const updates: RowUpdate[] = takeBack(still.filter(isOver).map(({ notice }) => notice));
    const claimed = still
      .filter((one) => !isOver(one))
      .flatMap((one): NoticeRows[] => {
        if (ended.has(one.notice.values.number) && !goesEvenSo(one.notice)) {
          updates.push(update(one.notice, { state: '取りやめ', dueAt: null, error: ENDED }));
          return [];
        }
        const hash = hashes.get(one.notice.values.notice);
        if (hash !== undefined && !one.credential) {
          updates.push(update(one.notice, { state: '失敗', error: 'この番号の方が台帳に見つかりません。' }));
          return [];
        }
        const told = withoutAnswered(one.notice, answered);
        const set = { ...told, state: '送信中', sentAt: at, tries: (one.notice.values.tries ?? 0) + 1 };
        updates.push(update(one.notice, set));
        const taken = { ...one, notice: rewrittenRow(one.notice, set) };
        if (hash === undefined || !one.credential) return [taken];
        const temporary = { temporary: hash, temporaryUntil: null };
        updates.push(update(one.credential, temporary));
        return [{ ...taken, credential: rewrittenRow(one.credential, temporary) }];
      });
    commit({ updates, appends: [] });
    return claimed;
  });
}
