/** What 初期設定 fixed once and keeps in the script properties. */
import { DomainError } from '../../domain/errors';
import type { ScryptCost } from '../../platform/hashing';
import { effectiveUser } from '../../platform/identity';
import { readProperties } from '../../platform/properties';

/** Which item of the form asks what; item ids as text. */
export interface FormMapping {
  id: string;
  /** Meaning → item id. */
  questions: Partial<Record<FormMeaning, string>>;
}

export type FormMeaning = 'number' | 'name' | 'birthDate' | 'mail' | 'mailAgain' | 'mailKind' | 'phone';

export interface Installation {
  /** Google account that ran 初期設定 first; triggers and mails run as it. */
  owner: string;
  /** Secret from which sessions and temporary passwords derive. */
  secret: string;
  cost: ScryptCost;
  form: FormMapping | undefined;
  /** Handler → unique id of its trigger: a handler called with another id was not called by Google. */
  triggers: Record<string, string>;
  /** All properties as read. */
  properties: Readonly<Record<string, string>>;
}

/** Names of script properties. */
export const PROPERTY = {
  owner: 'owner',
  secret: 'secret',
  cost: 'scrypt',
  form: 'form',
  triggers: 'triggers',
  /** 「旧台帳の列の対応」 as 初期設定 used it last. */
  columns: 'columns',
  /** The minute job has something to do from this epoch ms on; absent or empty: nothing. */
  due: 'due:runEveryMinute',
  /** When the five-minute job has something to look at again; it runs anyway. */
  sweepDue: 'due:runEveryFiveMinutes',
  /** Prefix: an edit or a change by hand that is not taken over yet. */
  edited: 'edited:',
  /** Prefix: an edit of ポイント that is not taken up yet. */
  typed: 'typed:',
  /** 受付番号 of rows of ポイント that are gone. */
  lostPoints: 'lostPoints',
  /** Minute and count of takeovers that happened at once. */
  takeovers: 'takeovers',
  lease: 'lease:notices',
  heartbeat: 'heartbeat',
  /** How far the daily job is: `DailyState` as JSON. */
  daily: 'daily',
  /** What the morning's job of renewal knows: `RenewalState` as JSON; absent while there is nothing. */
  renewal: 'renewal',
  /** Prefix: an edit of 更新申請 that may not be taken up yet. */
  renewalsTyped: 'renewalsTyped:',
  /** Rebuilding `_要約`: `RebuildState` as JSON; absent while there is nothing to rebuild. */
  rebuild: 'rebuild',
  /** When that ended last, epoch ms. */
  rebuilt: 'rebuilt',
  /** What the office was told last at 9:00 and 14:00: `DigestState` as JSON. */
  digest: 'digest',
  /** Recipients left of the day's mail, and when that was asked. */
  quota: 'quota',
  findings: 'findings',
  /** What stands wrong in the tabs and a person must mend; what a person said may stand. */
  ledgerFindings: 'ledgerFindings',
  accepted: 'accepted',
  /** Prefix: row 1 of a tab as it was last seen sound. */
  headers: 'headers:',
  /** Findings of the daily job. */
  dailyFindings: 'findings:daily',
  sweptTo: 'sweptTo',
  backoff: 'backoff',
  /** Folder of 証明書類; whom it was shared with last; how far it was searched for orphans (epoch ms). */
  evidenceFolder: 'evidenceFolder',
  evidenceShared: 'evidenceShared',
  evidenceCheckedTo: 'evidenceCheckedTo',
  stopped: 'stopped',
  /** Prefixes of small queues. */
  ask: 'ask:',
  login: 'login:',
} as const;

/** OWASP's scrypt parameters for 16 MiB (performance.md 3). */
export const FULL_COST: ScryptCost = { N: 16384, r: 8, p: 5 };

/** Reads the installation in one contact; DomainError `NOT_SET_UP` before 初期設定. */
export function requireInstallation(): Installation {
  const installation = findInstallation(readProperties());
  if (!installation) throw new DomainError('NOT_SET_UP', {});
  return installation;
}

/** The installation these properties describe; undefined before 初期設定. */
export function findInstallation(properties: Readonly<Record<string, string>>): Installation | undefined {
  const owner = properties[PROPERTY.owner];
  const secret = properties[PROPERTY.secret];
  if (!owner || !secret) return undefined;
  return {
    owner,
    secret,
    cost: readCost(properties[PROPERTY.cost]),
    form: properties[PROPERTY.form]
      ? (JSON.parse(properties[PROPERTY.form] ?? '') as FormMapping)
      : undefined,
    triggers: JSON.parse(properties[PROPERTY.triggers] ?? '{}') as Record<string, string>,
    properties,
  };
}

/**
 * The installation, if Google itself called this handler as the owner: the
 * event must carry the unique id of the handler's own trigger, which no
 * visitor knows, and the execution must have the owner's rights. DomainError `NOT_A_TRIGGER` otherwise.
 */
export function requireTrigger(handler: string, event: unknown): Installation {
  const installation = requireInstallation();
  const uid = (event as { triggerUid?: unknown } | null | undefined)?.triggerUid;
  const known = installation.triggers[handler];
  const told = typeof uid === 'string' || typeof uid === 'number' ? String(uid) : undefined;
  if (known === undefined || told !== known || effectiveUser() !== installation.owner) {
    throw new DomainError('NOT_A_TRIGGER', { handler });
  }
  return installation;
}

function readCost(text: string | undefined): ScryptCost {
  const [N, r, p] = (text ?? '').split(',').map(Number);
  return N && r && p ? { N, r, p } : FULL_COST;
}
