/** Events of the owner's triggers, taken up only if Google itself sent them. */
import { rulesOf } from '../../domain/mode';
import { changeOf, editedPlace } from '../../platform/edit-event';
import { responseOfEvent } from '../../platform/form';
import { findCheckedTab } from '../findings/check-rows';
import { noteChange, noteEdit } from '../ledger/edits';
import { requireTrigger } from './installation';
import { receiveFormResponse } from '../password/receive-form-response';
import { noteRenewals } from '../renewal/renewal-wishes';
import { unlessBroken } from '../findings/under-repair';
import { points, renewals } from '../../sheets/schema/index';
import { noteTyped } from '../points/wishes';
import { forgetRules, loadRules, steeringTabs } from './rules';

/** A form response arrived; in 準備 nothing is recorded. DomainError `NOT_A_TRIGGER`. */
export function takeSubmitted(event: unknown): void {
  const installation = requireTrigger('onFormSubmitted', event);
  const response = responseOfEvent(event);
  if (!response) return;
  // While nobody can tell the mode the response waits in the form; the five-minute job sweeps it up.
  unlessBroken(() => {
    const { rules } = loadRules();
    if (rulesOf(rules.settings.mode).recordAnswers) receiveFormResponse(response, installation, rules);
  });
}

/**
 * A person edited a tab: one that steers the system is read again by the next request, what was typed into 台帳 is taken
 * over, other rows and headers are looked at. DomainError `NOT_A_TRIGGER`.
 */
export function takeEdited(event: unknown): void {
  const installation = requireTrigger('onSheetEdited', event);
  const edited = editedPlace(event);
  if (!edited) return;
  if (steeringTabs.includes(edited.tab)) forgetRules();
  // A word that is a decision is noted before anything else can end this execution.
  if (edited.tab === renewals.title) unlessBroken(() => noteRenewals(edited));
  if (edited.tab === points.title) unlessBroken(() => noteTyped(edited, installation));
  if (findCheckedTab(edited.tab) !== undefined || edited.rows[0] === 1) noteEdit(edited, installation);
}

/** A person moved, deleted or renamed rows, columns or tabs. DomainError `NOT_A_TRIGGER`. */
export function takeChanged(event: unknown): void {
  const installation = requireTrigger('onSheetChanged', event);
  const change = changeOf(event);
  if (change) noteChange(change, installation);
}
