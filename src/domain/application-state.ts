/**
 * States of an application (ポイント, 更新申請, 変更届): which one is in force, who may turn it into which, what that writes.
 * standingOf(row) → {state, wish} · mayBecome(kind, from, who, useDecision) · changeState(kind, row, change, useDecision)
 * · correctionDeadline(day, days)
 */
import { DomainError } from './errors';
import { toPlain } from './fields/width';
import { daysAfter } from './period';

/** The tab an application stands in. */
export type ApplicationKind = 'ポイント' | '更新申請' | '変更届';
/** 確認済 (決裁待ち) is a renewal's only. */
export type ApplicationState = '申請中' | '差戻し' | '確認済' | '承認' | '不承認' | '取下げ' | '取消';
/** Who turns a state. */
export type ApplicationActor = '本人' | '事務局';

/** The cells of an application that tell its state; 変更届 has no 補正期限, only 更新申請 has 決裁日. */
export interface StateCells {
  state: string;
  decidedAt: number | null;
  fixBy?: string;
  resolvedOn?: string;
}

/**
 * What is in force, and what somebody typed that is not: a word in 状態 is a decision only with its stamp (product.md, Rules).
 * The stamp is 確認日時. A 差戻し is written with 補正期限 and without it, so that a word typed over it has no stamp; a renewal
 * that was 確認済 has 確認日時 already, so that its 承認 or 不承認 needs 決裁日 too.
 */
export function standingOf(row: StateCells): { state: ApplicationState; wish?: string } {
  const typed = toPlain(row.state).replace(/\(.*\)$/, '');
  const stamped = row.decidedAt !== null;
  const returned =
    (row.fixBy ?? '') !== '' || (stamped && typed === '差戻し' && row.resolvedOn === undefined);
  const resolved = row.resolvedOn === undefined || row.resolvedOn !== '';
  const inForce: ApplicationState = returned ? '差戻し' : stamped && !resolved ? '確認済' : '申請中';
  if (typed === '' || typed === inForce) return { state: inForce };
  const ended = typed === '取下げ' || typed === '取消';
  const decided = typed === '承認' || typed === '不承認';
  if (stamped && (ended || (decided && resolved))) return { state: typed };
  return { state: inForce, wish: typed };
}

type Moves = Readonly<Partial<Record<ApplicationState, readonly ApplicationState[]>>>;

const BY_PERSON: Moves = {
  申請中: ['取下げ'],
  差戻し: ['申請中', '取下げ'],
  確認済: ['取下げ'],
};
/** A decision taken back can be opened again, so that a wrong refusal does not cost the first 申請日. */
const TAKEN_BACK: Moves = { 承認: ['取消'], 不承認: ['取消'], 取消: ['申請中'] };
const BY_OFFICE: Moves = {
  ...TAKEN_BACK,
  申請中: ['承認', '差戻し', '不承認', '取下げ'],
  差戻し: ['申請中', '不承認', '取下げ'],
};
/** With 決裁を使う the office confirms first (facts/office.md A5); 確認済 pressed by mistake goes back. */
const WITH_DECISION: Moves = {
  ...TAKEN_BACK,
  申請中: ['確認済', '差戻し', '取下げ'],
  差戻し: ['申請中', '不承認', '取下げ'],
  確認済: ['承認', '差戻し', '不承認', '申請中', '取下げ'],
};

/** The states an application may be turned into, in the order to offer them. */
export function mayBecome(
  kind: ApplicationKind,
  from: ApplicationState,
  who: ApplicationActor,
  useDecision: boolean,
): readonly ApplicationState[] {
  if (who === '本人') return BY_PERSON[from] ?? [];
  const moves = kind === '更新申請' && useDecision ? WITH_DECISION : BY_OFFICE;
  // What was 確認済 before 決裁を使う was switched off can still be decided.
  return moves[from] ?? WITH_DECISION[from] ?? [];
}

/** A change of state somebody asks for. */
export interface StateChange {
  to: ApplicationState;
  who: ApplicationActor;
  /** Epoch ms. */
  at: number;
  /** 確認者; of the person's own changes `''`. */
  by: string;
  reason?: string;
  /** 補正期限 of a 差戻し. */
  fixBy?: string;
  /** 決裁日 of a renewal's decision. */
  resolvedOn?: string;
}

/** The cells a change of state writes; 受付番号, 受付日 and 申請日時 never change. */
export interface StateWrites {
  state: ApplicationState;
  decidedAt: number | null;
  decidedBy: string;
  reason: string;
  fixBy?: string;
  resolvedOn?: string;
}

/** Throws DomainError `NOT_FROM_STATE` (somebody was faster, or it is not allowed): facts `state`, `to`. */
export function changeState(
  kind: ApplicationKind,
  row: StateCells,
  change: StateChange,
  useDecision: boolean,
): StateWrites {
  const { state } = standingOf(row);
  const { to, at, by, reason = '', fixBy = '', resolvedOn = '' } = change;
  if (!mayBecome(kind, state, change.who, useDecision).includes(to))
    throw new DomainError('NOT_FROM_STATE', { state, to });
  const returned = to === '差戻し';
  if (returned && row.fixBy !== undefined && fixBy === '') throw new RangeError('差戻し without 補正期限');
  const decided = to === '承認' || to === '不承認';
  if (decided && row.resolvedOn !== undefined && resolvedOn === '')
    throw new RangeError(`${to} without 決裁日`);
  const open = to === '申請中' || (returned && row.fixBy !== undefined);
  return {
    state: to,
    decidedAt: open ? null : at,
    decidedBy: to === '申請中' ? '' : by,
    reason,
    ...(row.fixBy === undefined ? {} : { fixBy: returned ? fixBy : '' }),
    // What is taken back keeps the day it was decided.
    ...(row.resolvedOn === undefined || to === '取消' ? {} : { resolvedOn: decided ? resolvedOn : '' }),
  };
}

/** 補正期限 of what is returned on that day. */
export function correctionDeadline(day: string, correctionDays: number): string {
  return daysAfter(day, correctionDays);
}
