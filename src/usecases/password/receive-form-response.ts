/** J1: a form response is matched with the ledger, recorded once by its id, and answered with a password when the match is clean. */
import { DomainError } from '../../domain/errors';
import { dayOfInstant } from '../../domain/fields/instant';
import { normalizeMail } from '../../domain/fields/mail';
import { judgeFormAnswer, type FormAnswer, type MatchResult } from '../../domain/form-answer';
import { now } from '../../platform/clock';
import type { FormResponse } from '../../platform/form';
import { alone } from '../alone';
import { randomId } from '../../platform/random';
import { commit } from '../../sheets/commit';
import { findExact } from '../../sheets/find';
import { readFound } from '../../sheets/read-found';
import { COUNTER_ROW, ledger, notices, passwords, summaries } from '../../sheets/schema/index';
import { writeFormRecord } from './form-record';
import { toFormAnswer } from './form-mapping';
import type { Installation } from '../installation/installation';
import { startNumbering } from '../summary/numbering';
import { findPlaces, findPerson, toRegistrant, wantedFor } from '../summary/people';
import type { Rules } from '../installation/rules';
import type { NoticeRows } from '../sending/notice-rows';
import { sendClaimed } from '../sending/send-claimed';
import { hashTemporary, temporaryPasswordOf } from '../login/secrets';
import { wakeSender } from '../sending/wake-sender';

/** At most this many earlier responses with the same number or address, the latest, are looked at. */
const EARLIER_LIMIT = 40;

/** States in which an answer's address counts as used by its number. */
const STANDING: readonly string[] = ['送付待ち', '送付済', '要確認'];

/** What became of a response; `known` when it had been recorded before. */
export type Received = MatchResult | 'known';

/**
 * Records a response and sends the password if nothing stands against it. Runs as the owner, in 試行 or 本番. `isLate`: it
 * was missing when the form was looked through, perhaps because somebody deleted its row after a mail about it was made.
 */
export function receiveFormResponse(
  response: FormResponse,
  installation: Installation,
  rules: Rules,
  isLate = false,
): Received {
  if (!installation.form) throw new DomainError('FORM_NOT_SET', {});
  const answer = toFormAnswer(response, installation.form);
  const id = randomId();
  const hash = hashTemporary(temporaryPasswordOf(installation.secret, id), installation.cost);
  const outcome = alone(() => record(answer, { id, hash }, rules, isLate));
  if (outcome === 'known') return 'known';
  if (outcome.queued) wakeSender(now());
  if (outcome.claimed) sendClaimed([outcome.claimed], installation, rules);
  return outcome.result;
}

interface Recorded {
  result: MatchResult;
  /** The password mail that is now to be sent by this execution. */
  claimed: NoticeRows | undefined;
  /** Something was left for the sending job. */
  queued: boolean;
}

function record(
  answer: FormAnswer,
  password: { id: string; hash: string },
  rules: Rules,
  isLate: boolean,
): Recorded | 'known' {
  const places = findPlaces(answer.number);
  const mail = normalizeMail(answer.mail);
  const alike = [answer.responseId, mail, answer.number, ...places.map(({ number }) => number)];
  const { found, rowsOf, countOf } = readFound(
    [
      { tab: ledger, texts: [mail], as: 'part' },
      { tab: passwords, texts: alike, last: EARLIER_LIMIT },
      { tab: notices, texts: isLate ? [answer.responseId] : [] },
    ],
    wantedFor(places),
  );
  const moreEarlier = countOf(passwords) > EARLIER_LIMIT;
  if (moreEarlier && findExact(passwords, answer.responseId).length > 0) return 'known';
  const earlier = rowsOf(passwords).map(({ values }) => values);
  if (earlier.some(({ responseId }) => responseId === answer.responseId)) return 'known';

  const mails = rowsOf(notices)
    .map(({ values }) => values)
    .filter(({ about }) => about === answer.responseId);
  const sent = mails.find(({ kind, state }) => kind === 'パスワード' && state === '送信済');
  const people = places.flatMap((place) => findPerson(found, place) ?? []);
  const numbers = new Set([answer.number, ...places.map(({ number }) => number)]);
  const at = now();
  const judgement = judgeFormAnswer({
    answer,
    openedAt: rules.settings.formOpenedAt ?? 0,
    registrants: people.map((person) => toRegistrant(person.ledger)),
    others: [
      ...rowsOf(ledger).map(({ values }) => values),
      ...earlier.filter(({ state }) => STANDING.includes(state)),
    ].map((values) => ({ number: values.number, mail: values.mail })),
    earlier: earlier
      .filter(({ number }) => numbers.has(number))
      .map((values) => ({ ...values, receivedAt: values.receivedAt ?? 0, result: values.match })),
    moreEarlier,
    told: sent ? 'sent' : mails.length > 0 ? 'made' : undefined,
    settings: {
      item: rules.settings.autoSendItem,
      sharedMailboxes: rules.settings.sharedMailboxes,
      firstBirthDateCheck: rules.settings.firstBirthDateCheck,
    },
  });
  const numbering = startNumbering(found.row(summaries, COUNTER_ROW), Number(dayOfInstant(at).slice(0, 4)));
  const sentAt = sent?.sentAt ?? null;
  const written = writeFormRecord({ answer, judgement, sentAt, people, password, at, numbering, found });
  const landed = commit(written);
  return { result: judgement.result, claimed: written.claimedAt(landed), queued: written.queued };
}
