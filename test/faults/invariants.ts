/** What holds at the end whatever went wrong in between. Written once, for every operation. */
import { column, rawOf, textOf, type Content, type Line, type State } from './state';

/** What the case itself was allowed to do. */
export interface Allowed {
  /** Numbers of those whose rows the operation may change. */
  readonly people: readonly string[];
  /** What a person did by hand: number → header → content she typed; null: she took the row away. */
  readonly byHand: ReadonlyMap<string, Line | null>;
}

/** Sentences on everything that does not hold. */
export function broken(before: State, after: State, allowed: Allowed): string[] {
  return [
    ...formulas(after),
    ...twice(after),
    ...rowsOfOthers(before, after, allowed),
    ...explained(before, after, allowed),
    ...lastSeen(after, allowed),
    ...mails(after),
    ...stamped(before, after, allowed),
    ...free(after),
  ];
}

const TABS = [
  '台帳',
  'パスワード送付',
  '変更届',
  '更新申請',
  '証書',
  '有効期間',
  '通知',
  '変更履歴',
  '操作記録',
  'ログイン記録',
  '_認証',
  '_要約',
];

function formulas(after: State): string[] {
  return TABS.flatMap((title) =>
    after.tab(title).formulas.map((formula) => `${title} holds the formula ${formula}`),
  );
}

/** Keys that stand once only. */
const KEYS: readonly [tab: string, header: string][] = [
  ['通知', '通知番号'],
  ['変更履歴', '変更番号'],
  ['パスワード送付', '回答ID'],
  ['変更届', '受付番号'],
  ['更新申請', '受付番号'],
  ['証書', '証書番号'],
  ['_認証', '登録番号'],
  ['_要約', '登録番号'],
];

function twice(after: State): string[] {
  return KEYS.flatMap(([title, header]) => {
    const keys = column(after.tab(title).rows, header);
    return keys
      .filter((key, at) => keys.indexOf(key) !== at)
      .map((key) => `${title} has ${header} 「${key}」 twice`);
  });
}

/** Rows of 台帳 by number; of rows that stand twice the first. */
function people(state: State): Map<string, Line> {
  const rows = [...state.tab('台帳').rows].reverse();
  return new Map(rows.map((row) => [textOf(row['登録番号']), row]));
}

function rowsOfOthers(before: State, after: State, { people: own, byHand }: Allowed): string[] {
  const now = people(after);
  return [...people(before)]
    .filter(([number]) => !own.includes(number))
    .flatMap(([number, row]) => {
      const edit = byHand.get(number);
      if (edit === null) return [];
      const present = now.get(number);
      if (!present) return [`${number} is no longer in 台帳`];
      return Object.entries({ ...row, ...edit })
        .filter(([header, content]) => textOf(present[header]) !== textOf(content))
        .map(
          ([header, content]) =>
            `${number} ${header} was 「${textOf(content)}」, is 「${textOf(present[header])}」`,
        );
    });
}

/** The lines of 変更履歴 lead from what was to what is, each once. */
function explained(before: State, after: State, { people: own, byHand }: Allowed): string[] {
  const known = new Set(column(before.tab('変更履歴').rows, '変更番号'));
  const fresh = after.tab('変更履歴').rows.filter((row) => !known.has(textOf(row['変更番号'])));
  const [was, now] = [people(before), people(after)];
  const strangers = fresh.filter((row) => {
    const number = textOf(row['登録番号']);
    return !own.includes(number) && !byHand.has(number);
  });
  const problems = strangers.map((row) => `変更履歴 tells of ${textOf(row['登録番号'])}`);
  for (const number of own) {
    const edit = byHand.get(number);
    const [old, present] = [was.get(number), now.get(number)];
    if (edit === null || !old) continue;
    if (!present) {
      problems.push(`${number} is no longer in 台帳`);
      continue;
    }
    for (const header of Object.keys(old)) {
      if (header === '更新日時') continue;
      const lines = fresh.filter((row) => row['登録番号'] === number && row['項目'] === header);
      let current = textOf(old[header]);
      for (const line of lines) {
        const [from, to] = [textOf(line['変更前']), textOf(line['変更後'])];
        if (from !== current && from !== textOf(edit?.[header]))
          problems.push(`変更履歴 of ${number} ${header} goes from 「${from}」, was 「${current}」`);
        if (from === to) problems.push(`変更履歴 of ${number} ${header} changes nothing`);
        current = to;
      }
      const is = textOf(present[header]);
      if (is !== current && !(edit && header in edit && is === textOf(edit[header])))
        problems.push(`${number} ${header} is 「${is}」, by 変更履歴 「${current}」`);
    }
  }
  return problems;
}

/** 控え is the row of 台帳, but for what a person typed and nobody has taken over yet. */
function lastSeen(after: State, { byHand }: Allowed): string[] {
  const now = people(after);
  return after.tab('_要約').rows.flatMap((row) => {
    const number = textOf(row['登録番号']);
    const [edit, present] = [byHand.get(number), now.get(number)];
    if (number === '（番号）' || edit === null) return [];
    if (!present) return [`${number} of _要約 is not in 台帳`];
    const kept = JSON.parse(textOf(row['控え'])) as Record<string, string | number | boolean>;
    return Object.keys({ ...present, ...kept })
      .filter((header) => !same(present[header] ?? '', kept[header] ?? ''))
      .filter((header) => !(edit && header in edit && textOf(present[header]) === textOf(edit[header])))
      .map(
        (header) =>
          `控え of ${number} has ${header} 「${String(kept[header])}」, 台帳 「${textOf(present[header])}」`,
      );
  });
}

/** Serials of instants have seconds as fractions. */
function same(content: Content, kept: string | number | boolean): boolean {
  const raw = rawOf(content);
  return typeof raw === 'number' && typeof kept === 'number' ? Math.abs(raw - kept) < 1e-6 : raw === kept;
}

/** Each mail is of one notice, each notice that left is one mail. */
function mails(after: State): string[] {
  const sent = after.mails.map(({ body }) => /（(N\d\d-\d{6})）$/.exec(body.trimEnd())?.[1] ?? '');
  const states = new Map(
    after.tab('通知').rows.map((row) => [textOf(row['通知番号']), textOf(row['状態'])] as const),
  );
  return [
    ...sent.filter((number) => !states.has(number)).map((number) => `a mail 「${number}」 without a notice`),
    ...[...states].flatMap(([number, state]) => {
      const count = sent.filter((one) => one === number).length;
      const expected = state === '送信済' ? 1 : 0;
      return count === expected ? [] : [`${number} (${state}) was sent ${count} times`];
    }),
  ];
}

function stamped(before: State, after: State, { byHand }: Allowed): string[] {
  const ended = before.tab('通知').rows.filter((row) => row['状態'] === '取りやめ');
  const stopped = new Set(ended.map((row) => textOf(row['通知番号'])));
  const records = after.tab('パスワード送付').rows;
  const credentials = after.tab('_認証').rows;
  const rows = after.tab('通知').rows;
  return rows.flatMap((row) => {
    const [notice, number, state] = [row['通知番号'], row['登録番号'], row['状態']].map(textOf);
    const gone = byHand.get(number ?? '') === null;
    if (row['種別'] === '確認コード' && state === '取りやめ') return []; // too late to be of use
    // A letter waits for a person; what was stopped before stays so.
    if (state === '郵送待ち' || stopped.has(notice ?? '')) return [];
    if (state !== '送信済') return gone && state === '失敗' ? [] : [`${notice} ends ${state}`];
    const problems = row['送信日時'] === '' ? [`${notice} has no 送信日時`] : [];
    if (row['種別'] !== 'パスワード') return problems;
    const record = records.find((one) => one['回答ID'] === row['対象']);
    if (record && (record['状態'] !== '送付済' || record['送付日時'] === ''))
      problems.push(`the response of ${notice} is ${textOf(record['状態'])}`);
    const credential = credentials.find((one) => one['登録番号'] === number);
    if (credential && credential['仮パスワード'] !== '' && credential['仮期限'] === '')
      problems.push(`the temporary password of ${notice} has no 仮期限`);
    return problems;
  });
}

/** Leases, small queues and jobs are as if nothing had happened. */
function free(after: State): string[] {
  const problems: string[] = [];
  for (const [name, text] of Object.entries(after.properties)) {
    if (name.startsWith('lease:') && Number(text) > after.now) problems.push(`${name} is held`);
    if (/^(ask|login):/.test(name)) problems.push(`${name} still waits`);
  }
  for (const job of ['runEveryMinute', 'runEveryFiveMinutes']) {
    const last = after.executions.filter((one) => one.function === job).pop();
    if (last && last.outcome !== 'ok')
      problems.push(`the last ${job} ended ${last.outcome}: ${last.error?.message ?? ''}`);
  }
  return problems;
}
