/** Of which version a read model in the column 要約 is. */
import { readObject } from '../../domain/json';
import { isWhole } from '../../sheets/summary';

/** Whether a text of the column 要約 is as this version writes it. */
export function isCurrent(text: string): boolean {
  return isWhole(readObject(text));
}

/** Whether another version wrote it, so that it has to be rebuilt; false for a text that is broken or blank. */
export function isOtherFormat(text: string): boolean {
  const read = readObject(text);
  return read.v !== undefined && !isWhole(read);
}
