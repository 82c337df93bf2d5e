import { dayOfSerial, isDay, writeDay, type DateOrder } from './fields/date';
import type { EditableItem, ItemKind } from './fields/item';
import { toPlain } from './fields/width';

export type { ItemKind } from './fields/item';

/** 本人の変更 of a ledger item. */
export type ItemChange = 'すぐ反映' | '確認後に反映' | '不可';

/** A row of 台帳項目. */
export interface LedgerItemRow {
  /** 項目: the header in 台帳. */
  item: string;
  /** 画面の名前 */
  label: string;
  /** 表示 */
  shown: boolean;
  change: ItemChange;
  required: boolean;
  kind: ItemKind;
  choices: readonly string[];
  /** 説明, `''` if none. */
  help: string;
  /** 証明書類 needed for a change. */
  proof: boolean;
}

type Extra = Partial<Pick<LedgerItemRow, 'label' | 'required' | 'choices' | 'help' | 'proof'>>;

function item(name: string, kind: ItemKind, change: ItemChange, extra: Extra = {}): LedgerItemRow {
  return {
    item: name,
    label: name,
    shown: true,
    change,
    required: false,
    kind,
    choices: [],
    help: '',
    proof: false,
    ...extra,
  };
}

function hidden(name: string, kind: ItemKind = '文字', choices: readonly string[] = []): LedgerItemRow {
  return { ...item(name, kind, '不可', { choices }), shown: false };
}

/** 台帳項目 as 初期設定 writes it: a row for every column of 台帳 (facts/office.md A9). */
export const LEDGER_ITEMS: readonly LedgerItemRow[] = [
  item('登録番号', '文字', '不可', { required: true }),
  item('氏名', '文字', '確認後に反映', { required: true, proof: true }),
  item('フリガナ', 'カナ', '確認後に反映', { required: true, proof: true }),
  item('生年月日', '日付', '確認後に反映', { required: true, proof: true }),
  item('郵便番号', '郵便番号', 'すぐ反映', { required: true }),
  item('住所', '文字', 'すぐ反映', { required: true }),
  item('建物・部屋', '文字', 'すぐ反映'),
  item('電話番号', '電話', 'すぐ反映'),
  item('携帯電話番号', '電話', 'すぐ反映'),
  item('メールアドレス', 'メール', 'すぐ反映'),
  item('メール区分', '選択肢', 'すぐ反映', {
    label: 'メールアドレスの種類',
    choices: ['個人', '事業所'],
  }),
  hidden('メールの状態', '選択肢', ['未確認', '確認済', '不達']),
  item('事業所名', '文字', 'すぐ反映', { label: '事業所（勤務先）' }),
  item('部署', '文字', 'すぐ反映'),
  item('事業所郵便番号', '郵便番号', 'すぐ反映', { label: '事業所の郵便番号' }),
  item('事業所住所', '文字', 'すぐ反映', { label: '事業所の住所' }),
  item('事業所電話番号', '電話', 'すぐ反映', { label: '事業所の電話番号' }),
  item('送付先', '選択肢', 'すぐ反映', {
    label: '郵便物の送付先',
    choices: ['自宅', '事業所'],
  }),
  item('通知方法', '選択肢', 'すぐ反映', {
    label: 'お知らせの方法',
    choices: ['メール', '郵送'],
  }),
  item('メールマガジン登録', '選択肢', 'すぐ反映', {
    label: 'メールマガジンの登録',
    choices: ['有', '無'],
    help: '登録は資格更新の要件です。',
  }),
  item('認定日', '日付', '不可'),
  item('認定回', '文字', '不可'),
  item('有効期間開始日', '日付', '不可', { label: '資格有効期間の開始日' }),
  item('有効期間満了日', '日付', '不可', { label: '資格有効期間の満了日' }),
  hidden('状態', '選択肢', ['有効', '休止', '失効', '登録抹消', '取消']),
  hidden('状態の事由'),
  hidden('状態の日', '日付'),
  hidden('マイページ', '選択肢', ['未案内', '案内済', '送付済', '利用中', '紙で手続', '停止']),
  hidden('外字メモ'),
  hidden('備考'),
  hidden('更新日時', '日付'),
];

/** What the office writes for itself: never shown, whatever 台帳項目 says (product.md, Tabs). */
const NEVER_SHOWN = ['備考', '外字メモ'];

/** How a registrant changes an item: here and at once · with papers · the mail address, with a code · not at all. */
export type ItemWay = 'now' | 'proof' | 'mail' | 'no';

/** What the system keeps, or a decision of the association sets: never the registrant's to change, whatever 台帳項目 says. */
const NEVER_CHANGED = [
  ...NEVER_SHOWN,
  '登録番号',
  'メールの状態',
  '認定日',
  '認定回',
  '有効期間開始日',
  '有効期間満了日',
  '状態',
  '状態の事由',
  '状態の日',
  'マイページ',
  '更新日時',
];

/** The way to change an item; one that is not shown has none, nor has a choice without choices. */
export function wayOf(row: LedgerItemRow): ItemWay {
  if (!row.shown || row.change === '不可' || NEVER_CHANGED.includes(row.item)) return 'no';
  if (row.item === 'メールアドレス') return 'mail';
  if (row.change === '確認後に反映') return 'proof';
  return row.kind === '選択肢' && row.choices.length === 0 ? 'no' : 'now';
}

/** One item as a page shows it: days written out in `text`, as `YYYY-MM-DD` in `value`; `''` when empty. */
export interface ShownItem extends EditableItem {
  label: string;
  text: string;
  help: string;
  way: ItemWay;
  /** Its change needs 証明書類. */
  papers: boolean;
}

/**
 * The items a registrant sees, in the order of 台帳項目, from the cells of a row of 台帳 by header; a day is `YYYY-MM-DD`
 * or its Sheets serial, a cell left out is blank.
 */
export function shownItems(
  items: readonly LedgerItemRow[],
  row: Readonly<Record<string, string | number | boolean | undefined>>,
  order: DateOrder = '和暦が先',
): ShownItem[] {
  const seen = items.filter((each) => each.shown && !NEVER_SHOWN.includes(each.item));
  return seen.map((each) => {
    const { item: name, label, kind, help, required, choices, proof: papers } = each;
    const cell = row[name] ?? '';
    const value = kind === '日付' ? isoText(cell) : String(cell);
    const text = kind === '日付' && isDay(value) ? writeDay(value, order) : value;
    const rule = { way: wayOf(each), papers, required, choices: [...choices] };
    return { item: name, label, text, kind, help, value, ...rule };
  });
}

function isoText(cell: string | number | boolean): string {
  return typeof cell === 'number' ? dayOfSerial(cell) : String(cell);
}

const KINDS: readonly ItemKind[] = ['文字', 'カナ', '郵便番号', '電話', 'メール', '日付', '選択肢'];
const CHANGES: readonly ItemChange[] = ['すぐ反映', '確認後に反映', '不可'];

/**
 * Reads a row of 台帳項目, its cells by header; undefined without 項目. What cannot be read falls to the careful side:
 * not shown, not changed by the person.
 */
export function readLedgerItem(cells: Readonly<Record<string, string>>): LedgerItemRow | undefined {
  const text = (header: string) => (cells[header] ?? '').trim();
  const word = (header: string) => toPlain(cells[header] ?? '');
  const name = text('項目');
  if (name === '') return undefined;
  return {
    item: name,
    label: text('画面の名前') || name,
    shown: word('表示') === 'する',
    change: CHANGES.find((each) => each === word('本人の変更')) ?? '不可',
    required: YES.includes(word('必須')),
    kind: KINDS.find((each) => each === word('形式')) ?? '文字',
    choices: text('選択肢')
      .split(/[/／、,，\n]/)
      .map(toPlain)
      .filter((each) => each !== ''),
    help: text('説明'),
    proof: !NO.includes(word('証明書類')),
  };
}

const YES = ['必須', 'する', '要', '○', '〇', 'はい', 'TRUE', 'true'];
/** 証明書類 may also name the papers: whatever is not a no is a yes. */
const NO = ['', '不要', 'なし', 'しない', '任意', '-', 'FALSE', 'false'];

/** A row of 台帳項目 as 初期設定 writes it, its cells by header. */
export function writeLedgerItem(row: LedgerItemRow): Record<string, string> {
  return {
    項目: row.item,
    画面の名前: row.label,
    表示: row.shown ? 'する' : 'しない',
    本人の変更: row.change,
    必須: row.required ? '必須' : '任意',
    形式: row.kind,
    選択肢: row.choices.join('/'),
    説明: row.help,
    証明書類: row.proof ? '要' : '不要',
  };
}
