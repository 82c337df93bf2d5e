/** 初期設定: run by the owner from the menu, safe to run again, ends with a list of what it did and what a person must do. */
import { DomainError } from '../../domain/errors';
import { now } from '../../platform/clock';
import { slowHash } from '../../platform/hashing';
import { activeUser, effectiveUser } from '../../platform/identity';
import { alone } from '../alone';
import { readProperties, writeProperties } from '../../platform/properties';
import { randomId } from '../../platform/random';
import { installTriggers, type TriggerPlan } from '../../platform/triggers';
import { append, commit, update, type RowUpdate } from '../../sheets/commit';
import { readForDecision } from '../../sheets/read';
import { operations, settings } from '../../sheets/schema';
import { publish } from '../../sheets/spreadsheet';
import { FULL_COST, PROPERTY } from '../installation';
import { forgetRules, readRulesNow, type Rules } from '../rules';
import { adoptLedger, writeColumns } from './adopt-ledger';
import { connectForm } from './connect-form';
import { newReport, type SetupReport } from './report';
import { fillTabs, makeTabs } from './tabs';

/** DomainError `NOT_OWNER` (facts: owner) for anybody but the account that ran it first, `BUSY`. */
export function runSetup(): SetupReport {
  const report = newReport();
  const owner = effectiveUser();
  const properties = readProperties();
  const known = properties[PROPERTY.owner];
  if (owner === '' || activeUser() !== owner || (known !== undefined && known !== owner)) {
    throw new DomainError('NOT_OWNER', { owner: known ?? '' });
  }
  fixInstallation(owner, properties, report);
  alone(() => {
    publish();
    makeTabs(owner, report);
    publish();
    fillTabs(owner, report);
  });
  forgetRules();
  const rules = readRulesNow();
  const mapping = alone(() => adoptLedger(rules.settings.columnMapping, report));
  const connected = connectForm(rules.settings.formUrl, rules.settings.formQuestions, report);
  installOwnTriggers(connected?.form, report);
  alone(() =>
    writeBack(
      { 旧台帳の列の対応: mapping && writeColumns(mapping), 質問の対応: connected?.mappingText },
      owner,
      report,
    ),
  );
  forgetRules();
  remind(rules, report);
  return report;
}

/** Owner, secret and the cost of hashing are fixed at the first run and never changed by a later one. */
function fixInstallation(
  owner: string,
  properties: Readonly<Record<string, string>>,
  report: SetupReport,
): void {
  const fixed: Record<string, string> = {};
  if (!properties[PROPERTY.owner]) {
    fixed[PROPERTY.owner] = owner;
    report.done.push(`管理者を ${owner} に決めました。自動の処理とメールは、このアカウントで行います。`);
  }
  if (!properties[PROPERTY.secret]) fixed[PROPERTY.secret] = randomId() + randomId();
  if (!properties[PROPERTY.cost]) fixed[PROPERTY.cost] = calibratedCost();
  if (Object.keys(fixed).length > 0) writeProperties(fixed);
}

/** scrypt at full cost takes about half a second; on a machine without an optimising compiler it could take twenty (performance.md 3). */
function calibratedCost(): string {
  const start = now();
  slowHash('calibration', 'salt', { ...FULL_COST, p: 1 });
  const oneLane = now() - start;
  const p = oneLane * FULL_COST.p <= 4000 ? FULL_COST.p : 1;
  return `${String(FULL_COST.N)},${String(FULL_COST.r)},${String(p)}`;
}

function installOwnTriggers(form: GoogleAppsScript.Forms.Form | undefined, report: SetupReport): void {
  const plans: TriggerPlan[] = [
    ...(form ? [{ handler: 'onFormSubmitted', on: 'form' as const, form }] : []),
    { handler: 'onSheetEdited', on: 'edit' },
    { handler: 'runEveryMinute', on: 'minutes', every: 1 },
    { handler: 'runEveryFiveMinutes', on: 'minutes', every: 5 },
  ];
  const { ids, added } = installTriggers(plans);
  writeProperties({ [PROPERTY.triggers]: JSON.stringify(ids) });
  if (added.length > 0) report.done.push(`自動で動く処理を${added.length}つ登録しました。`);
}

function writeBack(
  values: Readonly<Record<string, string | undefined>>,
  owner: string,
  report: SetupReport,
): void {
  const found = readForDecision([{ tab: settings, whole: true }, { tab: operations }]);
  const updates: RowUpdate[] = found.rows(settings).flatMap((row) => {
    const value = values[row.values.item];
    return value === undefined || value === row.values.value ? [] : [update(row, { value })];
  });
  const record = append(operations, found.headers(operations), {
    at: now(),
    by: owner,
    kind: '初期設定',
    result: [
      ...report.done,
      `確認が必要 ${report.todo.length}件`,
      `読み取れなかったもの ${report.problems.length}件`,
    ].join(' '),
  });
  commit({ updates, appends: [record] });
}

/** What no machine can fill in. */
function remind({ settings: set, problems, staff }: Rules, report: SetupReport): void {
  const blank = [
    ['案内ページURL', set.guideUrl],
    ['電話', set.officePhone],
    ['メール', set.officeMail],
  ].flatMap(([name, value]) => (value === '' ? [name] : []));
  if (blank.length > 0) report.todo.push(`設定の次の項目を入れてください：${blank.join('、')}`);
  for (const { key, value } of problems)
    report.todo.push(`設定「${key}」の「${value}」は読み取れません。説明をご覧のうえ、直してください。`);
  if (staff.length <= 1)
    report.todo.push('「担当者」に、事務局の方の氏名とGoogleアカウントを入れてください。');
  if (set.mode !== '本番')
    report.todo.push(
      '準備ができたら、メニューの「本番に切り替える」を選んでください。それまでメールは送られません。',
    );
}
