/** Installable triggers of the account that runs this: others' are neither seen nor touched. */

/** Which function runs on what. */
export type TriggerPlan =
  | { handler: string; on: 'form'; form: GoogleAppsScript.Forms.Form }
  | { handler: string; on: 'edit' | 'change' }
  | { handler: string; on: 'minutes'; every: 1 | 5 | 10 | 15 | 30 }
  | { handler: string; on: 'day'; hour: number };

/**
 * Installs those that are missing, once each. A form trigger of another form is
 * replaced. Answers handler → unique id of all planned ones, and which were added.
 */
export function installTriggers(plans: readonly TriggerPlan[]): {
  ids: Record<string, string>;
  added: string[];
} {
  const present = ScriptApp.getProjectTriggers();
  const ids: Record<string, string> = {};
  const added: string[] = [];
  for (const plan of plans) {
    const own = present.filter((trigger) => trigger.getHandlerFunction() === plan.handler);
    const fitting = own.filter(
      (trigger) => plan.on !== 'form' || trigger.getTriggerSourceId() === plan.form.getId(),
    );
    own
      .filter((trigger) => !fitting.slice(0, 1).includes(trigger))
      .forEach((trigger) => ScriptApp.deleteTrigger(trigger));
    const [kept = install(plan)] = fitting;
    if (fitting.length === 0) added.push(plan.handler);
    ids[plan.handler] = kept.getUniqueId();
  }
  return { ids, added };
}

function install(plan: TriggerPlan): GoogleAppsScript.Script.Trigger {
  const builder = ScriptApp.newTrigger(plan.handler);
  if (plan.on === 'form') return builder.forForm(plan.form).onFormSubmit().create();
  if (plan.on === 'day') return builder.timeBased().everyDays(1).atHour(plan.hour).create();
  if (plan.on !== 'minutes') {
    const source = builder.forSpreadsheet(SpreadsheetApp.getActiveSpreadsheet());
    return (plan.on === 'edit' ? source.onEdit() : source.onChange()).create();
  }
  return builder.timeBased().everyMinutes(plan.every).create();
}

/** Unique ids of the triggers this account has on the project. */
export function ownTriggerIds(): string[] {
  return ScriptApp.getProjectTriggers().map((trigger) => trigger.getUniqueId());
}
