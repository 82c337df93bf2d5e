/** 変更届: what each kind of it covers, and the checks of what is typed, the same on the page and on the server. */
import { checkItem, checkItems, type EditableItem, type ItemCode } from './item';
import { plainLine } from './text';

/** 種類 of a 変更届. */
export const NOTIFICATION_KINDS = ['氏名', '生年月日訂正', '登録辞退', '休止', 'その他'] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** What screens and mails call the kinds. */
export const KIND_NAMES: Readonly<Record<NotificationKind, string>> = {
  氏名: '氏名の変更',
  生年月日訂正: '生年月日の訂正',
  登録辞退: '登録の辞退',
  休止: '休止',
  その他: 'その他の届出',
};

/** An item of 台帳 as 変更届 looks at it; `papers`: its change needs 証明書類. */
export interface ProofItem extends EditableItem {
  way: string;
  papers: boolean;
}

/** What is wrong with a field of a 変更届. */
export type NotificationCode = ItemCode | 'FUTURE' | 'NOTHING_CHANGED';

/** A 変更届 as it is typed; `changes`: item of 台帳 → text. */
export interface NotificationForm {
  kind: NotificationKind;
  changes: Readonly<Record<string, string>>;
  /** 変更が生じた日 */
  changedOn: string;
  /** 理由 of 登録辞退 and 休止, 届出の内容 of その他; the other kinds have none. */
  note: string;
  /** 証明書類の状態 as chosen, `''` while nothing is. */
  evidence: string;
}

/** Fields beside the items of 台帳, as problems name them. */
export type NotificationField = 'changedOn' | 'note' | 'evidence' | 'changes';

/** What came of checking: everything as it is stored, or what is wrong by item or field. */
export interface CheckedNotification {
  /** Item → new value, only where it really differs. */
  values: Map<string, string>;
  /** `YYYY-MM-DD`, or `''` where it may be left out. */
  changedOn: string;
  note: string;
  evidence: string;
  problems: Map<string, NotificationCode>;
}

/** Items a kind is for by name; その他 is for all that no kind names. */
const NAMED: Partial<Record<NotificationKind, readonly string[]>> = {
  氏名: ['氏名', 'フリガナ'],
  生年月日訂正: ['生年月日'],
};
const ALL_NAMED = Object.values(NAMED).flat();

/** States of a person from which a kind can be filed and approved; the others from all. */
const FROM: Partial<Record<NotificationKind, readonly string[]>> = {
  登録辞退: ['', '有効', '休止', '失効'],
  休止: ['', '有効'],
};

/** Kinds that leave the date out where nobody knows it. */
const UNDATED: readonly NotificationKind[] = ['生年月日訂正', 'その他'];

/** Characters of 理由 and 届出の内容. */
export const NOTE_LENGTH = 500;

/** The items a kind of 変更届 changes, of those that need the office's confirmation. */
export function itemsOf<I extends { item: string; way: string }>(
  kind: NotificationKind,
  items: readonly I[],
): I[] {
  const named = NAMED[kind];
  const covers = (item: string) => (named ? named.includes(item) : !ALL_NAMED.includes(item));
  if (hasOnlyNote(kind)) return [];
  return items.filter(({ item, way }) => way === 'proof' && covers(item));
}

/** Whether a kind is about the registration itself, so that it names no item. */
export function hasOnlyNote(kind: NotificationKind): boolean {
  return kind === '登録辞退' || kind === '休止';
}

/** Whether a kind has 理由 or 届出の内容. */
export function hasNote(kind: NotificationKind): boolean {
  return NAMED[kind] === undefined;
}

/** Whether 変更が生じた日 has to be told. */
export function needsDay(kind: NotificationKind): boolean {
  return !UNDATED.includes(kind);
}

/** Whether a person in this 状態 can file the kind, or have it approved. */
export function fitsState(kind: NotificationKind, state: string): boolean {
  return FROM[kind]?.includes(state) ?? true;
}

/** The kinds a person in this 状態 can file. */
export function kindsFor(items: readonly { item: string; way: string }[], state: string): NotificationKind[] {
  return NOTIFICATION_KINDS.filter(
    (kind) => fitsState(kind, state) && (NAMED[kind] === undefined || itemsOf(kind, items).length > 0),
  );
}

/** Whether 証明書類 must come, may come, or are not asked for; `changed`: the items that change. */
export function papersFor(
  kind: NotificationKind,
  changed: readonly { papers: boolean }[],
): 'must' | 'may' | 'none' {
  if (hasOnlyNote(kind)) return 'none';
  return changed.some(({ papers }) => papers) ? 'must' : 'may';
}

/** Checks a 変更届 against the items as 台帳 holds them; `today` as `YYYY-MM-DD`. */
export function checkNotification(
  items: readonly ProofItem[],
  form: NotificationForm,
  today: string,
): CheckedNotification {
  const own = itemsOf(form.kind, items);
  const { values, problems: wrong } = checkItems(own, form.changes);
  const problems = new Map<string, NotificationCode>(wrong);
  if ((values.get('生年月日') ?? '') > today) problems.set('生年月日', 'FUTURE');
  const note = hasNote(form.kind) ? plainLine(form.note) : '';
  const idle = !hasOnlyNote(form.kind) && values.size === 0 && problems.size === 0;
  if (note === undefined) problems.set('note', 'CONTROL_CHARACTERS');
  else if ([...note].length > NOTE_LENGTH) problems.set('note', 'TOO_LONG');
  else if (idle && note === '') problems.set(...missing(form.kind));
  const day = checkItem('日付', form.changedOn, { required: needsDay(form.kind), choices: [] });
  if ('code' in day) problems.set('changedOn', day.code);
  else if (day.value > today) problems.set('changedOn', 'FUTURE');
  const papers = papersFor(
    form.kind,
    own.filter(({ item }) => values.has(item)),
  );
  if (papers !== 'none' && (form.evidence === '' || (papers === 'must' && form.evidence === '不要')))
    problems.set('evidence', 'NOT_A_CHOICE');
  return {
    values,
    changedOn: 'value' in day ? day.value : '',
    note: note ?? '',
    evidence: papers === 'none' ? '不要' : form.evidence,
    problems,
  };
}

/** What is said where nothing was typed. */
function missing(kind: NotificationKind): [NotificationField, NotificationCode] {
  return hasNote(kind) ? ['note', 'REQUIRED'] : ['changes', 'NOTHING_CHANGED'];
}
