import type { LedgerItem } from '../contract/mypage';
import {
  checkNotification,
  hasNote,
  hasOnlyNote,
  itemsOf,
  needsDay,
  papersFor,
  type NotificationForm,
} from '../domain/fields/notification';
import { ChoiceField } from './choice-field';
import { problemOf, type Problem } from './error-summary';
import { dayLabel, noteLabel, notificationId, written } from './notification-words';
import { TextField } from './text-field';

interface NotificationFieldsProps<Form extends NotificationForm> {
  /** The items of 台帳; those of the kind become fields. */
  items: readonly LedgerItem[];
  form: Form;
  onForm: (form: Form) => void;
  problems: readonly Problem[];
  /** Today as `YYYY-MM-DD`. */
  today: string;
  /** How 証明書類 come; the last one, 「ありません」, is left out where they must. */
  papers: { support: string; choices: readonly { value: string; name: string }[] };
}

/** The fields of one kind of 変更届: its items, the words, the day, 証明書類. */
export function NotificationFields<Form extends NotificationForm>(props: NotificationFieldsProps<Form>) {
  const { items, form, onForm, problems, today, papers } = props;
  const { kind } = form;
  const own = itemsOf(kind, items);
  const set = (more: Partial<NotificationForm>) => onForm({ ...form, ...more });
  const field = (name: string, label: string) => ({
    id: notificationId(name),
    label,
    error: problemOf(problems, notificationId(name)),
  });
  const { values } = checkNotification(items, form, today);
  const asked = papersFor(kind, kind === 'その他' ? own.filter(({ item }) => values.has(item)) : own);
  return (
    <>
      {own.map(({ item, label, kind: shape, text, value, required, choices }) => {
        const shared = {
          ...field(item, label),
          optional: !required,
          support: `いまの登録：${written(text, 'ありません')}${shape === '日付' ? `　${DAY_HINT}` : ''}`,
          value: form.changes[item] ?? value,
          onInput: (typed: string) => set({ changes: { ...form.changes, [item]: typed } }),
        };
        return shape === '選択肢' ? (
          <ChoiceField
            key={item}
            {...shared}
            choices={choices.map((choice) => ({ value: choice, name: choice }))}
          />
        ) : (
          <TextField key={item} {...shared} />
        );
      })}
      {hasNote(kind) && (
        <TextField
          {...field('note', noteLabel(kind))}
          optional={hasOnlyNote(kind) || own.length > 0}
          {...(hasOnlyNote(kind) && { support: '病名など、くわしいことは書かなくてかまいません。' })}
          value={form.note}
          onInput={(note) => set({ note })}
        />
      )}
      <TextField
        {...field('changedOn', dayLabel(kind))}
        optional={!needsDay(kind)}
        support={`今日か、それより前の日です。${DAY_HINT}`}
        value={form.changedOn}
        onInput={(changedOn) => set({ changedOn })}
      />
      {asked !== 'none' && (
        <ChoiceField
          {...field('evidence', '証明書類')}
          support={papers.support}
          value={form.evidence}
          onInput={(evidence) => set({ evidence })}
          choices={asked === 'must' ? papers.choices.slice(0, -1) : papers.choices}
        />
      )}
    </>
  );
}

const DAY_HINT = '例：令和8年4月1日、2026/4/1';
