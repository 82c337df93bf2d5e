/** The job of every morning: the nightly walk through what the hidden tabs keep, and who could see too much. Killed anywhere, the next one goes on where the last one ended. */
import { DomainError } from '../../domain/errors';
import { rulesOf } from '../../domain/mode';
import { now } from '../../platform/clock';
import { writeProperties } from '../../platform/properties';
import { patiently } from '../alone';
import { writeFindings } from './daily-findings';
import { comparedOnce } from '../ledger/edits';
import { shareEvidenceFolder } from '../evidence/evidence-folder';
import { formFindings, sharingFinding, triggerFinding } from '../installation/exposure';
import { knownFindings } from '../findings/findings';
import { PROPERTY, type Installation } from '../installation/installation';
import { walkRegister, type Walked, type WalkState } from './integrity';
import { askRebuild } from '../summary/rebuild-state';
import { removeOrphans } from '../evidence/remove-orphans';
import { runRenewalJob } from '../renewal/renewal-job';
import { withCounters } from './restore-counters';
import { loadRules, type Rules } from '../installation/rules';
import { unlessBroken } from '../findings/under-repair';

/** What the property keeps from one morning to the next. */
interface DailyState extends WalkState {
  /** When the job ran last, epoch ms. */
  at: number;
}

const START: WalkState = { next: 2, column: 1 };

/** When the job ran last (epoch ms); undefined before the first time. */
export function lastDaily({ properties }: Pick<Installation, 'properties'>): number | undefined {
  return dailyState(properties)?.at;
}

/** Looks in every mode: the hidden tabs have to be right on the first day. */
export function runDailyJob(installation: Installation): void {
  const rules = patiently(() => unlessBroken(() => loadRules().rules));
  // While a tab they stand in is broken the five-minute job tells; this one goes on the next morning.
  if (!rules) return;
  // Each part is repeatable: a call too many in this minute must not cost the morning.
  const walked = patiently(() => withCounters(() => walk(installation, rules)));
  if (walked.otherFormat) askRebuild();
  // After the walk, which mends the counters reminders are numbered by.
  patiently(() => unlessBroken(() => withCounters(() => runRenewalJob(installation, rules))));
  const sharing = sharingFinding(installation, rules);
  const triggers = triggerFinding(installation);
  const standing = [
    ...walked.standing,
    ...formFindings(installation, rules, false),
    ...shareEvidenceFolder(installation, rules),
    ...(sharing === undefined ? [] : [sharing]),
    ...(triggers === undefined ? [] : [triggers]),
  ];
  const state: DailyState = { ...walked.state, at: now() };
  writeProperties({
    [PROPERTY.daily]: JSON.stringify(state),
    ...sweepUntold(rules),
    ...writeFindings(installation, standing, walked.happened),
  });
  unlessBroken(() => removeOrphans(installation));
}

/** What people did to the tabs and Google told nobody of is looked for by the next five-minute job. */
function sweepUntold(rules: Rules): Record<string, string> {
  if (!rulesOf(rules.settings.mode).jobsChange) return {};
  return {
    ...comparedOnce(),
    [`${PROPERTY.typed}morning`]: JSON.stringify({ by: '' }),
    [`${PROPERTY.renewalsTyped}morning`]: JSON.stringify({ by: '' }),
    [PROPERTY.sweepDue]: String(now()),
  };
}

/** A tab or header that is gone is for a person to put back; the rest of the morning goes on. */
function walk(installation: Installation, rules: Rules): Walked {
  const from = dailyState(installation.properties) ?? START;
  try {
    return walkRegister(from, rules.texts, knownFindings(installation));
  } catch (error) {
    if (!(error instanceof DomainError) || !['HEADERS_BROKEN', 'TAB_MISSING'].includes(error.code))
      throw error;
    const { tab, missing } = error.facts;
    const told =
      error.code === 'TAB_MISSING'
        ? `シート「${String(tab)}」が見つかりません。名前を変えたときは元に戻し、消したときは「ファイル」→「変更履歴」から戻してください。`
        : `シート「${String(tab)}」の1行目の見出しを、元の名前に戻してください。${missing ? `見つからない見出し：${String(missing)}` : ''}`;
    return {
      state: { next: from.next, column: from.column },
      standing: [told],
      happened: [],
      otherFormat: false,
    };
  }
}

function dailyState(properties: Installation['properties']): DailyState | undefined {
  const text = properties[PROPERTY.daily];
  return text === undefined ? undefined : (JSON.parse(text) as DailyState);
}
