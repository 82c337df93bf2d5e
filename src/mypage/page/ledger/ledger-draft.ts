import type { LedgerItem, MypageView } from '../../../contract/mypage';
import { writeDay, isDay } from '../../../domain/fields/date';
import { checkItems, type CheckedItems } from '../../../domain/fields/item';
import type { Problem } from '../../../ui/error-summary';
import { sayField } from '../words';

/** What was typed so far: item → text. Only items that were touched stand in it. */
export type LedgerDraft = Readonly<Record<string, string>>;

/** The id of an item's field. */
export function fieldId(ledger: readonly LedgerItem[], item: string): string {
  return `item-${String(ledger.findIndex((each) => each.item === item))}`;
}

/** Items that can be changed here. */
export function editable({ ledger }: MypageView): LedgerItem[] {
  return ledger.filter(({ way }) => way === 'now');
}

/** Checks the draft as the server will. */
export function checkDraft(view: MypageView, draft: LedgerDraft): CheckedItems {
  return checkItems(editable(view), draft);
}

/** Codes by item as problems of the form, in the order of its fields. */
export function problemsOf(ledger: readonly LedgerItem[], codes: ReadonlyMap<string, string>): Problem[] {
  return ledger.flatMap(({ item, label }) => {
    const code = codes.get(item);
    return code === undefined ? [] : [{ id: fieldId(ledger, item), text: sayField(code, label) }];
  });
}

/** One item as it was and as it will be, written out. */
export interface ItemChange {
  item: string;
  label: string;
  before: string;
  after: string;
}

/** What will change, in the order of 台帳. */
export function changesOf(view: MypageView, values: ReadonlyMap<string, string>): ItemChange[] {
  return editable(view).flatMap(({ item, label, text, kind }) => {
    const value = values.get(item);
    if (value === undefined) return [];
    const after = kind === '日付' && isDay(value) ? writeDay(value) : value;
    return [{ item, label, before: text, after }];
  });
}

/** The item that is a requirement for renewal. */
export const MAGAZINE = 'メールマガジン登録';

/** The requirement for renewal that is lost when メールマガジンの登録 becomes 無. */
export function losesMagazine(changes: readonly ItemChange[]): boolean {
  return changes.some(({ item, before, after }) => item === MAGAZINE && before === '有' && after !== '有');
}
