/**
 * Lists of who attended, as organisers, sign-in sheets and Zoom write them (facts/office.md A17). Runs in pages too.
 * readAttendanceList(table) → rows and unknown headers, or undefined without a column of names
 */
import { readDayCell, readHost, readHours } from './import-cells';
import { cellReader, readTable, type ImportColumns } from './import-table';
import { withoutBlanks } from './width';

/** One person of a list; `''` and null where the list says nothing. */
export interface AttendanceRow {
  /** Line in the file, 1-based. */
  line: number;
  number: string;
  name: string;
  kana: string;
  birthDate: string;
  eventCode: string;
  title: string;
  category: string;
  host: string;
  attendedOn: string;
  presence: '出席' | '欠席' | '途中退席';
  hours: number | null;
  /** Columns whose cell nobody can read: such a row is not taken over before it is put right. */
  unreadable: string[];
}

const COLUMNS: ImportColumns = {
  name: '氏名 名前 受講者 受講者名 受講者氏名 参加者 参加者名 参加者氏名 漢字氏名 氏名漢字'.split(' '),
  family: ['姓', '氏', '苗字'],
  given: ['名'],
  kana: 'フリガナ ふりがな カナ かな 氏名カナ 氏名かな カナ氏名 氏名フリガナ'.split(' '),
  familyKana: 'セイ せい 姓カナ 姓フリガナ'.split(' '),
  givenKana: 'メイ めい 名カナ 名フリガナ'.split(' '),
  number: '登録番号 認定番号 職業紹介士番号 職業紹介士登録番号 認定登録番号 資格番号'.split(' '),
  birthDate: ['生年月日', '誕生日'],
  eventCode: '行事コード コード 行事番号 セミナーコード 講習コード 講習番号'.split(' '),
  title: '名称 行事名 行事 セミナー名 講習名 研修名 講座名 行事名称 イベント名'.split(' '),
  category: ['区分', '種別', '活動の種類', '種類'],
  host: ['主催区分', '主催', '主催者', '主催団体'],
  attendedOn: '受講日 開催日 参加日 出席日 日付 実施日 受講年月日 開催年月日 受講日参加日'.split(' '),
  presence: '出欠 出席 出席状況 出欠状況 受講状況 参加状況'.split(' '),
  hours: ['時間数', '時間', '受講時間', '受講時間数', '参加時間'],
};

/** Reads a list: a table as parseCsv gives it. A row without a presence is of somebody who came. */
export function readAttendanceList(
  table: readonly (readonly string[])[],
): { rows: AttendanceRow[]; unknown: string[] } | undefined {
  const read = readTable(table, COLUMNS, ['name', 'family']);
  return (
    read && {
      unknown: read.unknown,
      rows: read.rows.map(({ line, cells }) => {
        const { take, text, unreadable } = cellReader(cells);
        const row = {
          line,
          number: text('number'),
          name: text('name') || joined(text('family'), text('given')),
          kana: text('kana') || joined(text('familyKana'), text('givenKana')),
          birthDate: take('birthDate', readDayCell, ''),
          eventCode: text('eventCode'),
          title: text('title'),
          category: text('category'),
          host: readHost(cells.host ?? ''),
          attendedOn: take('attendedOn', readDayCell, ''),
          presence: take('presence', readPresence, '出席'),
          hours: take('hours', readHours, null),
          unreadable,
        };
        if (row.name === '' && row.number === '') unreadable.push('name');
        return row;
      }),
    }
  );
}

function joined(family: string, given: string): string {
  return `${family} ${given}`.trim();
}

function readPresence(text: string): AttendanceRow['presence'] | undefined {
  const plain = withoutBlanks(text).toUpperCase();
  if (/予定/.test(plain)) return undefined;
  if (/途中|早退|遅刻|一部/.test(plain)) return '途中退席';
  if (/欠|不参加|せず|なかった|^[×XNＸ✕✖]$|^0$|^(?:未出席|未受講|無|NO|ABSENT|キャンセル)$/.test(plain))
    return '欠席';
  if (plain === '' || /出席|参加|受講|修了/.test(plain) || /^(?:[○〇◯◎✓✔レYO1]|出|有|済|YES)$/.test(plain))
    return '出席';
  return undefined;
}
