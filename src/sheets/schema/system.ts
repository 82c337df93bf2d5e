/**
 * The two hidden tabs the system keeps for itself. `_認証` is written by owner
 * executions only; row 2 of `_要約` holds the counters and the results of
 * writes that concern no single person.
 */
import { instant, json, number, tab, text } from './column';

export const credentials = tab(
  '_認証',
  'system',
  'number',
  {
    number: text('登録番号'),
    current: text('現行パスワード'),
    temporary: text('仮パスワード'),
    temporaryUntil: instant('仮期限'),
    firstLoginAt: instant('初回ログイン'),
  },
  { hidden: true, editing: 'owner' },
);

export const summaries = tab(
  '_要約',
  'system',
  'number',
  {
    number: text('登録番号'),
    /** Comparison key of the number, so that one search finds a person however the number was typed. */
    numberKey: text('照合番号'),
    ledgerRow: number('台帳行'),
    generation: number('世代'),
    lastSeen: json('控え'),
    done: json('処理済'),
    summary: json('要約'),
  },
  { hidden: true, editing: 'warning' },
);

/** Text in the key column of row 2 of `_要約`, which is nobody's number. */
export const COUNTER_KEY = '（番号）';
export const COUNTER_ROW = 2;
