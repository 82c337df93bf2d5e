/** The old 台帳: one tab that a series of clerks has typed, with headers of its own. */
import type { Day } from './days';
import { asShortEra, handDate, handMail, handPhone, handPostalCode } from './handwriting';
import { fullKana, fullName } from './names';
import type { Person } from './person';
import type { Random } from './random';
import { createRandom } from './random';

export const ledgerTab = '台帳';

export const ledgerHeaders = [
  '番号',
  'お名前',
  'ふりがな',
  '生年月日',
  '〒',
  '自宅住所',
  'マンション等',
  'TEL',
  '携帯',
  'E-mail',
  '勤務先',
  '部署名',
  '勤務先〒',
  '勤務先住所',
  '勤務先TEL',
  '許可番号',
  '書類送付先',
  'メルマガ',
  '認定年月日',
  '認定回',
  '有効期限',
  '状況',
  '備考',
] as const;

export type LedgerHeader = (typeof ledgerHeaders)[number];

/** Columns somebody once set to 「書式なしテキスト」, so that zeros in front stay. */
export const textColumns: readonly LedgerHeader[] = [
  '番号',
  '〒',
  'TEL',
  '携帯',
  '勤務先〒',
  '勤務先TEL',
  '許可番号',
];

const typedDay = (day: Day, unreadable: string, random: Random): string => {
  if (day === '') return '';
  return random.chance(0.006) ? unreadable : handDate(day, random);
};

/** Married names in brackets, and blanks of the wrong width or none: what clerks do to names. */
function typedName(name: string, random: Random): string {
  const chance = random.next();
  if (chance < 0.85) return name;
  if (chance < 0.92) return name.replace('　', ' ');
  return chance < 0.98 ? name.replace('　', '') : `${name}（旧姓 見本）`;
}

/** A row as typed; `neat` people (the named ones) are written without slips, in whatever style of date. */
export function ledgerRow(person: Person, neat: boolean): string[] {
  const random = createRandom(`hand ${person.number}`);
  const day = (value: Day, unreadable: string): string =>
    neat ? (value === '' ? '' : handDate(value, random)) : typedDay(value, unreadable, random);
  const { validity, workplace } = person;
  const cells: Record<LedgerHeader, string> = {
    番号: person.number,
    お名前: neat ? fullName(person.name) : typedName(fullName(person.name), random),
    ふりがな: fullKana(person.name),
    生年月日: day(person.birthDate, '不明'),
    '〒': handPostalCode(person.home.postalCode, random),
    自宅住所: person.home.street,
    マンション等: person.home.building,
    TEL: handPhone(person.phone, random),
    携帯: handPhone(person.mobile, random),
    'E-mail': neat ? person.mail : handMail(person.mail, random),
    勤務先: workplace?.name ?? '',
    部署名: person.department,
    '勤務先〒': handPostalCode(workplace?.postalCode ?? '', random),
    勤務先住所: workplace?.address ?? '',
    勤務先TEL: handPhone(workplace?.phone ?? '', random),
    許可番号: workplace?.licence ?? '',
    書類送付先: person.sendTo,
    メルマガ: person.magazine,
    認定年月日: day(validity.certified, '要確認'),
    認定回: `第${validity.round}回`,
    有効期限: day(validity.validUntil, `${asShortEra(validity.validUntil).replace(/\.\d+$/, '')}末`),
    状況: person.condition,
    備考: person.remark,
  };
  return ledgerHeaders.map((header) => cells[header]);
}

const workColumns: readonly LedgerHeader[] = ['勤務先〒', '勤務先住所', '勤務先TEL'];

/** Writes 同上 where the row above has the same firm, as one does on paper; rows of `neat` numbers stay as they are. */
export function abbreviate(
  rows: readonly string[][],
  people: readonly Person[],
  neat: ReadonlySet<string>,
): string[][] {
  return rows.map((row, index) => {
    const person = people[index];
    const above = people[index - 1]?.workplace?.name;
    if (person === undefined || above === undefined || neat.has(person.number)) return row;
    if (person.workplace?.name !== above) return row;
    return row.map((cell, column) => {
      const header = ledgerHeaders[column];
      return header !== undefined && workColumns.includes(header) ? '同上' : cell;
    });
  });
}
