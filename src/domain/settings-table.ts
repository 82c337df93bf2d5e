import { FORM_SETTINGS } from './settings/form';
import { PAPER_SETTINGS } from './settings/paper';
import { PASSWORD_SETTINGS } from './settings/password';
import { QUALIFICATION_SETTINGS } from './settings/qualification';
import { SENDING_SETTINGS } from './settings/sending';
import { WORD_SETTINGS } from './settings/words';

/** Every setting by its English name, in the order of the tab. */
export const SETTING_TABLE = {
  ...FORM_SETTINGS,
  ...WORD_SETTINGS,
  ...QUALIFICATION_SETTINGS,
  ...PASSWORD_SETTINGS,
  ...SENDING_SETTINGS,
  ...PAPER_SETTINGS,
};
