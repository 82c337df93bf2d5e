/**
 * What people type into 状態 of 更新申請: the same decision as in the sidebar, with 決裁日, 決裁番号, 理由, 補正期限, 特例 typed beside it,
 * or put back and said why. Noted first, so that the five-minute job finds what an interrupted execution left.
 */
import { mayBecome, standingOf, type ApplicationState } from '../../domain/application-state';
import { dayOfInstant } from '../../domain/fields/instant';
import { now } from '../../platform/clock';
import type { Edited } from '../../platform/edit-event';
import { deleteProperty, writeProperties } from '../../platform/properties';
import { randomId } from '../../platform/random';
import { commit, update } from '../../sheets/commit';
import { readForDecision } from '../../sheets/read';
import { COUNTER_ROW, operations, renewals, summaries } from '../../sheets/schema';
import { publish, requireSheet } from '../../sheets/spreadsheet';
import { readSummary } from '../../sheets/summary';
import { alone } from '../alone';
import { allWishes, inBatches, rowsWithin, typistOf, type NotedEdit } from '../typed-rows';
import { PROPERTY, type Installation } from '../installation/installation';
import { startNumbering } from '../summary/numbering';
import { findSummariesOf } from '../points/known-people';
import { putBackRecord } from '../ledger/put-back';
import { refusedWord } from '../ledger/refused-word';
import { loadRules, type Rules } from '../installation/rules';
import { wakeSender } from '../sending/wake-sender';
import { decideEach, type RenewalDecisions } from './decide-renewals';
import { inForceRenewal, type RenewalRow } from './judge';
import type { RenewalDecision, RenewalWords } from './judge-decision';

/** Rows looked at closely where nobody knows which were edited, the latest: a word typed over a decision is told by 要約 only. */
const SWEPT = 300;
/** Rows of one edit that are looked at as they are. */
const FEW = 100;

/** Takes up what was typed into these rows. */
export function noteRenewals({ rows, by }: Edited): void {
  const flag = `${PROPERTY.renewalsTyped}${randomId()}`;
  const [first = 0] = rows;
  const last = first + rows.length - 1;
  writeProperties({ [flag]: JSON.stringify({ rows: [first, last], by } satisfies NotedEdit) });
  // How far the tab goes matters only where a whole column was pasted.
  takeUp(rows.length <= FEW ? rows.filter((row) => row > 1) : rowsWithin(renewals, first, last), by);
  deleteProperty(flag);
}

/** Takes up what interrupted executions left: where it was typed, and, as rows may have moved since, wherever a wish stands. */
export function sweepRenewals({ properties }: Installation): void {
  const flags = Object.keys(properties).filter((name) => name.startsWith(PROPERTY.renewalsTyped));
  if (flags.length === 0) return;
  const noted = flags.map((flag) => JSON.parse(properties[flag] ?? '') as NotedEdit);
  for (const { rows, by } of noted) if (rows) takeUp(rowsWithin(renewals, rows[0], rows[1]), by);
  publish();
  const latest = rowsWithin(renewals, requireSheet(renewals).getLastRow() - SWEPT + 1, Infinity);
  const [by = '', ...others] = new Set(noted.map((each) => each.by));
  // Of several people nobody knows whose a word is that has moved.
  takeUp([...new Set([...allWishes(renewals), ...latest])], others.length === 0 ? by : '');
  flags.forEach(deleteProperty);
}

function takeUp(rows: readonly number[], account: string): void {
  if (rows.length === 0) return;
  const { rules } = loadRules();
  const by = typistOf(account, rules);
  for (const part of inBatches(rows)) {
    publish();
    const decisions = alone(() => decideTyped(part, by, rules));
    if (!decisions) continue;
    if (decisions.notices > 0) wakeSender(now());
    publish();
    if (decisions.said.size > 0) alone(() => putBack(part, by.account, decisions.said));
  }
}

/** What was decided, and of what was not, by 受付番号, why. */
function decideTyped(
  places: readonly number[],
  by: { name: string; account: string },
  rules: Rules,
): (RenewalDecisions & { said: Map<string, string> }) | undefined {
  const typed = wishesOf(places).typed;
  if (typed.length === 0) return undefined;
  const said = new Map<string, string>();
  const asked = typed.flatMap(({ row, values, wish, state }) => {
    const { receipt } = values;
    const refused = refusalOf(values, wish, state, rules);
    if (refused === undefined) return [{ receipt, row, words: wordsOf(values, wish) }];
    said.set(receipt, refused);
    return [];
  });
  const hints = Object.fromEntries(asked.map(({ receipt, row }) => [receipt, row]));
  const decisions = decideEach(asked, by, undefined, rules, hints);
  for (const { receipt, reason, spelled } of decisions.skipped) said.set(receipt, whyOf(reason, spelled));
  return { ...decisions, said };
}

/** Why a word cannot be decided on as it stands; undefined if it can. */
function refusalOf(
  values: RenewalRow,
  wish: string,
  state: ApplicationState,
  { settings: { useDecision } }: Rules,
): string | undefined {
  if (!mayBecome('更新申請', state, '事務局', useDecision).some((word) => word === wish))
    return refusedWord('更新申請', state, wish, useDecision);
  const undated = useDecision && (wish === '承認' || wish === '不承認') && values.resolvedOn === '';
  return undated ? '先に「決裁日」を入れ、そのあとで「状態」を入れてください。' : undefined;
}

function wordsOf(values: RenewalRow, wish: string): RenewalWords {
  const { resolvedOn, resolution, reason, fixBy, exception, exceptionReason } = values;
  const kind = exception === '期限後' ? ('期限後' as const) : ('要件不足' as const);
  return {
    ...{ decision: wish as RenewalDecision, resolvedOn, resolution, fixBy },
    reason: ['差戻し', '不承認', '取消'].includes(wish) ? reason : '',
    exception: exception === '' || exceptionReason === '' ? undefined : { kind, reason: exceptionReason },
  };
}

function whyOf(reason: RenewalDecisions['skipped'][number]['reason'], spelled: readonly string[]): string {
  const words: Partial<Record<typeof reason, string>> = {
    DECIDED: 'ほかの人が先に決めました。いまの「状態」をご確認のうえ、必要なときは、もう一度入れてください。',
    BARRED: 'この申請を進めるときは、先にそちらを片づけてから、「状態」を入れてください。',
    NOT_FOUND: 'この受付番号の行が見つかりません。行が消えていないか、ご確認ください。',
    NO_REASON: '先に「理由」（特例では「決裁番号」）を入れ、そのあとで「状態」を入れてください。',
    UNMET: '特例として進めるときは、「特例」と「特例の理由」を入れ、そのあとで「状態」を入れてください。',
    NO_PERSON: 'この登録番号の方が台帳に見つかりません。事務局画面の「台帳の点検」をご覧ください。',
  };
  return [...spelled, words[reason] ?? ''].join('');
}

/** Rows in whose 状態 stands a word that is not in force; the cells beside it as they were typed. */
function wishesOf(places: readonly number[]) {
  const read = readForDecision([{ tab: renewals, rows: places }, { tab: operations }]);
  const rows = places.map((row) => read.row(renewals, row)).filter(({ values }) => values.receipt !== '');
  const summaryRows = findSummariesOf(rows.map(({ values }) => values.number));
  const found = readForDecision([{ tab: summaries, rows: [COUNTER_ROW, ...summaryRows] }]);
  const known = summaryRows.map((row) => found.row(summaries, row).values);
  const typed = rows.flatMap((row) => {
    const own = known.find(({ number }) => number === row.values.number);
    if (!own) return [];
    const { values, wish } = inForceRenewal(row.values, readSummary(own.summary));
    return wish === undefined
      ? []
      : [{ row: row.row, read: row, values: row.values, wish, state: standingOf(values).state }];
  });
  return { typed, counters: found.row(summaries, COUNTER_ROW), read };
}

/** 元に戻した入力: 状態 as it is in force, and what was typed stays to be read. */
function putBack(places: readonly number[], by: string, said: ReadonlyMap<string, string>): void {
  const { typed, counters, read } = wishesOf(places);
  const left = typed.filter(({ values }) => said.has(values.receipt));
  if (left.length === 0) return;
  const numbering = startNumbering(counters, Number(dayOfInstant(now()).slice(0, 4)));
  commit({
    updates: [...left.map(({ read, state }) => update(read, { state })), numbering.toUpdate()],
    appends: left.map(({ values, wish, state }) =>
      putBackRecord(
        values.receipt,
        by,
        `「${wish}」を「${state}」に戻しました。${said.get(values.receipt) ?? ''}`,
        { found: read },
      ),
    ),
  });
}
