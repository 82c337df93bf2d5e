/** The owner's folder of 証明書類: made once, opened to the staff in office by name, closed to those who left. */
import { dayOfInstant } from '../../domain/fields/instant';
import { sharedAccounts, sharingPlan } from '../../domain/sharing';
import { now } from '../../platform/clock';
import {
  createFolder,
  findFile,
  letRead,
  permissionsOf,
  reserveFileIds,
  takeBack,
} from '../../platform/files';
import { logTrouble } from '../../platform/log';
import { writeProperties } from '../../platform/properties';
import { PROPERTY, type Installation } from '../installation/installation';
import type { Rules } from '../installation/rules';
import { isInOffice } from '../desk/staff';

const NAME = '証明書類（職業紹介士マイページ）';

/** The id of the folder, made if it is not there (also when somebody threw it away); `made` tells so. */
export function makeEvidenceFolder(known: string | undefined): { id: string; made: boolean } {
  if (known !== undefined && known !== '' && findFile(known)) return { id: known, made: false };
  const [id = ''] = reserveFileIds(1);
  // The id first: an execution that ends after it leaves no folder behind that nobody knows of.
  writeProperties({ [PROPERTY.evidenceFolder]: id, [PROPERTY.evidenceShared]: '' });
  try {
    createFolder(id, NAME);
  } catch (error) {
    // Made, and only the answer was lost.
    if (!findFile(id)) throw error;
  }
  return { id, made: true };
}

/**
 * Opens the folder to the accounts of 担当者 in office and closes it to everybody else, link sharing included; answers
 * sentences on what could not be done. For the owner's executions only.
 */
export function shareEvidenceFolder({ owner, properties }: Installation, rules: Rules): string[] {
  const folder = properties[PROPERTY.evidenceFolder] ?? '';
  if (folder === '') return [];
  const wanted = wantedAccounts(owner, rules);
  const plan = sharingPlan(permissionsOf(folder), wanted);
  plan.remove.forEach((permission) => takeBack(folder, permission));
  const refused = plan.add.filter((account) => !tryLetRead(folder, account));
  writeProperties({ [PROPERTY.evidenceShared]: refused.length > 0 ? '' : fingerprint(folder, wanted) });
  return refused.map(
    (account) =>
      `「担当者」の ${account} に、証明書類のフォルダを共有できませんでした。Googleアカウントのつづりをお確かめください。`,
  );
}

/** The same, only when 担当者 or the day has changed who is in office since it was done last: no contact otherwise. */
export function keepEvidenceShared(installation: Installation, rules: Rules): string[] {
  const { owner, properties } = installation;
  const folder = properties[PROPERTY.evidenceFolder] ?? '';
  const done = properties[PROPERTY.evidenceShared] ?? '';
  if (folder === '' || done === fingerprint(folder, wantedAccounts(owner, rules))) return [];
  try {
    return shareEvidenceFolder(installation, rules);
  } catch (error) {
    // The other work of the job goes on; the next run tries again.
    logTrouble('keepEvidenceShared', error);
    return ['証明書類のフォルダの共有を、担当者に合わせられませんでした。次の処理でもう一度行います。'];
  }
}

function wantedAccounts(owner: string, { staff }: Rules): string[] {
  const today = dayOfInstant(now());
  return sharedAccounts(
    staff.filter((one) => isInOffice(one, today)).map(({ account }) => account),
    owner,
  );
}

function fingerprint(folder: string, accounts: readonly string[]): string {
  return [folder, ...accounts].join(' ');
}

/** False for an address Google does not know; its text, which names the address, goes to the owner's log. */
function tryLetRead(folder: string, account: string): boolean {
  try {
    letRead(folder, account);
    return true;
  } catch (error) {
    logTrouble('shareEvidenceFolder', error);
    return false;
  }
}
