/**
 * Every operation the faults are tried on. A new one joins by one entry: write `operation({…})` (fields: operation.ts) into
 * the list of its family under operations/; a new family is one file there that exports its list, and one line below.
 * Nothing else has to be told: its cases follow from the service calls of one undisturbed run, its pairs from the list, and
 * what must hold at the end stands once in invariants.ts.
 * - `arrange` brings about what comes before (`insider(stage)`: somebody who is in My Page) and answers plain data.
 * - `act` does the one thing through `stage.day`, `stage.office`, `stage.advance`; `persist` sends a call again as a page does.
 * - `missing` says in sentences what 完了 promised and is not so. Name people by their case in the sample: in pairs and
 *   crowds others stand in for them, so that every person is to be had from `stage.day.person` or `stage.day.sample`, and
 *   rows and mails of others are nobody's concern.
 */
import type { Operation } from './operation';
import { answeringOperations } from './operations/answering';
import { askingOperations } from './operations/asking';
import { certificateOperations } from './operations/certificates';
import { editOperations } from './operations/edits';
import { enteringOperations } from './operations/entering';
import { evidenceOperations } from './operations/evidence';
import { importOperations } from './operations/imports';
import { ledgerOperations } from './operations/ledger';
import { mailChangeOperations } from './operations/mail-change';
import { notificationOperations } from './operations/notification';
import { officeOperations } from './operations/office';
import { ownerOperations } from './operations/owner';
import { pointOperations } from './operations/points';
import { renewalOperations } from './operations/renewal';
import { stoppingOperations } from './operations/stopping';

export const operations: readonly Operation[] = [
  ...answeringOperations,
  ...askingOperations,
  ...certificateOperations,
  ...enteringOperations,
  ...evidenceOperations,
  ...importOperations,
  ...ledgerOperations,
  ...mailChangeOperations,
  ...notificationOperations,
  ...officeOperations,
  ...ownerOperations,
  ...pointOperations,
  ...renewalOperations,
  ...stoppingOperations,
  ...editOperations,
];

/** The operation of this name; throws for a name the list does not have. */
export function operationCalled(wanted: string): Operation {
  const found = operations.find(({ name }) => name === wanted);
  if (!found) throw new Error(`There is no operation ${wanted}.`);
  return found;
}
