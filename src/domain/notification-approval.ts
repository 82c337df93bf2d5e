/** What stands against the approval of a 変更届, and what it changes in 台帳. */
import { checkItems } from './fields/item';
import { fitsState, itemsOf, type NotificationKind, type ProofItem } from './fields/notification';
import { kindNamed, readContent } from './notification';

/**
 * UNREADABLE 内容 or 種類 is not as it was written · NO_EVIDENCE 証明書類 have not come · STATE_DIFFERS the person is in a
 * 状態 this does not fit · NOT_CHANGEABLE 台帳項目 no longer has the item changed this way · LEDGER_DIFFERS 台帳 holds
 * neither what 内容 says was there nor what shall be
 */
export type Hindrance = 'UNREADABLE' | 'NO_EVIDENCE' | 'STATE_DIFFERS' | 'NOT_CHANGEABLE' | 'LEDGER_DIFFERS';

/** The cells of the row that matter here. */
export interface Filed {
  kind: string;
  content: string;
  evidenceState: string;
}

/** What an approval changes: item → new value, only where 台帳 does not hold it yet. */
export interface Approval {
  kind: NotificationKind;
  values: ReadonlyMap<string, string>;
}

const HERE: readonly string[] = ['添付', '受領済', '不要'];

/** Judges a 変更届 by 台帳 as it stands; `about` names the items or the 状態. */
export function judgeApproval(
  filed: Filed,
  items: readonly ProofItem[],
  state: string,
): Approval | { hindrance: Hindrance; about: string } {
  const against = (hindrance: Hindrance, about: readonly string[] = []) => ({
    hindrance,
    about: about.join('、'),
  });
  const kind = kindNamed(filed.kind);
  const content = kind && readContent(kind, filed.content);
  if (!kind || !content) return against('UNREADABLE');
  if (!fitsState(kind, state)) return against('STATE_DIFFERS', [state]);
  const own = itemsOf(kind, items);
  const current = new Map(own.map(({ item, value }) => [item, value]));
  const names = content.changes.map(({ item }) => item);
  const strange = names.filter((item) => !current.has(item));
  if (strange.length > 0) return against('NOT_CHANGEABLE', strange);
  if (!HERE.includes(filed.evidenceState)) return against('NO_EVIDENCE');
  const differing = content.changes.filter(
    ({ item, before, after }) => ![before, after].includes(current.get(item) ?? ''),
  );
  if (differing.length > 0)
    return against(
      'LEDGER_DIFFERS',
      differing.map(({ item }) => item),
    );
  const wanted = Object.fromEntries(content.changes.map(({ item, after }) => [item, after]));
  const { values, problems } = checkItems(own, wanted);
  return problems.size > 0 ? against('UNREADABLE', [...problems.keys()]) : { kind, values };
}
