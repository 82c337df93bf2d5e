/** What both pages call the fields of a 変更届. */
import { isDay, writeDay } from '../domain/fields/date';
import { KIND_NAMES, hasOnlyNote, itemsOf, type NotificationKind } from '../domain/fields/notification';
import type { Problem } from './error-summary';

/** The kind by its name; a word somebody typed stays. */
export function nameOfKind(kind: string): string {
  return Object.prototype.hasOwnProperty.call(KIND_NAMES, kind) ? KIND_NAMES[kind as NotificationKind] : kind;
}

/** What the day of a kind is called. */
export function dayLabel(kind: string): string {
  if (kind === '登録辞退') return '辞退する日';
  return kind === '休止' ? '休止を始める日' : '変更が生じた日';
}

/** What the words of a kind are called. */
export function noteLabel(kind: string): string {
  return kind === '登録辞退' || kind === '休止' ? '理由' : '届出の内容';
}

/** A value as it is read: days written out, `''` as the words given. */
export function written(value: string, blank: string): string {
  if (value === '') return blank;
  return isDay(value) ? writeDay(value) : value;
}

/** The id of an item's or another field. */
export function notificationId(field: string): string {
  return `notify-${field}`;
}

/** Codes by item or field as problems, in the order of the form; `say` makes the sentence. */
export function notificationProblems(
  kind: NotificationKind,
  items: readonly { item: string; label: string; way: string }[],
  codes: ReadonlyMap<string, string>,
  say: (code: string, label: string) => string,
): Problem[] {
  const own = itemsOf(kind, items);
  const fields = [
    { field: 'changes', label: '', id: own[0]?.item ?? 'note' },
    ...own.map(({ item, label }) => ({ field: item, label, id: item })),
    { field: 'note', label: noteLabel(kind), id: 'note' },
    { field: 'changedOn', label: dayLabel(kind), id: 'changedOn' },
    { field: 'evidence', label: '証明書類', id: 'evidence' },
  ];
  return fields.flatMap(({ field, label, id }) => {
    const code = codes.get(field);
    return code === undefined ? [] : [{ id: notificationId(id), text: say(code, label) }];
  });
}

/** What a person should know before 登録辞退 and 休止 are filed, and, but for the last line, a secretary before they are approved. */
export function kindWarning(kind: string): { title: string; lines: string[] } | undefined {
  if (!hasOnlyNote(kind as NotificationKind)) return undefined;
  return kind === '登録辞退'
    ? {
        title: '承認されると、登録がなくなります',
        lines: [
          '職業紹介士の登録が抹消され、資格の更新もできなくなります。',
          'マイページは使えなくなり、お知らせも届かなくなります。',
          'もとに戻すことはできません。',
          '迷っている方は、届け出る前に事務局へご相談ください。',
        ],
      }
    : {
        title: '承認されると、休止になります',
        lines: [
          '資格の状態が「休止」と表示され、更新のご案内のメールは届かなくなります。',
          'マイページは、これまでどおり使えます。',
          '資格有効期間と更新の扱い、休止を終える手続きは、事務局にお確かめください。',
        ],
      };
}
