/** 設定を点検する: what can be looked at without changing anything, in the words of the office. */
import { DomainError } from '../../domain/errors';
import { writeInstant } from '../../domain/fields/instant';
import { remainingQuota } from '../../notices/gmail';
import { now } from '../../platform/clock';
import { ledger } from '../../sheets/schema/index';
import { publish, requireSheet } from '../../sheets/spreadsheet';
import { dailyFindings } from '../nightly/daily-findings';
import { lastDaily } from '../nightly/daily';
import { formFindings, sharingFinding, triggerFinding } from './exposure';
import { isLate } from './health';
import { PROPERTY, type Installation } from './installation';
import { askRebuild, rebuildState } from '../summary/rebuild-state';
import { readRulesNow, settingSentence, type Rules } from './rules';
import type { QuotaLeft } from '../sending/send-notices';
import { requireStaff } from '../desk/staff';
import { stopText } from '../desk/stop';

interface Line {
  state: 'ok' | 'warn' | 'note';
  text: string;
}

/** The daily job is late when it has not run for a day and a half. */
const DAILY_MS = 36 * 3_600_000;
/** So is the minute job when something is due for so long. */
const DUE_MS = 30 * 60_000;

const ok = (text: string): Line => ({ state: 'ok', text });
const warn = (text: string): Line => ({ state: 'warn', text });
const note = (text: string): Line => ({ state: 'note', text });

/** Everything at once; what only the owner may ask is told to others as the jobs last told it. DomainError `NOT_STAFF`. */
export function checkSettings() {
  const { staff, installation } = requireStaff();
  publish();
  const rules = readRulesNow();
  return {
    sections: [
      { title: '設定', lines: settingLines(rules) },
      { title: 'フォーム', lines: formLines(installation, rules, staff.owner) },
      { title: '自動の処理', lines: jobLines(installation, staff.owner) },
      { title: '共有', lines: sharingLines(installation, rules) },
      { title: 'お確かめいただくこと', lines: findingLines(installation) },
    ],
    rebuild: rebuildOf(installation, staff.owner),
  };
}

/** Has 要約 rebuilt by the next runs of the five-minute job. DomainError `NOT_STAFF`, `NOT_OWNER`. */
export function rebuildSummaries(): Record<string, never> {
  const { staff, installation } = requireStaff();
  if (!staff.owner) throw new DomainError('NOT_OWNER', { owner: installation.owner });
  if (!rebuildState(installation)) askRebuild();
  return {};
}

function settingLines({ settings: set, problems }: Rules): Line[] {
  const blank = [
    ['案内ページURL', set.guideUrl],
    ['電話', set.officePhone],
    ['メール', set.officeMail],
  ].filter(([, value]) => value === '');
  return [
    note(`動作モードは「${set.mode}」です。`),
    ...problems.map((problem) => warn(settingSentence(problem))),
    ...blank.map(([name]) => warn(`設定「${String(name)}」が空欄です。`)),
    ...(set.mode === '試行' && set.testMail === '' ? [warn('設定「試行宛先」が空欄です。')] : []),
    ...(problems.length + blank.length === 0 ? [ok('使えない設定や、空欄の設定はありません。')] : []),
  ];
}

function formLines(installation: Installation, rules: Rules, owner: boolean): Line[] {
  if (!installation.form)
    return [
      warn('フォームとつながっていません。設定「フォームURL」を入れて、「初期設定」を選んでください。'),
    ];
  const connected = ok('フォームとつながっています。');
  if (!owner) return [connected, note('フォームの公開のしかたは、管理者がこの画面を開いたときに調べます。')];
  const findings = formFindings(installation, rules, true);
  return [
    connected,
    ...(findings.length === 0 ? [ok('回答の概要は公開されていません。')] : findings.map(warn)),
  ];
}

function jobLines(installation: Installation, owner: boolean): Line[] {
  const { properties } = installation;
  const beat = Number(properties[PROPERTY.heartbeat] ?? 0);
  const daily = lastDaily(installation);
  const due = Number(properties[PROPERTY.due] ?? 0);
  const last = (at: number) => `最後に動いたのは${writeInstant(at)}です。`;
  const triggers = owner ? triggerFinding(installation) : undefined;
  return [
    (isLate(installation) ? warn : ok)(
      `5分ごとの見回り：${beat === 0 ? 'まだ動いていません。' : last(beat)}`,
    ),
    daily === undefined
      ? note('毎朝の点検：まだ動いていません。はじめは、初期設定の翌朝6時台です。')
      : (now() - daily > DAILY_MS ? warn : ok)(`毎朝の点検：${last(daily)}`),
    due > 0 && now() - due > DUE_MS
      ? warn('1分ごとのメールの送信が、30分以上遅れています。')
      : ok('1分ごとのメールの送信は、遅れていません。'),
    ...(owner
      ? [triggers === undefined ? ok('自動の処理は、すべて登録されています。') : warn(triggers)]
      : [note('自動の処理の登録は、管理者がこの画面を開いたときに調べます。')]),
    quotaLine(installation, owner),
  ];
}

function quotaLine({ properties }: Installation, owner: boolean): Line {
  const text = properties[PROPERTY.quota];
  if (!owner && text === undefined) return note('きょう送れるメールの残りは、メールを送ると分かります。');
  const { left, at } = owner ? { left: remainingQuota(), at: now() } : (JSON.parse(text ?? '') as QuotaLeft);
  const told = `きょう送れるメールの残り：${String(left)}通（${writeInstant(at)}現在）`;
  return left <= 0 ? warn(`${told}。あすまで、メールは待ちます。`) : ok(told);
}

function sharingLines(installation: Installation, rules: Rules): Line[] {
  const finding = sharingFinding(installation, rules);
  return [
    finding === undefined ? ok('編集できるのは、管理者と「担当者」にある方だけです。') : warn(finding),
    note(
      'リンクを知っている方が開けるかどうかは、ここでは調べられません。右上の「共有」を押し、「一般的なアクセス」が「制限付き」になっているかを、ときどきお確かめください。',
    ),
  ];
}

function findingLines(installation: Installation): Line[] {
  const told = JSON.parse(installation.properties[PROPERTY.findings] ?? '[]') as string[];
  const findings = [...told, ...dailyFindings(installation)].map(warn);
  const stopped = stopText(installation);
  if (stopped !== null) findings.push(warn(`マイページの受付を止めています。（${stopped}）`));
  return findings.length === 0 ? [ok('ありません。')] : findings;
}

function rebuildOf(installation: Installation, owner: boolean) {
  const state = rebuildState(installation);
  const last = Number(installation.properties[PROPERTY.rebuilt] ?? 0);
  return {
    mayAsk: owner,
    progress: state ? { done: state.next - 2, of: Math.max(0, requireSheet(ledger).getLastRow() - 1) } : null,
    last: last === 0 ? '' : writeInstant(last),
  };
}
