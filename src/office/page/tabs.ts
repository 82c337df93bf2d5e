import type { OfficeHome } from '../../contract/office';

/** The tab whose rows the view パスワード shows. */
export const PASSWORD_TAB = 'パスワード送付';

/** Whether a line of ホーム counts what the view パスワード shows: answers that wait for a person. */
export function isPasswordQueue({ label, tab }: OfficeHome['waiting'][number]): boolean {
  return tab === PASSWORD_TAB && label.includes('要確認');
}
