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
import { checkTabs } from '../findings/check-tabs';
import { FULL_COST, PROPERTY } from '../installation/installation';
import { forgetRules, readRulesNow, settingSentence, type Rules } from '../installation/rules';
import { keepJapanTime, spreadsheetOwner } from '../../sheets/structure';
import { adoptLedger } from './adopt-ledger';
import { connectFolder } from './connect-folder';
import { connectForm } from './connect-form';
import { newReport, type SetupReport } from './report';
import { fillTabs, makeTabs } from './tabs';

/**
 * DomainError `NOT_OWNER` (facts: owner) for anybody but the account that ran
 * it first — at the first time the one the spreadsheet belongs to —, `BUSY`.
 */
export function runSetup(): SetupReport {
  const report = newReport();
  const owner = effectiveUser();
  const properties = readProperties();
  const known = properties[PROPERTY.owner] ?? spreadsheetOwner();
  if (owner === '' || activeUser() !== owner || (known !== '' && known !== owner)) {
    throw new DomainError('NOT_OWNER', { owner: known });
  }
  fixInstallation(owner, properties, report);
  alone(() => {
    if (keepJapanTime()) report.done.push('スプレッドシートのタイムゾーンを日本時間にしました。');
    publish();
    makeTabs(owner, report);
    publish();
    fillTabs(owner, report);
  });
  forgetRules();
  const rules = readRulesNow();
  const { columnMapping, formUrl, formQuestions, autoSendItem } = rules.settings;
  const columns = alone(() =>
    adoptLedger({ wished: columnMapping, used: properties[PROPERTY.columns], by: owner }, report),
  );
  if (columns !== undefined && columns !== properties[PROPERTY.columns])
    writeProperties({ [PROPERTY.columns]: columns });
  const form = { url: formUrl, mappingText: formQuestions, autoSendItem, known: properties[PROPERTY.form] };
  const connected = connectForm(form, report);
  installOwnTriggers(connected?.form, properties, report);
  connectFolder(rules, report);
  alone(() => writeBack({ 旧台帳の列の対応: columns, 質問の対応: connected?.mappingText }, owner, report));
  forgetRules();
  checkTabs(properties);
  remind(rules, report);
  if (report.done.length === 0)
    report.done.push('新しく変えたところはありません。前に行った初期設定のままです。');
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

function installOwnTriggers(
  form: GoogleAppsScript.Forms.Form | undefined,
  properties: Readonly<Record<string, string>>,
  report: SetupReport,
): void {
  const plans: TriggerPlan[] = [
    ...(form ? [{ handler: 'onFormSubmitted', on: 'form' as const, form }] : []),
    { handler: 'onSheetEdited', on: 'edit' },
    { handler: 'onSheetChanged', on: 'change' },
    { handler: 'runEveryMinute', on: 'minutes', every: 1 },
    { handler: 'runEveryFiveMinutes', on: 'minutes', every: 5 },
    { handler: 'runDaily', on: 'day', hour: 6 },
  ];
  const { ids, added } = installTriggers(plans);
  // A form that cannot be opened today keeps its trigger.
  const known = JSON.parse(properties[PROPERTY.triggers] ?? '{}') as Record<string, string>;
  // Set up just now is as good as the five-minute job having run: no alarm in the sidebar before it does.
  writeProperties({
    [PROPERTY.triggers]: JSON.stringify({ ...known, ...ids }),
    [PROPERTY.heartbeat]: String(now()),
  });
  if (added.length > 0) report.done.push(`自動で動く処理を${String(added.length)}つ登録しました。`);
}

/** What 初期設定 found out, into 設定; and a line in 操作記録 if it changed anything. */
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
  if (updates.length > 0)
    report.done.push(
      `設定の${updates.map(({ row }) => `「${String(row.values.item)}」`).join('と')}を書き込みました。`,
    );
  if (report.done.length === 0) return;
  const record = append(operations, found.headers(operations), {
    at: now(),
    by: owner,
    kind: '初期設定',
    result: [...report.done, `読み取れなかったもの ${String(report.problems.length)}件`].join(' '),
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
  for (const problem of problems) report.todo.push(settingSentence(problem));
  if (set.mode === '試行' && set.testMail === '')
    report.todo.push('設定「試行宛先」に、試行のメールを受け取る事務局のメールアドレスを入れてください。');
  if (staff.length <= 1)
    report.todo.push('「担当者」に、事務局の方の氏名とGoogleアカウントを入れてください。');
  if (set.mode !== '本番')
    report.todo.push(
      '準備ができたら、メニューの「本番に切り替える」を選んでください。それまでメールは送られません。',
    );
}
