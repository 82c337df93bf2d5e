/** Door 2: every call of the secretariat's pages. The guard stands in each use case, before anything is read. */
import * as v from 'valibot';
import type { Answer } from '../contract/answer';
import {
  officeArgs,
  officeCall,
  type OfficeArgs,
  type OfficeCode,
  type OfficeMethod,
  type OfficeValues,
} from '../contract/office';
import { DomainError } from '../domain/errors';
import { checkSettings, rebuildSummaries } from '../usecases/installation/check-settings';
import { decidePasswords } from '../usecases/password/decide-passwords';
import { openCandidates, settleCandidates } from '../usecases/imports/candidates';
import { checkAttendance, importAttendance } from '../usecases/imports/import-attendance';
import { checkEvents, importEvents } from '../usecases/imports/import-events';
import { decideNotification } from '../usecases/notification/decide-notification';
import {
  enterNotification,
  findNotifier,
  setNotificationEvidence,
} from '../usecases/notification/enter-notification';
import { notificationQueue } from '../usecases/notification/notification-queue';
import { latestChanges, markSeen } from '../usecases/ledger/change-list';
import { officeFindings, showFinding } from '../usecases/findings/list-findings';
import { mendFinding } from '../usecases/findings/mend-finding';
import { findRegistrant } from '../usecases/desk/find-registrant';
import { officeHome, showOfficeRow } from '../usecases/desk/office-home';
import { passwordQueue } from '../usecases/password/password-queue';
import { decidePoints } from '../usecases/points/decide-points';
import { enterPoints, pointChoices, setPointEvidence } from '../usecases/points/office-points';
import { pointCase, pointsQueue } from '../usecases/points/points-queue';
import { putBackEdits } from '../usecases/ledger/put-back';
import { productionFigures, startProduction } from '../usecases/installation/production';
import { receptionNow, setReception } from '../usecases/desk/reception';
import { withCounters } from '../usecases/nightly/restore-counters';
import {
  addCertificates,
  markCertificates,
  postCertificates,
  receiveCertificates,
  returnCertificate,
} from '../usecases/renewal/handle-certificates';
import { certificateQueue } from '../usecases/renewal/certificate-queue';
import { changePersonState } from '../usecases/renewal/person-state';
import { confirmLapse, lapseList } from '../usecases/renewal/lapse';
import { decideRenewals } from '../usecases/renewal/decide-renewals';
import { enterRenewal } from '../usecases/renewal/enter-renewal';
import { letters, postLetters } from '../usecases/sending/letters';
import { outlookEnds, renewalOutlook } from '../usecases/renewal/outlook';
import { renewalCase, renewalQueue, resolutionList } from '../usecases/renewal/renewal-queue';
import { codeOfTrouble, noteTrouble } from '../usecases/desk/trouble';
import { stopNotices, waitingNotices } from '../usecases/sending/waiting-notices';
import { meetRepair } from '../usecases/findings/under-repair';

type Methods = { [M in OfficeMethod]: (args: OfficeArgs<M>, key: string | undefined) => OfficeValues[M] };

const methods: Methods = {
  home: () => officeHome(),
  passwordQueue: (args) => passwordQueue(args),
  decidePasswords: (args, key) => decidePasswords(args, requireKey(key)),
  pointsQueue: (args) => pointsQueue(args),
  pointCase: (args) => pointCase(args),
  decidePoints: (args, key) => decidePoints(args, requireKey(key)),
  enterPoints: (args, key) => enterPoints(args, requireKey(key)),
  renewalQueue: (args) => renewalQueue(args),
  renewalCase: (args) => renewalCase(args),
  decideRenewals: (args, key) => decideRenewals(args, requireKey(key)),
  enterRenewal: (args, key) => enterRenewal(args, requireKey(key)),
  resolutionList: () => resolutionList(),
  lapseList: (args) => lapseList(args),
  confirmLapse: (args, key) => confirmLapse(args, requireKey(key)),
  outlookEnds: () => outlookEnds(),
  renewalOutlook: (args) => renewalOutlook(args),
  findRegistrant: (args) => findRegistrant(args),
  changePersonState: (args, key) => changePersonState(args, requireKey(key)),
  certificateQueue: (args) => certificateQueue(args),
  addCertificates: (args, key) => addCertificates(args, requireKey(key)),
  markCertificates: (args, key) => markCertificates(args, requireKey(key)),
  postCertificates: (args, key) => postCertificates(args, requireKey(key)),
  returnCertificate: (args, key) => returnCertificate(args, requireKey(key)),
  receiveCertificates: (args, key) => receiveCertificates(args, requireKey(key)),
  letters: (args) => letters(args),
  postLetters: (args, key) => postLetters(args, requireKey(key)),
  setPointEvidence: (args, key) => setPointEvidence(args, requireKey(key)),
  pointChoices: () => pointChoices(),
  waitingNotices: () => waitingNotices(),
  stopNotices: (args, key) => stopNotices(args, requireKey(key)),
  putBackEdits: () => putBackEdits(),
  checkAttendance: (args) => checkAttendance(args),
  importAttendance: (args, key) => importAttendance(args, requireKey(key)),
  openCandidates: () => openCandidates(),
  settleCandidates: (args, key) => settleCandidates(args, requireKey(key)),
  checkEvents: (args) => checkEvents(args),
  importEvents: (args, key) => importEvents(args, requireKey(key)),
  notificationQueue: () => notificationQueue(),
  decideNotification: (args, key) => decideNotification(args, requireKey(key)),
  setNotificationEvidence: (args, key) => setNotificationEvidence(args, requireKey(key)),
  findNotifier: (args) => findNotifier(args),
  enterNotification: (args, key) => enterNotification(args, requireKey(key)),
  findings: () => officeFindings(),
  showFinding: (args) => showFinding(args),
  mendFinding: (args, key) => mendFinding(args, requireKey(key)),
  changes: (args) => latestChanges(args),
  markSeen: (args, key) => markSeen(args, requireKey(key)),
  showRow: (args) => showOfficeRow(args),
  production: () => productionFigures(),
  startProduction: () => startProduction(),
  check: () => checkSettings(),
  rebuildSummaries: () => rebuildSummaries(),
  reception: () => receptionNow(),
  setReception: (args, key) => setReception(args, requireKey(key)),
};

const CODES: readonly string[] = [
  'CHANGED',
  'NOT_STAFF',
  'NOT_OWNER',
  'NOT_SET_UP',
  'INVALID',
  'BUSY',
] satisfies OfficeCode[];

/** `office(call)`: JSON in, JSON out. */
export function answerOffice(call: unknown): Answer<unknown, OfficeCode> {
  const read = v.safeParse(officeCall, call);
  if (!read.success) return { ok: false, code: 'INVALID' };
  try {
    return {
      ok: true,
      value: withCounters(() => invoke(read.output.method, read.output.args, read.output.key)),
    };
  } catch (error) {
    if (error instanceof DomainError && CODES.includes(error.code)) {
      const fields = Object.entries(error.facts).map(([name, code]) => [name, String(code)] as const);
      return {
        ok: false,
        code: error.code as OfficeCode,
        ...(error.code === 'INVALID' && fields.length > 0
          ? { fields: Object.fromEntries<string>(fields) }
          : {}),
      };
    }
    noteTrouble(`office ${read.output.method}`, error);
    return { ok: false, code: meetRepair(error) ? 'LEDGER_UNDER_REPAIR' : codeOfTrouble(error) };
  }
}

function requireKey(key: string | undefined): string {
  if (key === undefined) throw new DomainError('INVALID', {});
  return key;
}

function invoke<M extends OfficeMethod>(method: M, args: unknown, key: string | undefined): OfficeValues[M] {
  const read = v.safeParse(officeArgs[method], args);
  if (!read.success) throw new DomainError('INVALID', {});
  return methods[method](read.output, key);
}
