import { createAssociation } from '../../sample/association';
import { ledgerHeaders, textColumns } from '../../sample/ledger';
import { adoptRow, proposeMapping } from '../../src/domain/adoption';
import type { AdoptedRow, OldCell } from '../../src/domain/adoption';
import { formatDay } from './support';
import { enterText } from '../../workspace/sheets/typed-text';

const association = createAssociation({ registrants: 300, now: '2026-11-22T09:00:00+09:00' });

/** What 台帳 holds after a person has typed the row and 初期設定 has taken it over. */
function adopt(typed: readonly string[]): AdoptedRow {
  const cells = typed.map((text, index): OldCell => {
    const header = ledgerHeaders[index];
    const isText = header !== undefined && textColumns.includes(header);
    const cell = enterText(text, { format: isText ? { type: 'TEXT', pattern: '@' } : undefined, year: 2026 });
    if (cell.value === undefined || typeof cell.value === 'object') return '';
    return cell.format?.type === 'DATE' ? { date: Number(cell.value) } : cell.value;
  });
  return adoptRow(cells, proposeMapping(ledgerHeaders));
}

const adopted = association.ledger.map(adopt);

describe('the old 台帳, taken over', () => {
  test('has a place for every column but the one that is the office’s own', () => {
    const left = proposeMapping(ledgerHeaders).filter(({ column }) => column === null);
    expect(left.map(({ header }) => header)).toEqual(['許可番号']);
  });

  test('is read without a problem for every named person', () => {
    const numbers = new Set(Object.values(association.cases).map(({ number }) => number));
    const rows = adopted.filter(({ values }) => numbers.has(String(values['登録番号'])));
    expect(rows).toHaveLength(numbers.size);
    expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('gives everybody the birth date, end of validity and address the office means', () => {
    association.people.forEach((person, index) => {
      const { values, problems } = adopted[index] ?? { values: {}, problems: [] };
      const unread = new Set(problems.map(({ column }) => column));
      if (!unread.has('生年月日')) expect(formatDay(values['生年月日'])).toBe(person.birthDate);
      if (!unread.has('有効期間満了日'))
        expect(formatDay(values['有効期間満了日'])).toBe(person.validity.validUntil);
      expect(String(values['メールアドレス'] ?? '').toLowerCase()).toBe(person.mail);
    });
  });

  test('holds some cells that no machine can read', () => {
    const reasons = new Set(adopted.flatMap(({ problems }) => problems.map(({ reason }) => reason)));
    expect(reasons).toEqual(new Set(['DITTO', 'NOT_A_DATE']));
  });
});
