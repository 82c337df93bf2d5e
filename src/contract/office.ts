/** What crosses google.script.run between the secretariat's pages (sidebar, dialogs) and their door `office(call)`. */
import * as v from 'valibot';
import { officeCertificateArgs, type OfficeCertificateValues } from './office-certificates';
import { officeImportArgs, type OfficeImportValues } from './office-import';
import { officeLedgerArgs, type OfficeLedgerValues } from './office-ledger';
import { officeNoticeArgs, type OfficeNoticeValues } from './office-notices';
import { officeNotificationArgs, type OfficeNotificationValues } from './office-notifications';
import { officeOperationArgs, type OfficeOperationValues, type OperatingMode } from './office-operation';
import { officePasswordArgs, type OfficePasswordValues } from './office-passwords';
import { officePointsArgs, type OfficePointsValues } from './office-points';
import { officeRenewalArgs, type OfficeRenewalValues } from './office-renewal';
import { clientKey, text, whole } from './schema';

/** The arguments of each method, by part of the desk; unknown keys are refused. */
export const officeArgs = {
  /** Counts of what waits, mode, health. */
  home: v.strictObject({}),
  ...officePasswordArgs,
  ...officePointsArgs,
  ...officeRenewalArgs,
  ...officeCertificateArgs,
  ...officeNoticeArgs,
  ...officeImportArgs,
  ...officeNotificationArgs,
  ...officeLedgerArgs,
  ...officeOperationArgs,
  /** Puts the cursor on a row of a tab. */
  showRow: v.strictObject({ tab: text(50), row: whole(1) }),
} as const;

export type OfficeMethod = keyof typeof officeArgs;
export type OfficeArgs<M extends OfficeMethod> = v.InferOutput<(typeof officeArgs)[M]>;

export const officeCall = v.strictObject({
  method: v.picklist(Object.keys(officeArgs) as OfficeMethod[]),
  key: v.optional(clientKey),
  args: v.unknown(),
});

/** ポイント (申請中, 差戻し) · 更新 · 証書 · 失効予定 · まもなく送信 · 元に戻した入力 */
export type OfficeHomeView =
  'points' | 'returned' | 'renewals' | 'certificates' | 'lapse' | 'notices' | 'putBack';

export interface OfficeHome {
  mode: OperatingMode;
  /** Each line of ホーム: what waits, how many, where its rows are, and the view of the sidebar that shows them. */
  waiting: { label: string; count: number; tab: string; view?: OfficeHomeView }[];
  /** Sentences about health: owner's heartbeat, quota, findings; empty when all is well. */
  findings: string[];
  /** How many findings 台帳の点検 has. */
  ledgerFindings: number;
}

/** What each method answers. */
export interface OfficeValues
  extends
    OfficePasswordValues,
    OfficePointsValues,
    OfficeRenewalValues,
    OfficeCertificateValues,
    OfficeNoticeValues,
    OfficeImportValues,
    OfficeNotificationValues,
    OfficeLedgerValues,
    OfficeOperationValues {
  home: OfficeHome;
  showRow: Record<string, never>;
}

/**
 * CHANGED something is no longer as the dry run showed it · NOT_STAFF not in 担当者 · NOT_OWNER · NOT_SET_UP 初期設定 not
 * run · INVALID · BUSY · LEDGER_UNDER_REPAIR a tab is broken · TROUBLE
 */
export type OfficeCode =
  | 'CHANGED'
  | 'NOT_STAFF'
  | 'NOT_OWNER'
  | 'NOT_SET_UP'
  | 'INVALID'
  | 'BUSY'
  | 'LEDGER_UNDER_REPAIR'
  | 'TROUBLE';
