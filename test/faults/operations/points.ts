/** Every operation of ポイント; their order stays, so that a seed draws the same cases again. */
import type { Operation } from '../operation';
import { applications, sentAgain } from './points-applied';
import { decisions, dozenApproved } from './points-decided';
import { enteredFromPaper, papersArrived } from './points-paper';
import { takenBack } from './points-taken-back';
import { typedWords } from './points-typed';

export const pointOperations: readonly Operation[] = [
  ...applications,
  ...decisions,
  enteredFromPaper,
  sentAgain,
  papersArrived,
  dozenApproved,
  ...takenBack,
  ...typedWords,
];
