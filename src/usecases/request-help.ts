/** パスワードをお忘れの方, 登録番号がわからない方: one entry for the job, known or unknown, and the same answer always. */
import { normalizeMail } from '../domain/fields/mail';
import { numberKey } from '../domain/fields/number';
import { putAsk } from './asks';
import { requireInstallation } from './installation';
import { requireOpen } from './stop';

/** Asks for a new temporary password to the address on file. */
export function requestPassword({ number }: { number: string }): Record<string, never> {
  const installation = requireInstallation();
  requireOpen(installation);
  putAsk({ kind: 'password', numberKey: numberKey(number) }, installation.properties);
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
  putAsk({ kind: 'number', mail: normalizeMail(mail), birthDate }, installation.properties);
  return {};
}
