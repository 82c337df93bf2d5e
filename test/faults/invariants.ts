/** What holds at the end whatever went wrong in between. Written once, for every operation. */
import { broken as brokenLedger } from './invariants-ledger';
import { broken as brokenRows } from './invariants-rows';
import { keyOf, KEYS, rowsByKey, textOf, type Content, type Line, type State } from './state';

/** What the case itself was allowed to do. */
export interface Allowed {
  /** Numbers of those whose rows the operation may change. */
  readonly people: readonly string[];
  /** What a person did by hand: tab → key → header → content she typed; null: she took the row away. */
  readonly byHand: ReadonlyMap<string, ReadonlyMap<string, Line | null>>;
  /** A tab where she may have taken away a row that was written meanwhile. */
  readonly takenIn?: string;
  /** A column she pasted over, also in rows that were written meanwhile. */
  readonly typedIn?: { readonly tab: string; readonly header: string };
  /** Numbers that stand twice in 台帳, as she copied their rows. */
  readonly doubled?: readonly string[];
}

/** Sentences on everything that does not hold. */
export function broken(before: State, after: State, allowed: Allowed): string[] {
  return [
    ...formulas(after),
    ...keys(before, after, allowed),
    ...rowsOfOthers(before, after, allowed),
    ...brokenLedger(before, after, allowed),
    ...brokenRows(after, allowed, (title, key) => isTold(after, title, key)),
    ...mails(after, allowed),
    ...stamped(before, after, allowed),
    ...free(after),
  ];
}

function formulas(after: State): string[] {
  return Object.keys(KEYS).flatMap((title) =>
    after.tab(title).formulas.map((formula) => `${title} holds the formula ${formula}`),
  );
}

/** Each key stands once, unless a person put it there twice, and no row is without. */
function keys(before: State, after: State, { byHand, typedIn, doubled = [] }: Allowed): string[] {
  return Object.entries(KEYS).flatMap(([title, header]) => {
    if (header === undefined) return [];
    const { rows } = after.tab(title);
    const all = rows.map((row) => keyOf(title, row));
    const earlier = before.tab(title).rows.map((row) => keyOf(title, row));
    const typed = new Set([
      ...[...(byHand.get(title)?.values() ?? [])].flatMap((line) => Object.keys(line ?? {})),
      ...(typedIn?.tab === title ? [typedIn.header] : []),
    ]);
    return rows.flatMap((row, at) => {
      const key = all[at] ?? '';
      if (key !== '') {
        const once = all.indexOf(key) === at || (title === '台帳' && doubled.includes(key));
        if (earlier.indexOf(key) !== earlier.lastIndexOf(key)) return [];
        return once ? [] : [`${title} has ${header} 「${key}」 twice`];
      }
      // What a person pasted over more rows than there are stands alone.
      const others = Object.keys(row).filter((one) => row[one] !== '' && !typed.has(one));
      return others.length === 0 ? [] : [`${title} has a row without ${header}: ${others.join()}`];
    });
  });
}

/** Tabs whose rows the system writes by index: rows of others stay as they are. */
const BY_INDEX = [
  ...[
    '台帳',
    'パスワード送付',
    '通知',
    '変更届',
    'ポイント',
    '更新申請',
    '証書',
    '有効期間',
    '受講履歴',
    '行事',
  ],
];

/** Where there is no 控え what a misplaced write covered cannot be put back: then 操作記録 says so, of this very row. */
function isTold(after: State, title: string, key: string): boolean {
  return (
    title !== '台帳' &&
    after
      .tab('操作記録')
      .rows.some(
        (row) =>
          row['種別'] === '書き込みの直し' &&
          textOf(row['対象']).includes(key) &&
          textOf(row['結果']).includes('元の内容がわかりません'),
      )
  );
}

function rowsOfOthers(before: State, after: State, { people: own, byHand }: Allowed): string[] {
  return BY_INDEX.flatMap((title) => {
    const header = KEYS[title] ?? '';
    const edits = byHand.get(title);
    const now = rowsByKey(after, title);
    const isOwn = (key: string, row: Line): boolean => {
      // A 候補 is nobody's until it is settled (― for good); an event of somebody's list bears her number in its code.
      const number = textOf(row['登録番号']) || textOf(now.get(key)?.['登録番号']);
      return (
        own.includes(number) ||
        number === '―' ||
        (title === '行事' && own.some((one) => key.endsWith(`-${one}`)))
      );
    };
    return [...rowsByKey(before, title)]
      .filter(([key, row]) => !isOwn(key, row) && !isTold(after, title, key))
      .flatMap(([key, row]) => {
        const edit = edits?.get(key);
        if (edit === null) return [];
        const present = now.get(key);
        if (!present) return [`${header} ${key} is no longer in ${title}`];
        return Object.entries({ ...row, ...edit })
          .filter(([item, content]) => textOf(present[item]) !== textOf(content))
          .map(
            ([item, content]) => `${key} ${item} was 「${textOf(content)}」, is 「${textOf(present[item])}」`,
          );
      });
  });
}

/** Each mail is of one notice, each notice that left is one mail. */
function mails(after: State, { byHand, takenIn }: Allowed): string[] {
  const sent = after.mails.map(({ body }) => /（(N\d\d-\d{6})）$/.exec(body.trimEnd())?.[1] ?? '');
  const states = new Map(
    after.tab('通知').rows.map((row) => [textOf(row['通知番号']), textOf(row['状態'])] as const),
  );
  const taken = (number: string) => takenIn === '通知' || byHand.get('通知')?.get(number) === null;
  // A stamp that met a row somebody had moved there, of which nobody knows any more what it held.
  const covered = (number: string) => isTold(after, '通知', number);
  return [
    ...sent
      .filter((number) => !states.has(number) && !taken(number))
      .map((number) => `a mail 「${number}」 without a notice`),
    ...[...states].flatMap(([number, state]) => {
      const count = sent.filter((one) => one === number).length;
      const expected = state === '送信済' ? 1 : 0;
      return number === '' || count === expected || covered(number)
        ? []
        : [`${number} (${state}) was sent ${count} times`];
    }),
  ];
}

function stamped(before: State, after: State, { byHand, takenIn }: Allowed): string[] {
  const earlier = rowsByKey(before, '通知');
  const records = after.tab('パスワード送付').rows;
  const credentials = after.tab('_認証').rows;
  const rows = after.tab('通知').rows.filter((row) => row['通知番号'] !== '');
  return rows.flatMap((row) => {
    const [notice, number, state] = [row['通知番号'], row['登録番号'], row['状態']].map(textOf);
    const gone = byHand.get('台帳')?.get(number ?? '') === null;
    // Whoever stopped it did so before, or it is on record that and why it was stopped.
    if (state === '取りやめ' && textOf(earlier.get(notice ?? '')?.['状態']) === state) return [];
    if (state === '取りやめ' && isStopped(after, row)) return [];
    if (isTold(after, '通知', notice ?? '')) return [];
    // Too late to be of use.
    if (row['種別'] === '確認コード' && state === '取りやめ') return [];
    // A letter waits for a person, who posts it.
    if (['郵送待ち', '投函済'].includes(state ?? '') && row['方法'] === '郵送') return [];
    const later = state === '送信待ち' && instantOf(row['予定日時']) > after.now;
    if (state !== '送信済') return gone && (state === '失敗' || later) ? [] : [`${notice} ends ${state}`];
    const problems = row['送信日時'] === '' ? [`${notice} has no 送信日時`] : [];
    if (row['種別'] !== 'パスワード') return problems;
    const record = records.find((one) => one['回答ID'] === row['対象']);
    if (record && (record['状態'] !== '送付済' || record['送付日時'] === ''))
      problems.push(`the response of ${notice} is ${textOf(record['状態'])}`);
    const credential = credentials.find((one) => one['登録番号'] === number);
    if (credential && credential['仮パスワード'] !== '' && credential['仮期限'] === '' && takenIn !== '通知')
      problems.push(`the temporary password of ${notice} has no 仮期限`);
    return problems;
  });
}

const instantOf = (content: Content | undefined): number =>
  typeof content === 'object' ? Date.parse(content.date) : 0;

/** 操作記録 tells that somebody stopped this notice; the notice itself that its person was struck off the register, or answered it. */
function isStopped(after: State, row: Line): boolean {
  const stopped = after
    .tab('操作記録')
    .rows.some(
      (one) =>
        one['種別'] === '送信を止める' && textOf(one['対象']).split(' ').includes(textOf(row['通知番号'])),
    );
  return stopped || /(?:により|差戻しのお知らせを)取りやめました。$/u.test(textOf(row['エラー']));
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
