/** Door 1: every call of My Page, checked by its schema; answers, never throws what a visitor should not see. */
import * as v from 'valibot';
import type { Answer } from '../contract/answer';
import {
  mypageArgs,
  mypageCall,
  type MypageArgs,
  type MypageCode,
  type MypageMethod,
  type MypageValues,
} from '../contract/mypage';
import { DomainError } from '../domain/errors';
import { changeLedger } from '../usecases/ledger/change-ledger';
import { confirmMailChange } from '../usecases/mail-change/confirm-mail-change';
import { sendEvidence } from '../usecases/evidence/evidence';
import { firstLogin } from '../usecases/login/first-login';
import { login } from '../usecases/login/login';
import { applyPoints, withdrawPoints } from '../usecases/points/apply-points';
import { applyRenewal, confirmCertificate, withdrawRenewal } from '../usecases/renewal/apply-renewal';
import { requestMailChange } from '../usecases/mail-change/request-mail-change';
import { sendNotification, withdrawNotification } from '../usecases/notification/send-notification';
import { requestNumber, requestPassword } from '../usecases/password/request-help';
import { withCounters } from '../usecases/nightly/restore-counters';
import { logout, statusOf, viewMypage } from '../usecases/login/view-mypage';
import { codeOfTrouble, noteTrouble } from '../usecases/desk/trouble';
import { meetRepair } from '../usecases/findings/under-repair';

interface Caller {
  token: string | undefined;
  key: string | undefined;
}

type Methods = { [M in MypageMethod]: (args: MypageArgs<M>, caller: Caller) => MypageValues[M] };

const methods: Methods = {
  status: () => statusOf(),
  login: (args) => login(args),
  firstLogin: (args, { token, key }) => firstLogin(token, requireKey(key), args),
  view: (_, { token }) => viewMypage(token),
  changeLedger: ({ changes }, { token, key }) => changeLedger(token, requireKey(key), changes),
  applyPoints: (args, { token, key }) => applyPoints(token, requireKey(key), args),
  applyRenewal: (args, { token, key }) => applyRenewal(token, requireKey(key), args),
  withdrawRenewal: ({ receipt }, { token, key }) => withdrawRenewal(token, requireKey(key), receipt),
  confirmCertificate: ({ certificate }, { token, key }) =>
    confirmCertificate(token, requireKey(key), certificate),
  withdrawPoints: ({ receipt }, { token, key }) => withdrawPoints(token, requireKey(key), receipt),
  requestMailChange: (args, { token, key }) => requestMailChange(token, requireKey(key), args),
  confirmMailChange: (args, { token, key }) => confirmMailChange(token, requireKey(key), args),
  sendEvidence: ({ data }, { token, key }) => sendEvidence(token, requireKey(key), data),
  sendNotification: (args, { token, key }) => sendNotification(token, requireKey(key), args),
  withdrawNotification: (args, { token, key }) => withdrawNotification(token, requireKey(key), args),
  logout: (_, { token }) => logout(token),
  requestPassword: (args) => requestPassword(args),
  requestNumber: (args) => requestNumber(args),
};

const CODES: readonly string[] = [
  'LOGIN_FAILED',
  'WAIT',
  'SESSION_ENDED',
  'FIRST_LOGIN_FAILED',
  'INVALID',
  'STOPPED',
  'OPEN_ALREADY',
  'NOT_OPEN',
  'BUSY',
] satisfies MypageCode[];

/** `mypage(call)`: JSON in, JSON out. */
export function answerMypage(call: unknown): Answer<unknown, MypageCode> {
  const read = v.safeParse(mypageCall, call);
  if (!read.success) return { ok: false, code: 'INVALID' };
  const { method, args, token, key } = read.output;
  try {
    return { ok: true, value: withCounters(() => invoke(method, args, { token, key })) };
  } catch (error) {
    return refusal(error, method);
  }
}

function invoke<M extends MypageMethod>(method: M, args: unknown, caller: Caller): MypageValues[M] {
  const read = v.safeParse(mypageArgs[method], args);
  if (!read.success) throw new DomainError('INVALID', {});
  return methods[method](read.output, caller);
}

function requireKey(key: string | undefined): string {
  if (key === undefined) throw new DomainError('INVALID', {});
  return key;
}

function refusal(error: unknown, method: string): Answer<unknown, MypageCode> {
  if (error instanceof DomainError && error.code === 'NOT_SET_UP') return { ok: false, code: 'STOPPED' };
  if (!(error instanceof DomainError) || !CODES.includes(error.code)) {
    noteTrouble(`mypage ${method}`, error);
    return { ok: false, code: meetRepair(error) ? 'LEDGER_UNDER_REPAIR' : codeOfTrouble(error) };
  }
  const { until, ...fields } = error.facts;
  return {
    ok: false,
    code: error.code as MypageCode,
    ...(error.code === 'INVALID'
      ? { fields: Object.fromEntries(Object.entries(fields).map(([name, code]) => [name, String(code)])) }
      : {}),
    ...(until === undefined ? {} : { until: String(until) }),
  };
}
