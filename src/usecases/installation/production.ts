/** 本番: a page shows what would leave and what would change; only the owner's press turns the mode. */
import { DomainError } from '../../domain/errors';
import { dayOfInstant, isoOfInstant } from '../../domain/fields/instant';
import { daysAfter } from '../../domain/period';
import { now } from '../../platform/clock';
import { openFormById, responsesSince } from '../../platform/form';
import { alone } from '../alone';
import { append, commit, update } from '../../sheets/commit';
import { findExact } from '../../sheets/find';
import { readForDecision } from '../../sheets/read';
import { ledger, notices, operations, passwords, settings } from '../../sheets/schema/index';
import { publish } from '../../sheets/spreadsheet';
import type { Installation } from './installation';
import { releaseRehearsed } from '../password/rehearsed';
import { forgetRules, readRulesNow, settingSentence, type Rules } from './rules';
import { requireStaff } from '../desk/staff';
import { recordEarlier } from '../password/record-earlier';
import { withoutRecorded } from '../password/sweep-form';

/** What turning to 本番 now would do. DomainError `NOT_STAFF`, `NOT_OWNER`. */
export function productionFigures() {
  const { staff, installation } = requireStaff();
  if (!staff.owner) throw new DomainError('NOT_OWNER', { owner: installation.owner });
  publish();
  const rules = readRulesNow();
  const openedAt = rules.settings.formOpenedAt ?? now();
  const unrecorded = installation.form
    ? withoutRecorded(responsesSince(openFormById(installation.form.id), 0))
    : [];
  const before = unrecorded.filter(({ receivedAt }) => receivedAt < openedAt).length;
  const people = readForDecision([{ tab: ledger, whole: true }]).rows(ledger);
  const today = dayOfInstant(now());
  const odd = people.filter(({ unfit }) =>
    unfit.some(({ header }) => header === ledger.columns.validTo.header),
  ).length;
  const blank = people.filter(({ values }) => values.validTo === '').length - odd;
  return {
    mode: rules.settings.mode,
    mails: waitingMails(daysAfter(today, 1)),
    answersBefore: before,
    answersToTreat: unrecorded.length - before,
    wouldLapse: people.filter(
      ({ values }) => values.validTo !== '' && values.validTo < today && isActive(values.state),
    ).length,
    blankEnd: blank,
    oddEnd: odd,
    warnings: warningsOf(installation, rules),
  };
}

function isActive(state: string): boolean {
  return state === '' || state === '有効';
}

/** Notices that would leave before `tomorrow`, by kind. */
function waitingMails(tomorrow: string): { kind: string; count: number }[] {
  const rows = findExact(notices, '送信待ち');
  const found = readForDecision([{ tab: notices, rows }]);
  const counts = new Map<string, number>();
  for (const row of rows) {
    const { kind, state, by, dueAt } = found.row(notices, row).values;
    if (state !== '送信待ち' || by === '郵送' || dayOfInstant(dueAt ?? 0) >= tomorrow) continue;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

function warningsOf(installation: Installation, { settings: set, problems }: Rules): string[] {
  const warnings: string[] = [];
  if (!installation.form)
    warnings.push(
      'フォームとつながっていません。設定「フォームURL」を入れて、メニューの「初期設定」を選んでください。',
    );
  if (set.guideUrl === '')
    warnings.push(
      '設定「案内ページURL」が空欄です。メールにログインの案内を載せられないため、本番にできません。',
    );
  if (set.officePhone === '' && set.officeMail === '')
    warnings.push('設定「電話」と「メール」が空欄です。お問い合わせ先がメールに載りません。');
  if (set.mode === '試行')
    warnings.push(
      '試行のあいだに送ったメールは、ご本人には届いていません。試行で扱った回答は、「開始前」（取扱開始より前のもの）か「要確認」に戻します。',
    );
  for (const problem of problems) warnings.push(settingSentence(problem));
  return warnings;
}

/** Turns 動作モード to 本番; earlier form answers are recorded as 開始前. Pressed twice it does nothing more. */
export function startProduction() {
  const { staff, installation } = requireStaff();
  if (!staff.owner) throw new DomainError('NOT_OWNER', { owner: installation.owner });
  publish();
  const openedAt = alone(() => turn(staff.account));
  forgetRules();
  publish();
  const recordedBefore = installation.form
    ? recordEarlier(
        withoutRecorded(responsesSince(openFormById(installation.form.id), 0)).filter(
          ({ receivedAt }) => receivedAt < openedAt,
        ),
        installation.form,
      )
    : 0;
  return { mode: '本番' as const, recordedBefore };
}

/** Mode, start of the form, what 試行 left, and the line in 操作記録, in one commit; answers フォーム取扱開始日時. */
function turn(account: string): number {
  const { settings: set } = readRulesNow();
  if (set.guideUrl === '') throw new DomainError('INVALID', { guideUrl: 'REQUIRED' });
  const openedAt = set.formOpenedAt ?? now();
  if (set.mode === '本番') return openedAt;
  const found = readForDecision([
    { tab: settings, whole: true },
    { tab: operations },
    { tab: passwords, whole: set.mode === '試行' },
  ]);
  const wished: Record<string, string> = {
    動作モード: '本番',
    ...(set.formOpenedAt === null ? { フォーム取扱開始日時: isoOfInstant(openedAt) } : {}),
  };
  const updates = found.rows(settings).flatMap((row) => {
    const value = wished[row.values.item];
    return value === undefined ? [] : [update(row, { value })];
  });
  const record = append(operations, found.headers(operations), {
    at: now(),
    by: account,
    kind: '本番に切り替え',
    result: `動作モード ${set.mode} から`,
  });
  // Before and after: killed in between, no execution goes on by the mode in the cache.
  forgetRules();
  commit({ updates: [...updates, ...releaseRehearsed(found, openedAt)], appends: [record] });
  return openedAt;
}
