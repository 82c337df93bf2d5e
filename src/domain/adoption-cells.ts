import { dayOfSerial, parseDay, serialOfDay } from './fields/date';
import { isMailAddress, normalizeMail } from './fields/mail';
import { phoneKey } from './fields/phone';
import { foldHyphens, toPlain, withoutBlanks } from './fields/width';

/** A cell of an old table; a date cell as the serial of its day. */
export type OldCell = string | number | boolean | { date: number };

/** Why a cell was not taken over as it stands. */
export type CellProblem =
  'DITTO' | 'NOT_A_DATE' | 'NOT_A_POSTAL_CODE' | 'NOT_A_PHONE' | 'NOT_A_MAIL' | 'UNKNOWN_CHOICE';

/** What a cell gives to 台帳: mostly its own column, sometimes another too (有効期間 「…～…」, 状況 「死亡」). */
interface CellRead {
  values: Record<string, string | number>;
  problem?: CellProblem;
}

/** 「同上」 and its signs: what is above depends on the order of the rows, so nobody can take it over unseen. */
const DITTO = /^(?:同上|同前|々|〃|"|''|”|\u2032\u2032|仝|同)$/;
/** Ways to write that there is nothing. */
const NOTHING = /^(?:なし|無し|無|ナシ|-+|ー+|不明|未登録|N\/A|×)$/i;

type Reader = (cell: string | number | boolean | { date: number }, column: string) => CellRead;

const READERS: Readonly<Record<string, Reader>> = {
  氏名: readName,
  フリガナ: readKana,
  生年月日: readDay,
  認定日: readDay,
  有効期間開始日: readDay,
  有効期間満了日: readEnd,
  状態の日: readDay,
  郵便番号: readPostalCode,
  事業所郵便番号: readPostalCode,
  電話番号: readPhone,
  携帯電話番号: readPhone,
  事業所電話番号: readPhone,
  メールアドレス: readMail,
  メール区分: choice({
    個人: ['自宅', '個人用', '本人'],
    事業所: ['会社', '勤務先', '職場'],
  }),
  送付先: choice({
    自宅: ['個人', '自宅住所', '家'],
    事業所: ['会社', '勤務先', '職場'],
  }),
  通知方法: choice({
    メール: ['E-MAIL', 'MAIL'],
    郵送: ['郵便', '手紙', '葉書', 'はがき'],
  }),
  メールマガジン登録: choice({
    有: ['あり', '有り', '○', '〇', '◯', '登録', '登録済', '登録する', '希望', '要', 'TRUE', '1', '配信'],
    無: ['なし', '無し', '×', '✕', '✖', '未登録', '登録しない', '不要', '希望しない', 'FALSE', '0', '停止'],
  }),
  状態: readState,
};

/** Reads one cell for a column of 台帳. */
export function readCell(column: string, cell: OldCell): CellRead {
  if (typeof cell === 'string') {
    const plain = toPlain(cell);
    if (plain === '') return { values: {} };
    if (DITTO.test(plain)) return { values: {}, problem: 'DITTO' };
  }
  return (READERS[column] ?? readText)(cell, column);
}

/** A name is never altered, not by a blank (product.md, Matching). */
function readName(cell: OldCell, column: string): CellRead {
  return { values: { [column]: shownText(cell) } };
}

/** フリガナ in full-width katakana, however it was typed; blanks between the names in full width too. */
function readKana(cell: OldCell, column: string): CellRead {
  const katakana = toPlain(shownText(cell))
    .replace(/[\u3041-\u3096\u309d\u309e]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/(?<=[\u30a1-\u30fa])-/g, 'ー')
    .replace(/ /g, '　');
  return { values: { [column]: katakana } };
}

/** Text stays as typed but for blanks around it; numbers as their digits. */
function readText(cell: OldCell, column: string): CellRead {
  if (typeof cell === 'object') return { values: { [column]: dayOfSerial(cell.date) } };
  return { values: { [column]: String(cell).trim() } };
}

function readDay(cell: OldCell, column: string): CellRead {
  const serial = serialOf(cell);
  return serial === undefined ? { values: {}, problem: 'NOT_A_DATE' } : { values: { [column]: serial } };
}

/** 1 January 1900 to 31 December 2199 as serials: other numbers are not days. */
const FIRST_SERIAL = 2;
const LAST_SERIAL = 109_574;

function serialOf(cell: OldCell): number | undefined {
  if (typeof cell === 'boolean') return undefined;
  if (typeof cell === 'object') return inRange(Math.floor(cell.date));
  if (typeof cell === 'number' && Number.isInteger(cell) && cell <= LAST_SERIAL) return inRange(cell);
  const day = parseDay(String(cell));
  return day === undefined ? undefined : serialOfDay(day);
}

function inRange(serial: number): number | undefined {
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? serial : undefined;
}

/** 満了日, also out of 「R4.4.1～R9.3.31」, which gives 開始日 too. */
function readEnd(cell: OldCell, column: string): CellRead {
  const range = typeof cell === 'string' ? cell.split(/[~〜～]|から/) : [];
  const [from = '', to = ''] = range.map((part) => part.replace(/まで\s*$/, ''));
  const start = range.length === 2 ? serialOf(from) : undefined;
  const end = range.length === 2 ? serialOf(to) : undefined;
  if (start !== undefined && end !== undefined) return { values: { 有効期間開始日: start, [column]: end } };
  return readDay(typeof cell === 'string' ? cell.replace(/まで\s*$/, '') : cell, column);
}

/** As 113-0021. A number lost its zeros in front (0600001 → 600001); fewer than 6 digits could be an old short code. */
function readPostalCode(cell: OldCell, column: string): CellRead {
  const bare = foldHyphens(withoutBlanks(shownText(cell)))
    .replace(/^〒/, '')
    .replace(/-/g, '');
  if (NOTHING.test(bare) || bare === '') return { values: {} };
  const digits = typeof cell === 'number' && bare.length === 6 ? `0${bare}` : bare;
  if (!/^[0-9]{7}$/.test(digits)) return { values: {}, problem: 'NOT_A_POSTAL_CODE' };
  return { values: { [column]: `${digits.slice(0, 3)}-${digits.slice(3)}` } };
}

/** As typed, in half width; a number lost its zero in front (300007011, 9012345678). Numbers from abroad stay. */
function readPhone(cell: OldCell, column: string): CellRead {
  const plain = foldHyphens(toPlain(shownText(cell)));
  if (NOTHING.test(plain)) return { values: {} };
  const text =
    typeof cell === 'number' && /^(?:[1-9][0-9]{8}|[5789]0[0-9]{8})$/.test(plain) ? `0${plain}` : plain;
  const known = phoneKey(text) !== '' || /^(?:\+|00)[0-9][0-9 ()-]{6,20}$/.test(text);
  return known ? { values: { [column]: text } } : { values: {}, problem: 'NOT_A_PHONE' };
}

function readMail(cell: OldCell, column: string): CellRead {
  const mail = normalizeMail(shownText(cell));
  if (NOTHING.test(mail)) return { values: {} };
  return isMailAddress(mail) ? { values: { [column]: mail } } : { values: {}, problem: 'NOT_A_MAIL' };
}

function choice(choices: Readonly<Record<string, readonly string[]>>): Reader {
  return (cell, column) => {
    const plain = withoutBlanks(shownText(cell)).toUpperCase();
    const found = Object.entries(choices).find(
      ([value, others]) => value === plain || others.includes(plain),
    );
    return found ? { values: { [column]: found[0] } } : { values: {}, problem: 'UNKNOWN_CHOICE' };
  };
}

const STATES: Readonly<Record<string, readonly string[]>> = {
  有効: ['登録', '登録中', '資格有', '有', '○', '継続'],
  休止: ['休会', '休止中', '停止中'],
  失効: ['期限切', '期限切れ', '失効済', '満了'],
  登録抹消: ['抹消', '削除', '登録削除'],
  取消: ['取り消し', '資格取消', '取消し'],
};
const ENDS: readonly (readonly [RegExp, string])[] = [
  [/死亡|逝去|物故|故人|亡/, '死亡'],
  [/辞退|退会|脱会/, '本人の辞退'],
  [/失踪|行方不明/, '失踪'],
];

/** 状態; 死亡 and 辞退 are 登録抹消 with that 事由. An unknown word stays, so that nothing is sent until somebody looks. */
function readState(cell: OldCell, column: string): CellRead {
  const plain = withoutBlanks(shownText(cell));
  const ended = ENDS.find(([words]) => words.test(plain));
  if (ended) return { values: { [column]: '登録抹消', 状態の事由: ended[1] } };
  const known = Object.entries(STATES).find(([state, others]) => state === plain || others.includes(plain));
  return known
    ? { values: { [column]: known[0] } }
    : { values: { [column]: plain }, problem: 'UNKNOWN_CHOICE' };
}

function shownText(cell: OldCell): string {
  return typeof cell === 'object' ? dayOfSerial(cell.date) : String(cell);
}
