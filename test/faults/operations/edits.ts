/** Operations of 台帳の点検 and 変更の一覧, as the faults are tried on them. */
import type { OfficeFinding } from '../../../src/contract/office-ledger';
import { letters } from '../../support/ledger-hand';
import { newKey, valueOf, type OfficeDay, type Row } from '../../support/office-day';
import { isPasted } from '../hand-edit';
import { operation, type Operation } from '../operation';
import { byHand, isDone, persist, type Stage } from '../stage';

async function table(day: OfficeDay): Promise<string[][]> {
  return (await day.control.get<{ display: string[][] }>(`/api/sheets/${encodeURIComponent('台帳')}`))
    .display;
}

/** Two people of the sample, their rows (1-based), and what stands there. */
async function pair(day: OfficeDay) {
  const [mine, other] = [await day.person('sameMail'), await day.person('leapDay')];
  const display = await table(day);
  const rowOf = ({ number }: { number: string }) => display.findIndex((line) => line[0] === number) + 1;
  return {
    mine,
    other,
    display,
    row: rowOf(mine),
    otherRow: rowOf(other),
    before: await day.ledger(mine.number),
  };
}

interface Findings {
  findings: OfficeFinding[];
}

/** The first finding of a kind, about this person; throws if nobody has found it. */
async function findingOf(
  { office }: Stage,
  kind: OfficeFinding['kind'],
  number?: string,
): Promise<OfficeFinding> {
  const { findings } = valueOf<Findings>(await office('findings', {}, newKey()));
  const finding = findings.find((one) => one.kind === kind && (number === undefined || one.key === number));
  if (!finding) throw new Error(`There is no finding ${kind}.`);
  return finding;
}

/** Somebody types what cannot stand into a cell of a person's row, and it is told of. */
async function typedWrong(stage: Stage, header: string, text: string, kind: OfficeFinding['kind']) {
  const { mine, row, display } = await pair(stage.day);
  const column = letters((display[0] ?? []).indexOf(header));
  await byHand(stage.day, { tab: '台帳', range: `${column}${String(row)}`, values: [[text]] });
  return { mine, finding: await findingOf(stage, kind, mine.number) };
}

/** Presses the button with the retries of a page; a result that leaves it to a person is an answer too. */
function mend({ office }: Stage, id: string, way: string, key: string): Promise<boolean> {
  return persist(() => office('mendFinding', { id, way }, key));
}

/** Whether the row stands once, with what it held. */
async function asBefore(day: OfficeDay, before: Row | undefined): Promise<string[]> {
  const number = before?.['登録番号'] ?? '';
  const rows = (await day.rows('台帳')).filter((row) => row['登録番号'] === number);
  if (rows.length !== 1) return [`${number} stands in ${String(rows.length)} rows`];
  const typed = (await day.rows('変更履歴')).filter(
    (line) =>
      line['登録番号'] === number &&
      line['経路'] === 'シート' &&
      isPasted(line['項目'] ?? '', line['変更後']),
  );
  // What somebody typed into the row meanwhile stands, and is told.
  const isTyped = (header: string) =>
    typed.some((line) => line['項目'] === header && line['変更後'] === rows[0]?.[header]);
  return Object.entries(before ?? {})
    .filter(([header, text]) => header !== '更新日時' && rows[0]?.[header] !== text && !isTyped(header))
    .map(([header, text]) => `${number} ${header} was 「${text}」, is 「${String(rows[0]?.[header])}」`);
}

/** Who mends tries again until it is mended: a row that moved meanwhile is told of again. */
async function stillMended(stage: Stage, before: Row | undefined): Promise<string[]> {
  const problems = await asBefore(stage.day, before);
  if (problems.length === 0) return [];
  const called = await stage.office('findings', {}, newKey());
  const told = isDone(called) ? valueOf<Findings>(called).findings : [];
  const number = before?.['登録番号'] ?? '';
  return told.some(({ key }) => key === number) ? [] : [...problems, 'and no finding tells of it'];
}

export const editOperations: readonly Operation[] = [
  operation({
    name: '控えから戻す: a row that was deleted',
    tabs: ['台帳', '変更履歴', '操作記録', '_要約'],
    commits: 1,
    people: ['leapDay', 'sameMail'],
    arrange: async (stage) => {
      const { mine, row, before } = await pair(stage.day);
      await byHand(stage.day, { tab: '台帳', action: 'delete', at: row, count: 1 });
      await stage.advance('PT6M');
      return { before, id: (await findingOf(stage, 'gone', mine.number)).id, key: newKey() };
    },
    act: (stage, { id, key }) => mend(stage, id, 'restore', key),
    missing: (stage, { before }) => asBefore(stage.day, before),
  }),
  operation({
    name: '控えから戻す: a row that was pasted over',
    mayOust: true,
    tabs: ['台帳', '変更履歴', '操作記録', '_要約'],
    commits: 1,
    people: ['leapDay', 'sameMail'],
    arrange: async (stage) => {
      const { mine, row, otherRow, display, before } = await pair(stage.day);
      const cells = display[otherRow - 1] ?? [];
      const range = `A${String(row)}:${letters(cells.length - 1)}${String(row)}`;
      await byHand(stage.day, { tab: '台帳', range, values: [cells] });
      await stage.advance('PT6M');
      return { before, id: (await findingOf(stage, 'gone', mine.number)).id, key: newKey() };
    },
    act: (stage, { id, key }) => mend(stage, id, 'restore', key),
    missing: (stage, { before }) => stillMended(stage, before),
  }),
  operation({
    name: '控えから戻す: somebody else’s content',
    tabs: ['台帳', '変更履歴', '操作記録', '_要約'],
    commits: 1,
    people: ['sameMail'],
    arrange: async (stage) => {
      const { mine, row, otherRow, display, before } = await pair(stage.day);
      const [headers, cells] = [display[0]?.slice(1, 4) ?? [], display[otherRow - 1]?.slice(1, 4) ?? []];
      const range = `B${String(row)}:D${String(row)}`;
      await byHand(stage.day, { tab: '台帳', range, values: [cells] });
      await stage.advance('PT6M');
      return {
        mine,
        before,
        headers,
        cells,
        id: (await findingOf(stage, 'other', mine.number)).id,
        key: newKey(),
      };
    },
    typed: ({ mine, cells, headers }) =>
      new Map([
        [
          mine.number,
          Object.fromEntries(cells.map((text, at) => [headers[at] ?? '', text.replace(/\//g, '-')])),
        ],
      ]),
    act: (stage, { id, key }) => mend(stage, id, 'restore', key),
    missing: (stage, { before }) => stillMended(stage, before),
  }),
  operation({
    name: '見出しを元に戻す',
    single: true,
    heads: new Map([['現住所', '住所']]),
    tabs: ['台帳', '操作記録'],
    commits: 1,
    people: ['sameMail'],
    arrange: async (stage) => {
      await byHand(stage.day, { tab: '台帳', range: 'F1', values: [['現住所']] });
      return { id: (await findingOf(stage, 'header')).id, key: newKey() };
    },
    act: (stage, { id, key }) => mend(stage, id, 'headers', key),
    missing: async ({ day }) => {
      const [headers = []] = await table(day);
      return headers.includes('住所') ? [] : ['住所 is no header'];
    },
  }),
  operation({
    name: '式を値にする',
    tabs: ['台帳', '変更履歴', '操作記録', '_要約'],
    commits: 1,
    people: ['sameMail'],
    arrange: async (stage) => {
      const { mine, finding } = await typedWrong(stage, '認定日', '=40000+123', 'formula');
      return { mine, id: finding.id, key: newKey() };
    },
    typed: ({ mine }) => new Map([[mine.number, { 認定日: '2009-11-06' }]]),
    act: (stage, { id, key }) => mend(stage, id, 'value', key),
    missing: async ({ day }, { mine }) => {
      const is = (await day.ledger(mine.number))?.['認定日'];
      return is === undefined || is === '2009/11/06' ? [] : [`認定日 is ${is}`];
    },
  }),
  operation({
    name: 'この値でよい',
    tabs: ['_要約', '操作記録'],
    commits: 1,
    people: ['sameMail'],
    arrange: async (stage) => {
      const { mine, finding } = await typedWrong(stage, '通知方法', 'FAX', 'choice');
      return { mine, id: finding.id, key: newKey() };
    },
    act: (stage, { id, key }) => mend(stage, id, 'accept', key),
    missing: async ({ office }, { id }) => {
      const { findings } = valueOf<Findings>(await office('findings', {}, newKey()));
      return findings.some((one) => one.id === id) ? ['it is told of still'] : [];
    },
  }),
  operation({
    // The name of a tab is put right whoever presses first: two of them would find nothing to do.
    name: 'シートの名前を元に戻す',
    single: true,
    tabs: ['操作記録'],
    commits: 1,
    people: ['sameMail'],
    arrange: async (stage) => {
      const { staff } = await stage.day.sample();
      const renamed = { action: 'rename', name: '理由文例', to: '理由の例' };
      await stage.day.control.post('/api/tabs', { user: staff[0], ...renamed });
      return { id: (await findingOf(stage, 'tab')).id, key: newKey() };
    },
    act: (stage, { id, key }) => mend(stage, id, 'tab', key),
    missing: async ({ day }) => {
      const tabs = await day.control.get<string[]>('/api/sheets');
      return tabs.includes('理由文例') ? [] : ['理由文例 is no tab'];
    },
  }),
  operation({
    name: 'a row deleted by hand is told of',
    single: true,
    byHand: true,
    tabs: [],
    commits: 1,
    people: ['leapDay', 'sameMail'],
    arrange: async ({ day }) => pair(day),
    typed: ({ mine }) => new Map([[mine.number, null]]),
    act: async ({ day, advance }, { row }) => {
      await byHand(day, { tab: '台帳', action: 'delete', at: row, count: 1 });
      await advance('PT6M');
      return true;
    },
    missing: async (stage, { mine }) => {
      const told = async () => {
        const { findings } = valueOf<Findings>(await stage.office('findings', {}, newKey()));
        return findings.some(({ kind, key }) => kind === 'gone' && key === mine.number);
      };
      if (await told()) return [];
      // Where the trigger failed before it could note anything, the walk of the next night finds it.
      await stage.advance('P1D');
      return (await told()) ? [] : [`nobody tells that ${mine.number} is gone`];
    },
  }),
  operation({
    name: '確認済にする',
    tabs: ['変更履歴', '_要約'],
    commits: 1,
    people: ['sameMail'],
    arrange: async ({ day, office }) => {
      const { row } = await pair(day);
      await byHand(day, {
        tab: '台帳',
        range: `F${String(row)}:G${String(row)}`,
        values: [['見本県1-1', '濵荘']],
      });
      const { lines } = valueOf<{ lines: { row: number; change: string }[] }>(
        await office('changes', {}, newKey()),
      );
      return { lines: lines.slice(0, 2).map(({ row: at, change }) => ({ row: at, change })), key: newKey() };
    },
    act: ({ office }, { lines, key }) => persist(() => office('markSeen', { lines }, key)),
    missing: async ({ day }, { lines }) => {
      const rows = await day.rows('変更履歴');
      return lines
        .filter(({ change }) => rows.find((row) => row['変更番号'] === change)?.['確認済'] === '')
        .map(({ change }) => `${change} is not 確認済`);
    },
  }),
];
