/**
 * Lists of 行事. Runs in pages too.
 * readEventList(table) → rows and unknown headers, or undefined without a column of titles
 */
import { readDayCell, readHost } from './import-cells';
import { cellReader, readTable, type ImportColumns } from './import-table';
import { toPlain, withoutBlanks } from './width';

/** One event of a list; `''` and null where the list says nothing. */
export interface EventRow {
  /** Line in the file, 1-based. */
  line: number;
  eventCode: string;
  title: string;
  category: string;
  host: string;
  startsOn: string;
  endsOn: string;
  form: string;
  points: number | null;
  url: string;
  /** Columns whose cell nobody can read, or that are missing. */
  unreadable: string[];
}

const COLUMNS: ImportColumns = {
  title: [
    '名称',
    '行事名',
    '行事',
    'セミナー名',
    '講習名',
    '研修名',
    '講座名',
    '行事名称',
    'イベント名',
    '件名',
  ],
  eventCode: ['行事コード', 'コード', '行事番号', '講習番号', 'セミナーコード', '講習コード'],
  category: ['区分', '種別', '活動の種類', '種類'],
  host: ['主催区分', '主催', '主催者', '主催団体'],
  startsOn: ['開始日', '開催日', '日付', '実施日', '初日', '開催年月日'],
  endsOn: ['終了日', '最終日', '末日'],
  form: ['形式', '開催形式', '会場', '開催方法', '場所'],
  points: ['ポイント', '点数', '付与ポイント', 'ポイント数', 'P'],
  url: ['申込URL', 'URL', '申込先', '申込み', '案内URL'],
};

/** Reads a list: a table as parseCsv gives it. */
export function readEventList(
  table: readonly (readonly string[])[],
): { rows: EventRow[]; unknown: string[] } | undefined {
  const read = readTable(table, COLUMNS, ['title']);
  return (
    read && {
      unknown: read.unknown,
      rows: read.rows.map(({ line, cells }) => {
        const { take, text, unreadable } = cellReader(cells);
        const row = {
          line,
          eventCode: text('eventCode'),
          title: text('title'),
          category: text('category'),
          host: readHost(cells.host ?? ''),
          startsOn: take('startsOn', readDayCell, ''),
          endsOn: take('endsOn', readDayCell, ''),
          form: readForm(cells.form ?? ''),
          points: take('points', readPoints, null),
          url: take('url', readUrl, ''),
          unreadable,
        };
        for (const column of ['title', 'startsOn'] as const)
          if (row[column] === '' && !unreadable.includes(column)) unreadable.push(column);
        if (row.endsOn !== '' && row.endsOn < row.startsOn) unreadable.push('endsOn');
        return row;
      }),
    }
  );
}

/** 形式; a place is 会場. */
function readForm(text: string): string {
  const plain = withoutBlanks(text).toUpperCase();
  if (plain === '') return '';
  if (/録画|配信|オンデマンド|VOD/.test(plain) && !/ライブ|生/.test(plain)) return '録画配信';
  return /オンライン|ZOOM|WEB|ウェブ|ライブ|TEAMS/.test(plain) ? 'オンライン' : '会場';
}

function readPoints(text: string): number | null | undefined {
  const plain = withoutBlanks(text);
  if (/^(?:|-|ー|―|なし)$/.test(plain)) return null;
  const digits = /^([0-9]+(?:\.[0-9]+)?)(?:ポイント|点|P)?$/i.exec(plain)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function readUrl(text: string): string | undefined {
  const plain = toPlain(text);
  return plain === '' || /^https?:\/\/[^\s/]+\S*$/.test(plain) ? plain : undefined;
}
