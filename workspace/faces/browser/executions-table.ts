/** The live table of what the Workspace executed last, with service calls and contacts. */
import { get } from './api';
import { h } from './dom';
import { shortTime } from './times';

interface ExecutionRow {
  id: number;
  kind: string;
  function: string;
  user: string;
  startedAt?: number;
  ms: number;
  outcome: string;
  error?: { name: string; message: string };
  calls: Record<string, number>;
  sequence: string[];
  contacts: number;
  cellsRead: number;
  cellsWritten: number;
  waits: number;
}

const KINDS: Record<string, string> = {
  webapp: 'ウェブアプリ',
  sidebar: 'サイドバー',
  menu: 'メニュー',
  simple: '単純なトリガー',
  trigger: 'トリガー',
  editor: 'エディタ',
};
const OUTCOMES: Record<string, string> = {
  ok: '完了',
  error: 'エラー',
  killed: '強制終了',
  timeout: '時間切れ',
};
const HEADS = [
  '番号',
  '開始',
  '種類',
  '関数',
  '利用者',
  '時間',
  'サービス呼び出し',
  '接触',
  '読んだセル',
  '書いたセル',
  '待ち',
  '結果',
];
const SHOWN = 50;

function callsCell({ calls, sequence }: ExecutionRow): HTMLElement {
  const list = Object.entries(calls);
  const total = list.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return h('td', { class: 'number' }, '0');
  const lines = list.map(([name, count]) => h('li', {}, `${name} × ${count}`));
  return h(
    'td',
    { class: 'number' },
    h(
      'details',
      {},
      h('summary', {}, String(total)),
      h('ul', {}, ...lines),
      h('p', { class: 'sequence' }, `順番: ${sequence.join(' → ')}`),
    ),
  );
}

function outcomeCell({ outcome, error }: ExecutionRow): HTMLElement {
  const cell = h('td', { class: `outcome ${outcome}` }, OUTCOMES[outcome] ?? outcome);
  if (error !== undefined) cell.append(h('div', { class: 'error' }, `${error.name}: ${error.message}`));
  return cell;
}

function rowOf(row: ExecutionRow, timeZone: string): HTMLTableRowElement {
  const number = (value: number): HTMLElement => h('td', { class: 'number' }, value.toLocaleString('ja-JP'));
  return h(
    'tr',
    {},
    number(row.id),
    h('td', {}, row.startedAt === undefined ? '' : shortTime(new Date(row.startedAt), timeZone)),
    h('td', {}, KINDS[row.kind] ?? row.kind),
    h('td', {}, h('code', {}, row.function)),
    h('td', {}, row.user === '' ? '匿名' : row.user),
    h('td', { class: 'number' }, `${row.ms.toLocaleString('ja-JP')} ms`),
    callsCell(row),
    number(row.contacts),
    number(row.cellsRead),
    number(row.cellsWritten),
    number(row.waits),
    outcomeCell(row),
  );
}

/** The table; `refresh` adds what has ended since, newest first. */
export function createExecutionsTable(timeZone: string): { element: HTMLElement; refresh(): Promise<void> } {
  const body = h('tbody');
  const none = h('p', { class: 'none' }, 'まだありません。');
  const heads = HEADS.map((head) => h('th', { scope: 'col' }, head));
  const element = h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': '最近の実行' },
    h('table', {}, h('thead', {}, h('tr', {}, ...heads)), body),
    none,
  );
  let last = 0;
  return {
    element,
    async refresh() {
      const { last: newest } = await get<{ last: number }>('/_/version');
      if (newest < last) {
        // The Workspace was started over: ids begin again.
        last = 0;
        body.replaceChildren();
      }
      if (newest === last) return;
      const rows = await get<ExecutionRow[]>(`/api/executions?since=${Math.max(last, newest - SHOWN)}`);
      for (const row of rows) body.prepend(rowOf(row, timeZone));
      last = rows.at(-1)?.id ?? last;
      while (body.childElementCount > SHOWN) body.lastElementChild?.remove();
      none.hidden = body.childElementCount > 0;
    },
  };
}
