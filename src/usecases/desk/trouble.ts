/** What a door does with an error nobody expected. */
import { isTooMany } from '../../platform/errors';
export { logTrouble as noteTrouble } from '../../platform/log';

/** Code of an answer about it: the calls of a minute were used up by a look at the tabs, which waits for nobody. */
export function codeOfTrouble(error: unknown): 'BUSY' | 'TROUBLE' {
  return isTooMany(error) ? 'BUSY' : 'TROUBLE';
}
