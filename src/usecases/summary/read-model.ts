/** Of which version a read model in the column 要約 is. */
import { readObject } from '../../domain/json';
import { EMPTY_SUMMARY } from '../../sheets/summary';

/** Whether a text of the column 要約 is one this version wrote. */
export function isCurrent(text: string): boolean {
  return readObject(text).v === EMPTY_SUMMARY.v;
}

/** Whether another version wrote it; false for a text that is broken or blank. */
export function isOtherFormat(text: string): boolean {
  const { v } = readObject(text);
  return v !== undefined && v !== EMPTY_SUMMARY.v;
}
