/** 受付を止める／再開する: the brake for when something goes wrong. Staff may pull it; 操作記録 says who. */
import { dayOfInstant } from '../../domain/fields/instant';
import { now } from '../../platform/clock';
import { readProperties, writeProperties } from '../../platform/properties';
import { append, commit } from '../../sheets/commit';
import { readForDecision } from '../../sheets/read';
import { COUNTER_ROW, operations, summaries } from '../../sheets/schema/index';
import { publish } from '../../sheets/spreadsheet';
import { resultOf } from '../../sheets/summary';
import { alone } from '../alone';
import { PROPERTY } from '../installation/installation';
import { startNumbering } from '../summary/numbering';
import { requireStaff } from './staff';
import { stopText } from './stop';

/** Whether My Page is stopped, and with which sentence. DomainError `NOT_STAFF`. */
export function receptionNow(): { stopped: string | null } {
  return { stopped: stopText(requireStaff().installation) };
}

/**
 * Stops My Page with a sentence, or opens it again (null). The line in 操作記録 comes first: killed in between, the same
 * key pressed again does the rest. DomainError `NOT_STAFF`, `BUSY`.
 */
export function setReception({ text }: { text: string | null }, key: string): { stopped: string | null } {
  const { staff } = requireStaff();
  publish();
  const latest = alone(() => {
    const found = readForDecision([{ tab: summaries, rows: [COUNTER_ROW] }, { tab: operations }]);
    const counters = found.row(summaries, COUNTER_ROW);
    // Pressed again after the answer was lost: somebody may have decided otherwise since.
    if (resultOf(counters.values.done, key) !== undefined)
      return resultOf(counters.values.done, LATEST) === key;
    if ((readProperties()[PROPERTY.stopped] ?? '') === (text ?? '')) return false;
    const numbering = startNumbering(counters, Number(dayOfInstant(now()).slice(0, 4)));
    numbering.remember(key, true);
    numbering.remember(LATEST, key);
    const record = append(operations, found.headers(operations), {
      at: now(),
      by: staff.account,
      kind: text === null ? '受付の再開' : '受付の停止',
      result: text ?? '',
    });
    commit({ updates: [numbering.toUpdate()], appends: [record] });
    return true;
  });
  if (latest) writeProperties({ [PROPERTY.stopped]: text ?? '' });
  return receptionNow();
}

/** Key of 処理済 under which the last decision stands. */
const LATEST = 'reception';
