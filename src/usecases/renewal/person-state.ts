/** 復帰, 失効の取消, 休止, 抹消 and 取消 of a registration: one commit of 台帳 and all that hangs on it. */
import { DomainError } from '../../domain/errors';
import { isDay } from '../../domain/fields/date';
import { dayOfInstant } from '../../domain/fields/instant';
import { plainLine } from '../../domain/fields/text';
import { toPlain } from '../../domain/fields/width';
import { keepsPeriod, returnPeriod } from '../../domain/renewal';
import { now } from '../../platform/clock';
import { commit, type RowAppend, type RowUpdate } from '../../sheets/commit';
import { COUNTER_ROW, periods, summaries } from '../../sheets/schema';
import { readSummary, resultOf, writeSummary } from '../../sheets/summary';
import { alone } from '../alone';
import { ledgerChange } from '../ledger/ledger-change';
import { endWaiting, WAITING_TABS } from '../summary/end-waiting';
import { readBelonging } from '../summary/keyed-rows';
import { startNumbering } from '../summary/numbering';
import { findPlacesOf, requirePerson, wantedFor } from '../summary/people';
import { appendPersonRow } from '../summary/person-rows';
import { periodsOf } from '../points/person-points';
import { requireStaff } from '../desk/staff';
import { termAfter } from './approval';
import { written } from './renewal-queue';

type Action = '復帰' | '失効の取消' | '休止' | '抹消' | '登録の取消';

/** What an action makes of 状態, and from which it starts (`''` = an old table without the column). */
const ACTIONS: Readonly<Record<Action, { to: string; from: readonly string[] }>> = {
  復帰: { to: '有効', from: ['失効', '休止'] },
  失効の取消: { to: '有効', from: ['失効'] },
  休止: { to: '休止', from: ['', '有効'] },
  抹消: { to: '登録抹消', from: ['', '有効', '休止', '失効'] },
  登録の取消: { to: '取消', from: ['', '有効', '休止', '失効'] },
};

interface Asked {
  number: string;
  action: Action;
  reason: string;
  on: string;
  /** 状態 as the person at the keyboard saw it. */
  seen?: string | undefined;
}

/** What may be made of somebody in this 状態. */
export function actionsFrom(state: string): Action[] {
  return (Object.keys(ACTIONS) as Action[]).filter((action) => ACTIONS[action].from.includes(toPlain(state)));
}

interface Answer {
  name: string;
  state: string;
  /** The new one; `''` where none was added. */
  period: string;
}

/** DomainError `NOT_STAFF`, `BUSY`, `INVALID` (number NOT_FOUND | STATE, on NOT_A_DATE, reason NOT_ALLOWED). */
export function changePersonState({ number, action, reason, on, seen }: Asked, clientKey: string): Answer {
  const { staff, rules } = requireStaff();
  const stateReason = plainLine(reason);
  if (!isDay(on)) throw new DomainError('INVALID', { on: 'NOT_A_DATE' });
  if (stateReason === undefined) throw new DomainError('INVALID', { reason: 'NOT_ALLOWED' });
  return alone(() => {
    const place = findPlacesOf([number]).get(number);
    if (!place) throw new DomainError('INVALID', { number: 'NOT_FOUND' });
    const { found, rowsOf } = readBelonging([...WAITING_TABS, periods], place.number, wantedFor([place]));
    const counters = found.row(summaries, COUNTER_ROW);
    const before = resultOf(counters.values.done, clientKey);
    if (before !== undefined) return before as Answer;
    const person = requirePerson(found, place);
    const own = person.ledger.values;
    const { to, from } = ACTIONS[action];
    const isAsSeen = seen === undefined || toPlain(seen) === toPlain(own.state);
    if (!isAsSeen || !from.includes(toPlain(own.state)))
      throw new DomainError('INVALID', { number: 'STATE' });
    const at = now();
    const today = dayOfInstant(at);
    const numbering = startNumbering(counters, Number(today.slice(0, 4)));
    const updates: RowUpdate[] = [];
    const appends: RowAppend[] = [];
    let summary = readSummary(person.summary.values.summary);
    let shown = {};
    let period = '';
    if (action === '復帰') {
      const rows = rowsOf(periods).map(({ values }) => values);
      const all = periodsOf(rows, own);
      if (!keepsPeriod(own.state, all, on < today ? on : today)) {
        const next = {
          ...returnPeriod(own.number, all, on, rules.settings),
          ...{ term: termAfter(rows), decidedOn: today },
        };
        const made = appendPersonRow(summary, periods, found.headers(periods), next);
        appends.push(made.append);
        summary = made.summary;
        period = `${written(next.start)}から${written(next.end)}まで`;
        if (next.start <= today) shown = { validFrom: next.start, validTo: next.end };
      }
    }
    if (action === '抹消' || action === '登録の取消') {
      const ended = endWaiting(rowsOf, summary, { by: to, at, staff: staff.name });
      updates.push(...ended.updates);
      summary = ended.summary;
    }
    const set = { ...shown, state: to, stateReason, stateOn: on };
    const change = { set, by: staff.name, route: '事務局画面' as const, at };
    const made = ledgerChange(person, change, { summary: writeSummary(summary) }, numbering, found);
    const answer = { name: own.name, state: to, period };
    numbering.remember(clientKey, answer);
    commit({
      updates: [...updates, ...made.updates, numbering.toUpdate()],
      appends: [...appends, ...made.appends],
    });
    return answer;
  });
}
