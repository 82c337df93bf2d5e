/** What visitors asked for (a new password, the number) and what the guard wants told becomes notices to the address on file. */
import { dayOfInstant } from '../../domain/fields/instant';
import { isMailAddress, normalizeMail } from '../../domain/fields/mail';
import { mayLogIn } from '../../domain/registrant';
import { remainingQuota } from '../../notices/gmail';
import type { NoticeKind } from '../../notices/kinds';
import { now } from '../../platform/clock';
import { deleteProperty } from '../../platform/properties';
import { randomId } from '../../platform/random';
import { append, commit, type RowAppend } from '../../sheets/commit';
import { findByKey } from '../../sheets/find-row';
import { readFound } from '../../sheets/read-found';
import type { ReadRow } from '../../sheets/row';
import { COUNTER_ROW, ledger, notices, summaries, type RowOf } from '../../sheets/schema/index';
import { publish } from '../../sheets/spreadsheet';
import { resultOf } from '../../sheets/summary';
import { alone } from '../alone';
import { waitingAsks, type Ask } from './asks';
import type { Installation } from '../installation/installation';
import type { NoticeContent } from '../sending/notice-rows';
import { startNumbering } from '../summary/numbering';
import { findByMail, findPlaces, toRegistrant } from '../summary/people';

/** Entries of one commit: fewer than 処理済 of row 2 remembers, so that none is answered twice. */
const BATCH = 10;
/** So many notices of a kind to one person within an hour; further wishes are dropped. */
const HOURLY = 3;
const HOUR_MS = 3_600_000;
/** An entry older than this (from before 本番, say) is dropped: who still waits asks again. */
const STALE_MS = 24 * HOUR_MS;
/** Part of the day's mail that visitors may use up by asking; the rest stays for passwords and decisions. */
const SHARE = 0.3;

/** Answers how many entries were settled; those the day's mail does not reach for wait. */
export function resolveAsks(installation: Installation): number {
  const waiting = waitingAsks(installation.properties);
  const quota = waiting.length === 0 ? 0 : remainingQuota();
  if (quota <= 0) return 0;
  let settled = 0;
  for (let from = 0; from < waiting.length; from += BATCH) {
    const batch = waiting.slice(from, from + BATCH);
    publish();
    const names = alone(() => queueAnswers(batch, Math.floor(quota * SHARE)));
    names.forEach((name) => deleteProperty(name));
    settled += names.length;
  }
  return settled;
}

interface Target {
  name: string;
  kind: NoticeKind;
  row: ReadRow<typeof ledger>;
  /** For 登録番号がわからない方: what the ledger row must hold. */
  proof?: { mail: string; birthDate: string };
}

/** Answers the names of the entries that are settled. */
function queueAnswers(batch: readonly { name: string; ask: Ask; at: number }[], most: number): string[] {
  const fresh = batch.filter(({ at }) => now() - at < STALE_MS);
  const targets = fresh.flatMap(({ name, ask }) => targetsOf(name, ask));
  const { found, rowsOf } = readFound(
    [{ tab: notices, texts: targets.map(({ row, proof }) => proof?.mail ?? row.values.number) }],
    [{ tab: summaries, rows: [COUNTER_ROW] }],
  );
  const sentBefore = rowsOf(notices).map(({ values }) => values);
  const counterRow = found.row(summaries, COUNTER_ROW);
  const numbering = startNumbering(counterRow, Number(dayOfInstant(now()).slice(0, 4)));
  const told = new Set<string>();
  const waiting = new Set<string>();
  const appends: RowAppend[] = [];
  for (const target of targets) {
    const once = `${target.kind} ${target.row.values.number}`;
    if (resultOf(counterRow.values.done, target.name) !== undefined || told.has(once)) continue;
    const notice = noticeFor(target, sentBefore);
    if (!notice) continue;
    if (!numbering.mayAsk(dayOfInstant(now()), most)) {
      waiting.add(target.name);
      continue;
    }
    told.add(once);
    appends.push(append(notices, found.headers(notices), { ...notice, notice: numbering.notice() }));
  }
  const settled = batch.map(({ name }) => name).filter((name) => !waiting.has(name));
  settled.forEach((name) => numbering.remember(name, 'done'));
  commit({ updates: [numbering.toUpdate()], appends });
  return settled;
}

function targetsOf(name: string, ask: Ask): Target[] {
  if (ask.kind === 'number') {
    const proof = { mail: ask.mail, birthDate: ask.birthDate };
    return findByMail(ask.mail).map((row) => ({ name, kind: '登録番号のご案内', row, proof }));
  }
  const kind: NoticeKind = ask.kind === 'password' ? 'パスワード' : 'ログインの失敗';
  const [place, ...others] = findPlaces(ask.numberKey);
  const row = place && others.length === 0 ? findByKey(ledger, place.number) : undefined;
  return row ? [{ name, kind, row }] : [];
}

/** What one target is told, without its number; undefined where nothing may be sent. */
function noticeFor(
  { name, kind, row, proof }: Target,
  earlier: readonly RowOf<typeof notices>[],
): Partial<RowOf<typeof notices>> | undefined {
  const { values } = row;
  const mail = normalizeMail(values.mail);
  if (proof && (mail !== proof.mail || values.birthDate !== proof.birthDate)) return undefined;
  if (values.number === '' || !mayLogIn(toRegistrant(row))) return undefined;
  if (!isMailAddress(mail) || values.mailState === '不達') return undefined;
  const at = now();
  const lately = earlier.filter(
    (one) => one.number === values.number && one.kind === kind && at - (one.dueAt ?? 0) < HOUR_MS,
  );
  if (lately.length >= HOURLY) return undefined;
  const fields = { 氏名: values.name, 登録番号: values.number };
  const content: NoticeContent = kind === 'パスワード' ? { fields, id: randomId() } : { fields };
  return {
    number: values.number,
    kind,
    by: 'メール',
    to: mail,
    about: name,
    fields: JSON.stringify(content),
    state: '送信待ち',
    dueAt: at,
    tries: 0,
  };
}
