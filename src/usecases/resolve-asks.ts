/** What visitors asked for (a new password, the number) and what the guard wants told becomes notices to the address on file. */
import { dayOfInstant } from '../domain/fields/instant';
import { isMailAddress, normalizeMail } from '../domain/fields/mail';
import { mayLogIn } from '../domain/registrant';
import type { NoticeKind } from '../notices/kinds';
import { remainingQuota } from '../notices/gmail';
import { now } from '../platform/clock';
import { alone } from './alone';
import { deleteProperty } from '../platform/properties';
import { randomId } from '../platform/random';
import { append, commit, type RowAppend } from '../sheets/commit';
import { findAny } from '../sheets/find';
import { readForDecision, type Found } from '../sheets/read';
import { COUNTER_ROW, ledger, notices, summaries } from '../sheets/schema';
import { credentialRowOf, resultOf } from '../sheets/summary';
import type { ReadRow } from '../sheets/row';
import { publish } from '../sheets/spreadsheet';
import { waitingAsks, type Ask } from './asks';
import type { Installation } from './installation';
import type { NoticeContent } from './notice-rows';
import { startNumbering, type Numbering } from './numbering';
import { findMailRows, findOwnRow, findPlaces, toRegistrant, type PersonPlace } from './people';

/** Entries of one commit: fewer than 処理済 of row 2 remembers, so that none is answered twice. */
const BATCH = 10;
/** So many notices of a kind to one person within an hour; further wishes are dropped. */
const HOURLY = 3;
const HOUR_MS = 3_600_000;
/** An entry older than this (from before 本番, say) is dropped: who still waits asks again. */
const STALE_MS = 24 * HOUR_MS;
/** Part of the day's mail that visitors may use up by asking; the rest stays for passwords and decisions. */
const SHARE = 0.3;

/** Answers how many entries were taken up. */
export function resolveAsks(installation: Installation): number {
  const waiting = waitingAsks(installation.properties);
  const most = waiting.length === 0 ? 0 : Math.floor(remainingQuota() * SHARE);
  for (let from = 0; from < waiting.length; from += BATCH) {
    const batch = waiting.slice(from, from + BATCH);
    publish();
    alone(() => queueAnswers(batch, most));
    batch.forEach(({ name }) => deleteProperty(name));
  }
  return waiting.length;
}

interface Target {
  name: string;
  kind: NoticeKind;
  place: PersonPlace | undefined;
  ledgerRow: number;
  /** For 登録番号がわからない方: what the ledger row must hold. */
  proof?: { mail: string; birthDate: string };
}

function queueAnswers(batch: readonly { name: string; ask: Ask; at: number }[], most: number): void {
  const fresh = batch.filter(({ at }) => now() - at < STALE_MS);
  const targets = fresh.flatMap(({ name, ask }) => targetsOf(name, ask));
  const sentBefore = findAny(
    notices,
    targets.map(({ place, proof }) => place?.number ?? proof?.mail ?? ''),
  );
  const found = readForDecision([
    { tab: ledger, rows: [...new Set(targets.map(({ ledgerRow }) => ledgerRow))].filter((row) => row > 1) },
    { tab: summaries, rows: [COUNTER_ROW] },
    { tab: notices, rows: sentBefore },
  ]);
  const numbering = startNumbering(
    found.row(summaries, COUNTER_ROW),
    Number(dayOfInstant(now()).slice(0, 4)),
  );
  const { done } = found.row(summaries, COUNTER_ROW).values;
  const told = new Set<string>();
  const appends: RowAppend[] = [];
  for (const target of targets) {
    if (resultOf(done, target.name) !== undefined) continue;
    const notice = noticeFor(target, found, sentBefore, numbering);
    const once = `${target.kind} ${target.ledgerRow}`;
    if (!notice || told.has(once) || !numbering.mayAsk(dayOfInstant(now()), most)) continue;
    told.add(once);
    appends.push(notice);
  }
  batch.forEach(({ name }) => numbering.remember(name, 'done'));
  commit({ updates: [numbering.toUpdate()], appends });
}

function targetsOf(name: string, ask: Ask): Target[] {
  if (ask.kind === 'number') {
    const proof = { mail: ask.mail, birthDate: ask.birthDate };
    return findMailRows(ask.mail).map((ledgerRow) => ({
      name,
      kind: '登録番号のご案内',
      place: undefined,
      ledgerRow,
      proof,
    }));
  }
  const places = findPlaces(ask.numberKey);
  const kind: NoticeKind = ask.kind === 'password' ? 'パスワード' : 'ログインの失敗';
  return places.length === 1
    ? places.map((place) => ({ name, kind, place, ledgerRow: place.ledgerRow }))
    : [];
}

/** The person's row: at the hint, else searched for (somebody may have sorted the tab). */
function ledgerRowOf({ place, ledgerRow }: Target, found: Found): ReadRow<typeof ledger> | undefined {
  const hinted = ledgerRow > 1 ? found.row(ledger, ledgerRow) : undefined;
  if (hinted && (!place || hinted.values.number === place.number)) return hinted;
  return findOwnRow(ledger, place?.number ?? '');
}

function noticeFor(
  target: Target,
  found: Found,
  earlier: readonly number[],
  numbering: Numbering,
): RowAppend | undefined {
  const row = ledgerRowOf(target, found);
  if (!row) return undefined;
  const { values } = row;
  const mail = normalizeMail(values.mail);
  if (target.proof && (mail !== target.proof.mail || values.birthDate !== target.proof.birthDate))
    return undefined;
  if (
    values.number === '' ||
    !mayLogIn(toRegistrant(row)) ||
    !isMailAddress(mail) ||
    values.mailState === '不達'
  )
    return undefined;
  const at = now();
  const lately = earlier
    .map((one) => found.row(notices, one).values)
    .filter(
      ({ number, kind, dueAt }) =>
        number === values.number && kind === target.kind && at - (dueAt ?? 0) < HOUR_MS,
    );
  if (lately.length >= HOURLY) return undefined;
  const fields = { 氏名: values.name, 登録番号: values.number };
  const content: NoticeContent =
    target.kind === 'パスワード' && target.place
      ? { fields, id: randomId(), hints: { credential: credentialRowOf(target.place.summaryRow), record: 0 } }
      : { fields };
  return append(notices, found.headers(notices), {
    notice: numbering.notice(),
    number: values.number,
    kind: target.kind,
    by: 'メール',
    to: mail,
    about: target.name,
    fields: JSON.stringify(content),
    state: '送信待ち',
    dueAt: at,
    tries: 0,
  });
}
