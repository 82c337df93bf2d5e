/** What a door does with an error nobody expected. */
export { logTrouble as noteTrouble } from '../../platform/log';
