/** The owner's jobs. Each can be killed anywhere and run again. */
import { rulesOf } from '../domain/mode';
import { now } from '../platform/clock';
import { readProperties, writeProperties } from '../platform/properties';
import { waitingAsks } from './password/asks';
import { keepEvidenceShared } from './evidence/evidence-folder';
import { tellOffice } from './desk/office-digest';
import { keepLogins } from './login/keep-logins';
import { settleEdits, takeOverNoted } from './ledger/edits';
import { findInstallation, PROPERTY, type Installation } from './installation/installation';
import { goOnRebuilding } from './summary/rebuild';
import { recoverNotices } from './sending/recover-notices';
import { sweepRenewals } from './renewal/renewal-wishes';
import { resolveAsks } from './password/resolve-asks';
import { takeUpTyped } from './points/wishes';
import { loadRules } from './installation/rules';
import { sendDueNotices } from './sending/send-notices';
import { earliestWaiting } from './sending/waiting-mails';
import { settleWrites } from './nightly/settle-writes';
import { sweepForm } from './password/sweep-form';
import { unlessBroken } from './findings/under-repair';

/** Takes over noted edits and sends what is due. Behind a flag: with nothing due it costs the one read of the properties that brought the installation. */
export function runMinuteJob(installation: Installation): void {
  const due = Number(installation.properties[PROPERTY.due] ?? 0);
  const asked = waitingAsks(installation.properties).length > 0;
  if (!asked && (due === 0 || due > now())) return;
  takeOverNoted(installation);
  unlessBroken(() => takeUpTyped(installation, false));
  const rules = unlessBroken(() => loadRules().rules);
  if (!rules || rulesOf(rules.settings.mode).mail === 'nowhere') return;
  // While a tab is broken mails wait with it; this job and the others go on.
  unlessBroken(() => {
    const resolved = asked ? resolveAsks(installation) : 0;
    sendDueNotices(resolved > 0 ? reread(installation) : installation, rules);
  });
}

/** What triggers missed, what interrupted executions left, logins to be kept, and the owner's heartbeat. */
export function runFiveMinuteJob(installation: Installation): void {
  const startedAt = now();
  const rules = unlessBroken(() => loadRules().rules);
  if (!rules) {
    // A tab they stand in is broken and forgotten: nobody can tell the mode, so nothing is recorded and nothing leaves.
    settleEdits(installation);
    writeProperties({ [PROPERTY.heartbeat]: String(now()) });
    return;
  }
  const mode = rulesOf(rules.settings.mode);
  const failed = mode.recordAnswers ? (unlessBroken(() => sweepForm(installation, rules)) ?? 0) : 0;
  const lookAgain = mode.mail === 'nowhere' ? undefined : unlessBroken(() => recoverNotices(rules));
  unlessBroken(settleWrites);
  settleEdits(installation);
  unlessBroken(() => sweepRenewals(installation));
  unlessBroken(() => takeUpTyped(installation, true));
  unlessBroken(() => keepLogins(installation));
  const unshared = keepEvidenceShared(installation, rules);
  const digest = tellOffice(installation, rules);
  const rebuilding = goOnRebuilding(installation, rules, startedAt);
  const forgotten = installation.properties[PROPERTY.due] ? undefined : unlessBroken(earliestWaiting);
  writeProperties({
    [PROPERTY.heartbeat]: String(now()),
    [PROPERTY.findings]: JSON.stringify([
      ...(failed > 0
        ? [`フォームの回答${String(failed)}件を記録できませんでした。管理者にお知らせください。`]
        : []),
      ...unshared,
    ]),
    ...digest.properties,
    [PROPERTY.sweepDue]: String(Math.min(lookAgain ?? Infinity, rebuilding ? now() : Infinity, digest.next)),
    ...(forgotten === undefined ? {} : { [PROPERTY.due]: String(forgotten) }),
  });
}

function reread(installation: Installation): Installation {
  return findInstallation(readProperties()) ?? installation;
}
