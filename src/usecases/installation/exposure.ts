/** Who could see or change more than they should, and whether the owner's triggers still stand. */
import { dayOfInstant } from '../../domain/fields/instant';
import { now } from '../../platform/clock';
import { formEditors, openFormById, showsSummary } from '../../platform/form';
import { logTrouble } from '../../platform/log';
import { ownTriggerIds } from '../../platform/triggers';
import { editorAccounts } from '../../sheets/sharing';
import type { Installation } from './installation';
import type { Rules } from './rules';
import { isInOffice } from '../desk/staff';

/** Triggers 初期設定 installs, as the office knows them. */
const TRIGGERS: Readonly<Record<string, string>> = {
  onFormSubmitted: 'フォームの受付',
  onSheetEdited: '台帳の変更の受取り',
  onSheetChanged: '行や列の移動・削除の受取り',
  runEveryMinute: '1分ごとのメールの送信',
  runEveryFiveMinutes: '5分ごとの見回り',
  runDaily: '毎朝の点検',
};

/** Accounts that may edit and are not in office by 担当者. */
export function strangersAmong(
  accounts: readonly string[],
  installation: Pick<Installation, 'owner'>,
  staff: Rules['staff'],
): string[] {
  const today = dayOfInstant(now());
  const known = [
    installation.owner,
    ...staff.filter((one) => isInOffice(one, today)).map(({ account }) => account),
  ];
  const inOffice = new Set(known.map((account) => account.trim().toLowerCase()));
  return accounts.filter((account) => !inOffice.has(account.toLowerCase()));
}

/** Sentence on editors of the spreadsheet; undefined if all are staff. Anybody who may edit may ask. */
export function sharingFinding(installation: Installation, { staff }: Rules): string | undefined {
  const strangers = strangersAmong(editorAccounts(), installation, staff);
  return strangers.length === 0
    ? undefined
    : `「担当者」にない方が、このスプレッドシートを編集できます（${strangers.join('、')}）。「共有」から外すか、「担当者」に加えてください。`;
}

/** Sentences on the form; the owner alone may open it. `withEditors`: also who may edit it. */
export function formFindings(installation: Installation, { staff }: Rules, withEditors: boolean): string[] {
  if (!installation.form) return [];
  try {
    const form = openFormById(installation.form.id);
    const strangers = withEditors ? strangersAmong(formEditors(form), installation, staff) : [];
    return [
      ...(showsSummary(form)
        ? [
            'フォームの「結果の概要を表示する」がオンになっています。回答した方に、ほかの方の回答が見えてしまうため、オフにしてください。',
          ]
        : []),
      ...(strangers.length === 0
        ? []
        : [
            `「担当者」にない方が、フォームを編集できます（${strangers.join('、')}）。フォームの共有から外すか、「担当者」に加えてください。`,
          ]),
    ];
  } catch (error) {
    // Deleted, or no longer shared: the platform's text is localised and does not tell which.
    logTrouble('formFindings', error);
    return [
      'フォームを開けませんでした。消えていないか、管理者のアカウントが編集者のままかを、お確かめください。',
    ];
  }
}

/** Sentence on triggers that are gone; undefined if all stand. Only the account that owns them can see them. */
export function triggerFinding(installation: Installation): string | undefined {
  const present = new Set(ownTriggerIds());
  const gone = Object.keys(TRIGGERS).filter((handler) => {
    if (handler === 'onFormSubmitted' && !installation.form) return false;
    const id = installation.triggers[handler];
    return id === undefined || !present.has(id);
  });
  return gone.length === 0
    ? undefined
    : `自動の処理の登録が足りません（${gone.map((handler) => TRIGGERS[handler] ?? handler).join('、')}）。管理者のアカウントで、メニューの「初期設定」をもう一度選んでください。`;
}
