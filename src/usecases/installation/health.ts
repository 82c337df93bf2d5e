/** Whether all is well: sentences for ホーム, 設定を点検する and the digest. */
import { now } from '../../platform/clock';
import { dailyFindings } from '../nightly/daily-findings';
import { PROPERTY, type Installation } from './installation';
import { settingSentence, type Rules } from './rules';
import { stopText } from '../desk/stop';

/** The five-minute job is late when it has not run for this long. */
const HEARTBEAT_MS = 30 * 60_000;

/** Whether the five-minute job has not run for half an hour. */
export function isLate({ properties }: Pick<Installation, 'properties'>): boolean {
  return now() - Number(properties[PROPERTY.heartbeat] ?? 0) > HEARTBEAT_MS;
}

/** Everything a person should look at, by what the properties and 設定 say. */
export function healthFindings(installation: Installation, rules: Rules): string[] {
  const late =
    '自動の処理が30分以上動いていません。管理者のアカウントで「初期設定」をもう一度選んでください。';
  return [...(isLate(installation) ? [late] : []), ...standingFindings(installation, rules)];
}

/** The same for a job that runs just now and so is not late. */
export function standingFindings(installation: Installation, rules: Rules): string[] {
  return [
    ...(stopText(installation) === null ? [] : ['マイページの受付を止めています。']),
    ...(rules.settings.mode === '試行' && rules.settings.testMail === ''
      ? ['試行のメールを出せません。設定「試行宛先」に、事務局のメールアドレスを入れてください。']
      : []),
    ...rules.problems.map(settingSentence),
    ...(JSON.parse(installation.properties[PROPERTY.findings] ?? '[]') as string[]),
    ...dailyFindings(installation),
  ];
}
