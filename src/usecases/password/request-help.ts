/**
 * パスワードをお忘れの方, 登録番号がわからない方: one entry for the job, known or unknown, and the same answer always. What
 * cannot be a number or an address at all puts a blank entry, so that nobody can fill the store with long texts.
 */
import { isDay } from '../../domain/fields/date';
import { isMailAddress, normalizeMail } from '../../domain/fields/mail';
import { looksLikeNumber, numberKey } from '../../domain/fields/number';
import { putAsk } from './asks';
import { requireInstallation } from '../installation/installation';
import { requireOpen } from '../desk/stop';

/** Asks for a new temporary password to the address on file. */
export function requestPassword({ number }: { number: string }): Record<string, never> {
  const installation = requireInstallation();
  requireOpen(installation);
  const key = looksLikeNumber(number) ? numberKey(number) : '';
  putAsk({ kind: 'password', numberKey: key }, installation.properties);
  return {};
}

/** Asks for the number by mail to the address on file. */
export function requestNumber({
  mail,
  birthDate,
}: {
  mail: string;
  birthDate: string;
}): Record<string, never> {
  const installation = requireInstallation();
  requireOpen(installation);
  const address = isMailAddress(normalizeMail(mail)) && isDay(birthDate) ? normalizeMail(mail) : '';
  putAsk(
    { kind: 'number', mail: address, birthDate: address === '' ? '' : birthDate },
    installation.properties,
  );
  return {};
}
