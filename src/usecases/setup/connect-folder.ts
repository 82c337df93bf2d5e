/** 初期設定, a part of its own: the folder of 証明書類, shared with the staff. */
import { logTrouble } from '../../platform/log';
import { readProperties } from '../../platform/properties';
import { makeEvidenceFolder, shareEvidenceFolder } from '../evidence/evidence-folder';
import { findInstallation, PROPERTY } from '../installation/installation';
import type { Rules } from '../installation/rules';
import type { SetupReport } from './report';

/** Makes the folder unless it is there, and opens it to the staff in office; what could not be done is a person's to do. */
export function connectFolder(rules: Rules, report: SetupReport): void {
  try {
    const known = readProperties()[PROPERTY.evidenceFolder];
    const { made } = makeEvidenceFolder(known);
    if (made) report.done.push('証明書類のフォルダを、管理者のGoogleドライブに作りました。');
    const installation = findInstallation(readProperties());
    if (installation) report.todo.push(...shareEvidenceFolder(installation, rules));
  } catch (error) {
    logTrouble('connectFolder', error);
    report.todo.push(
      '証明書類のフォルダを用意できませんでした。Googleドライブを使う許可を確かめてから、もう一度「初期設定」を選んでください。',
    );
  }
}
