import { useState } from 'preact/hooks';
import type { OfficeValues } from '../../../contract/office';
import { parseDay } from '../../../domain/fields/date';
import { dayOfInstant } from '../../../domain/fields/instant';
import {
  checkNotification,
  KIND_NAMES,
  type NotificationForm,
  type NotificationKind,
} from '../../../domain/fields/notification';
import { Busy, useBusy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { ChoiceField } from '../../../ui/choice-field';
import { ErrorSummary, problemOf, type Problem } from '../../../ui/error-summary';
import { NotificationFields } from '../../../ui/notification-fields';
import { notificationId, notificationProblems } from '../../../ui/notification-words';
import { TextField } from '../../../ui/text-field';
import { PAPER_CHOICES } from '../parts/paper-choices';
import { Refusal, type Attempt } from '../parts/refusal';
import { Said } from '../parts/said';
import { StepForm } from '../parts/step-form';
import { usePress } from '../parts/use-press';
import { ask } from '../server';
import { sayField, sayLeft } from './notification-words';

type Notifier = NonNullable<OfficeValues['findNotifier']['person']>;

interface EntryProps {
  onClose: () => void;
  onEntered: () => void;
}

/** What went wrong: each a new object. */
interface Trouble {
  title: string;
  problems: Problem[];
}

/** 紙の届出を入力する: whose it is, then what it says and when it was filed. */
export function NotificationEntry({ onClose, onEntered }: EntryProps) {
  const [number, setNumber] = useState('');
  const [person, setPerson] = useState<Notifier>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [attempt, setAttempt] = useState<Attempt>();
  const [done, setDone] = useState('');
  const [busy, run] = useBusy();
  const find = () =>
    run(async () => {
      setDone('');
      const reply = await ask('findNotifier', { number });
      setAttempt(reply.ok ? undefined : { code: reply.code });
      if (!reply.ok) return;
      setPerson(reply.value.person ?? undefined);
      setTrouble(
        reply.value.person ? undefined : { title: '台帳に、この登録番号の方がいません。', problems: [] },
      );
    });
  return (
    <section class="case" aria-label="紙の届出の入力">
      <h3>紙の届出の入力</h3>
      <Refusal attempt={attempt} />
      {trouble && <ErrorSummary title={trouble.title} problems={trouble.problems} attempt={trouble} />}
      <Said text={done} />
      {person ? (
        <EntryForm
          person={person}
          onTrouble={setTrouble}
          onBack={() => {
            setTrouble(undefined);
            setPerson(undefined);
          }}
          onDone={(sentence) => {
            setTrouble(undefined);
            setPerson(undefined);
            setNumber('');
            setDone(sentence);
            onEntered();
          }}
          problems={trouble?.problems ?? []}
        />
      ) : (
        <form
          class="step"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            find();
          }}
        >
          <TextField id="notify-number" label="登録番号" value={number} onInput={setNumber} />
          <div class="buttons">
            <Button type="submit" kind="primary" busy={busy}>
              次へ
            </Button>
            <Button onClick={onClose}>一覧にもどる</Button>
          </div>
          <Busy when={busy} text="台帳を読んでいます。" />
        </form>
      )}
    </section>
  );
}

interface EntryFormProps {
  person: Notifier;
  problems: readonly Problem[];
  onTrouble: (trouble: Trouble | undefined) => void;
  onBack: () => void;
  onDone: (sentence: string) => void;
}

function EntryForm({ person, problems, onTrouble, onBack, onDone }: EntryFormProps) {
  const today = dayOfInstant(Date.now());
  const [form, setForm] = useState<NotificationForm>();
  const [filed, setFiled] = useState(today);
  const { busy, attempt, press } = usePress();
  const notifiedOn = parseDay(filed);

  const check = (): Problem[] => {
    if (!form) return [{ id: notificationId('kind'), text: '「届出の種類」を選んでください。' }];
    const late = notifiedOn === undefined || notifiedOn > today;
    return [
      ...notificationProblems(
        form.kind,
        person.items,
        checkNotification(person.items, form, today).problems,
        sayField,
      ),
      ...(late
        ? [{ id: 'notify-filed', text: '「届出日」は、今日か、それより前の日付にしてください。' }]
        : []),
    ];
  };
  const submit = () => {
    const wrong = check();
    onTrouble(wrong.length > 0 ? { title: '入力をお確かめください。', problems: wrong } : undefined);
    if (wrong.length > 0 || !form || notifiedOn === undefined) return;
    const evidence = form.evidence as '' | '郵送待ち' | '受領済' | '不要';
    const args = { ...form, evidence, number: person.number, notifiedOn };
    press('enterNotification', args, (value) => {
      if (!value.done) onTrouble({ title: sayLeft(value.reason, value.about), problems: [] });
      else
        onDone(
          `${person.name}（${person.number}）：受付番号 ${value.receipt} で受け付けました。${value.mailed ? '受付のお知らせが送られます。' : ''}`,
        );
    });
  };

  return (
    <StepForm press="受け付ける" stop="もどる" busy={busy} onPress={submit} onStop={onBack}>
      <p>
        <strong>{person.name}</strong>（{person.number}）
      </p>
      <Refusal attempt={attempt} />
      <ChoiceField
        id={notificationId('kind')}
        label="届出の種類"
        value={form?.kind ?? ''}
        onInput={(kind) =>
          setForm({
            kind: kind as NotificationKind,
            changes: {},
            changedOn: '',
            note: '',
            evidence: '受領済',
          })
        }
        choices={person.kinds.map((kind) => ({ value: kind, name: KIND_NAMES[kind] }))}
        error={problemOf(problems, notificationId('kind'))}
      />
      {form && (
        <NotificationFields
          items={person.items}
          form={form}
          onForm={setForm}
          problems={problems}
          today={today}
          papers={PAPERS}
        />
      )}
      <TextField
        id="notify-filed"
        label="届出日"
        support="郵便の消印の日、または届いた日です。"
        value={filed}
        onInput={setFiled}
        error={problemOf(problems, 'notify-filed')}
      />
    </StepForm>
  );
}

const PAPERS = { support: '', choices: PAPER_CHOICES };
