import {
  LEDGER_ITEMS,
  readLedgerItem,
  shownItems,
  wayOf,
  writeLedgerItem,
} from '../../src/domain/ledger-items';

const row = {
  登録番号: '00123',
  氏名: '髙橋　一郎',
  生年月日: '1963-04-01',
  備考: '電話が長い方',
  外字メモ: 'はしごだか',
  メールマガジン登録: '有',
  有効期間満了日: 46477,
  状態: '有効',
  許可番号: '13-ユ-123456',
};
const shown = (items = LEDGER_ITEMS) => shownItems(items, row);

describe('台帳項目 (product.md, Tabs; facts/office.md A9)', () => {
  test('days are written in both calendars, from text or serial; other texts stay', () => {
    const texts = Object.fromEntries(shown().map(({ label, text }) => [label, text]));
    expect(texts).toMatchObject({
      氏名: '髙橋　一郎',
      生年月日: '昭和38年4月1日（1963年）',
      資格有効期間の満了日: '令和9年3月31日（2027年）',
      メールマガジンの登録: '有',
      住所: '',
    });
    expect(shownItems(LEDGER_ITEMS, row, '西暦が先').find(({ label }) => label === '生年月日')?.text).toBe(
      '1963年4月1日（昭和38年）',
    );
  });

  test('備考 and 外字メモ are never shown, even if somebody turns them on', () => {
    const items = LEDGER_ITEMS.map((item) => ({ ...item, shown: true }));
    const labels = shown(items).map(({ label }) => label);
    expect(labels).not.toContain('備考');
    expect(labels).not.toContain('外字メモ');
  });

  test('what the office keeps for itself is not shown at first', () => {
    const labels = shown().map(({ label }) => label);
    for (const label of ['状態', '状態の事由', 'マイページ', 'メールの状態', '更新日時'])
      expect(labels).not.toContain(label);
  });

  test('a column of the office’s own is shown by a row, in the order of the rows', () => {
    const own = readLedgerItem({ 項目: '許可番号', 画面の名前: '', 表示: 'する', 形式: '文字' });
    expect(own).toBeDefined();
    const items = own ? [own, ...LEDGER_ITEMS] : [];
    expect(shown(items)[0]).toEqual({
      item: '許可番号',
      label: '許可番号',
      text: '13-ユ-123456',
      value: '13-ユ-123456',
      kind: '文字',
      help: '',
      way: 'no',
      papers: false,
      required: false,
      choices: [],
    });
  });

  test('name, kana and birth date need proof; number and validity cannot be changed', () => {
    const of = (name: string) => LEDGER_ITEMS.find(({ item }) => item === name);
    for (const name of ['氏名', 'フリガナ', '生年月日'])
      expect(of(name)).toMatchObject({ change: '確認後に反映', proof: true });
    for (const name of ['登録番号', '認定日', '有効期間開始日', '有効期間満了日'])
      expect(of(name)?.change).toBe('不可');
    expect(of('住所')?.change).toBe('すぐ反映');
  });

  test('the way to change an item follows 台帳項目, but never opens what is not the person’s', () => {
    const way = (name: string) => shown().find(({ item }) => item === name)?.way;
    expect(['住所', '氏名', 'メールアドレス', '認定日'].map(way)).toEqual(['now', 'proof', 'mail', 'no']);
    for (const item of LEDGER_ITEMS) {
      const open = { ...item, shown: true, change: 'すぐ反映' as const };
      const kept = ['登録番号', '状態', 'マイページ', '備考', '有効期間満了日', '更新日時', 'メールの状態'];
      if (kept.includes(item.item)) expect(wayOf(open)).toBe('no');
      expect(wayOf({ ...open, shown: false })).toBe('no');
    }
  });

  test('a choice without choices cannot be changed', () => {
    const own = readLedgerItem({
      項目: '支部',
      表示: 'する',
      本人の変更: 'すぐ反映',
      形式: '選択肢',
      選択肢: '',
    });
    expect(own && wayOf(own)).toBe('no');
  });

  test('every default survives being written to the tab and read again', () => {
    for (const item of LEDGER_ITEMS) expect(readLedgerItem(writeLedgerItem(item))).toEqual(item);
  });

  test('what cannot be read falls to the careful side, and a row without 項目 is none', () => {
    expect(
      readLedgerItem({ 項目: '許可番号', 表示: '？', 本人の変更: 'なんでも', 形式: '？' }),
    ).toMatchObject({ shown: false, change: '不可', kind: '文字', required: false, proof: false });
    expect(readLedgerItem({ 項目: ' ' })).toBeUndefined();
    expect(readLedgerItem({ 項目: '氏名', 証明書類: '戸籍抄本' })?.proof).toBe(true);
    expect(readLedgerItem({ 項目: '会員区分', 選択肢: '正会員／ 賛助会員、その他' })?.choices).toEqual([
      '正会員',
      '賛助会員',
      'その他',
    ]);
  });
});
