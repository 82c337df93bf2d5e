/** 本番: a page shows what would leave and what would change; only the owner's press turns the mode. */
import { DomainError } from '../domain/errors';
import { dayOfInstant, isoOfInstant } from '../domain/fields/instant';
import { now } from '../platform/clock';
import { openFormById, responsesSince } from '../platform/form';
import { alone } from './alone';
import { append, commit, update } from '../sheets/commit';
import { findExact } from '../sheets/find';
import { readForDecision } from '../sheets/read';
import { ledger, notices, operations, settings } from '../sheets/schema';
import { publish } from '../sheets/spreadsheet';
import type { Installation } from './installation';
import { forgetRules, readRulesNow, type Rules } from './rules';
import { requireStaff } from './staff';
import { recordEarlier } from './record-earlier';
import { withoutRecorded } from './sweep-form';

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
    mails: waitingMails(),
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

function waitingMails(): { kind: string; count: number }[] {
  const rows = findExact(notices, '送信待ち');
  const found = readForDecision([{ tab: notices, rows }]);
  const counts = new Map<string, number>();
  for (const row of rows) {
    const { kind } = found.row(notices, row).values;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

function warningsOf(installation: Installation, { settings: set, problems }: Rules): string[] {
  const warnings: string[] = [];
  if (!installation.form)
    warnings.push('フォームとつながっていません。設定「フォームURL」を入れて「初期設定」を選んでください。');
  if (set.guideUrl === '')
    warnings.push(
      '設定「案内ページURL」が空欄です。メールに載せるログインの案内がないため、本番にできません。',
    );
  if (set.officePhone === '' && set.officeMail === '')
    warnings.push('設定「電話」と「メール」が空欄です。お問い合わせ先がメールに載りません。');
  for (const { key, value } of problems) warnings.push(`設定「${key}」の「${value}」は読み取れません。`);
  return warnings;
}

/** Turns 動作モード to 本番; earlier form answers are recorded as 開始前. Pressed twice it does nothing more. */
export function startProduction() {
  const { staff, installation } = requireStaff();
  if (!staff.owner) throw new DomainError('NOT_OWNER', { owner: installation.owner });
  publish();
  const rules = readRulesNow();
  if (rules.settings.guideUrl === '') throw new DomainError('INVALID', { guideUrl: 'REQUIRED' });
  const openedAt = rules.settings.formOpenedAt ?? now();
  alone(() => {
    const found = readForDecision([{ tab: settings, whole: true }, { tab: operations }]);
    const wished: Record<string, string> = {
      動作モード: '本番',
      フォーム取扱開始日時: isoOfInstant(openedAt),
    };
    const updates = found.rows(settings).flatMap((row) => {
      const value = wished[row.values.item];
      const kept = row.values.item === 'フォーム取扱開始日時' && rules.settings.formOpenedAt !== null;
      return value === undefined || kept ? [] : [update(row, { value })];
    });
    const record = append(operations, found.headers(operations), {
      at: now(),
      by: staff.account,
      kind: '本番に切り替え',
      result: rules.settings.mode,
    });
    commit({ updates, appends: rules.settings.mode === '本番' ? [] : [record] });
  });
  forgetRules();
  publish();
  const before = installation.form
    ? withoutRecorded(responsesSince(openFormById(installation.form.id), 0)).filter(
        ({ receivedAt }) => receivedAt < openedAt,
      )
    : [];
  if (installation.form) recordEarlier(before, installation.form);
  return { mode: '本番' as const, recordedBefore: before.length };
}
