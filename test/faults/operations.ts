/**
 * Every operation the faults are tried on. A new one joins by one entry: write `operation({…})` (fields: operation.ts) in
 * the file of its journey under operations/, and name it in the list below. Nothing else has to be told: its cases follow
 * from the service calls of one undisturbed run, its pairs from the list, and what must hold at the end stands once in
 * invariants.ts.
 * - `arrange` brings about what comes before (`insider(stage)`: somebody who is in My Page) and answers plain data.
 * - `act` does the one thing through `stage.day`, `stage.office`, `stage.advance`; `persist` sends a call again as a page does.
 * - `missing` says in sentences what 完了 promised and is not so. Name people by their case in the sample: in pairs and
 *   crowds others stand in for them, so that every person is to be had from `stage.day.person` or `stage.day.sample`.
 */
import type { Operation } from './operation';
import * as answering from './operations/answering';
import * as asking from './operations/asking';
import * as entering from './operations/entering';
import * as ledger from './operations/ledger';
import * as office from './operations/office';

export const operations: readonly Operation[] = [
  answering.once,
  answering.twice,
  answering.otherAddress,
  answering.swept,
  answering.foundSent,
  answering.foundUnsent,
  entering.firstLogin,
  entering.login,
  entering.wrongPassword,
  entering.tenthFailure,
  entering.logout,
  entering.view,
  entering.keptLogins,
  asking.newPassword,
  asking.number,
  asking.several,
  ledger.change,
  ledger.changeSentTwice,
  ledger.changeOfTwoDevices,
  ledger.handEdit,
  office.send,
  office.sendSeveral,
  office.sendNot,
  office.home,
];

/** The operation of this name; throws for a name the list does not have. */
export function operationCalled(wanted: string): Operation {
  const found = operations.find(({ name }) => name === wanted);
  if (!found) throw new Error(`There is no operation ${wanted}.`);
  return found;
}
