/** What sets triggers off: a submitted form, a person's edit, an opened spreadsheet. They run one after the other. */
import type { ExecutionRequest, ExecutionResult, Workspace } from '../engine/workspace';
import type { Json } from '../engine/service';
import type { PersonEvent } from '../sheets/person';
import type { FormAnswer, FormRecord } from '../services/forms-book';
import type { TriggerRecord, TriggerStore } from '../services/triggers-store';

/** How a submission reaches the triggers of its form: also as Google is known to do it wrong. */
export type FormDelivery = 'once' | 'twice' | 'never' | 'empty';
export const FORM_DELIVERIES = ['once', 'twice', 'never', 'empty'] as const satisfies readonly FormDelivery[];

/** Sets triggers off; each answers the ids of the executions it caused, in their order. */
export interface Firing {
  submitted(form: FormRecord, answer: FormAnswer, delivery: FormDelivery): Promise<number[]>;
  changed(user: string, events: readonly PersonEvent[]): Promise<number[]>;
  opened(user: string): Promise<number[]>;
  /** Runs one trigger with its event. */
  fire(trigger: TriggerRecord, event: Record<string, Json>): Promise<ExecutionResult>;
}

type Run = (request: ExecutionRequest) => Promise<ExecutionResult>;

/** The firing of a project's triggers. `spreadsheetId`: the file the script is bound to. */
export function createFiring(
  workspace: Workspace,
  store: TriggerStore,
  run: Run,
  spreadsheetId: () => string,
): Firing {
  const fire = (
    trigger: TriggerRecord,
    event: Record<string, Json>,
    activeUser = trigger.owner,
  ): Promise<ExecutionResult> =>
    run({
      kind: 'trigger',
      functionName: trigger.handler,
      // An installable trigger runs as who made it, whoever set it off; another person is not named to it.
      activeUser: activeUser === trigger.owner ? activeUser : '',
      effectiveUser: trigger.owner,
      event: { ...event, triggerUid: trigger.uid },
    });

  const fireAll = async (
    triggers: readonly TriggerRecord[],
    event: Record<string, Json>,
    user?: string,
  ): Promise<number[]> => {
    const ids: number[] = [];
    for (const trigger of triggers) ids.push((await fire(trigger, event, user)).record.id);
    return ids;
  };

  /** onOpen and onEdit run by their name, without anybody's authorisation, when the project has them. */
  const runSimple = async (functionName: string, user: string, event: Json): Promise<number[]> => {
    if (!workspace.project.functionNames.includes(functionName)) return [];
    const result = await run({ kind: 'simple', functionName, activeUser: user, effectiveUser: user, event });
    return [result.record.id];
  };

  return {
    fire,
    async submitted(form, answer, delivery) {
      const triggers = store.on('FORMS', 'ON_FORM_SUBMIT', form.id);
      const real = { type: 'formSubmit', formId: form.id, responseId: answer.id };
      switch (delivery) {
        case 'never':
          return [];
        case 'empty':
          return fireAll(triggers, { type: 'formSubmitEmpty', formId: form.id });
        case 'twice':
          return [...(await fireAll(triggers, real)), ...(await fireAll(triggers, real))];
        case 'once':
          return fireAll(triggers, real);
      }
    },
    async changed(user, events) {
      const ids: number[] = [];
      for (const event of events) {
        if (event.type === 'edit') ids.push(...(await runSimple('onEdit', user, event)));
        const type = event.type === 'edit' ? 'ON_EDIT' : 'ON_CHANGE';
        ids.push(...(await fireAll(store.on('SPREADSHEETS', type, spreadsheetId()), event, user)));
      }
      return ids;
    },
    async opened(user) {
      const event = { type: 'open', user };
      const simple = await runSimple('onOpen', user, event);
      return [
        ...simple,
        ...(await fireAll(store.on('SPREADSHEETS', 'ON_OPEN', spreadsheetId()), event, user)),
      ];
    },
  };
}
