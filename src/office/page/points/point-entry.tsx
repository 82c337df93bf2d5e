import { useEffect, useRef, useState } from 'preact/hooks';
import type { OfficeValues } from '../../../contract/office';
import { parseDay } from '../../../domain/fields/date';
import { checkPointForm, HOSTS, type PointForm } from '../../../domain/fields/point-application';
import { Busy, useBusy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { ChoiceField } from '../../../ui/choice-field';
import { createClientKeys } from '../../../ui/client-key';
import { ErrorSummary, problemOf, type Problem } from '../../../ui/error-summary';
import { TextField } from '../../../ui/text-field';
import { Refusal, type Attempt } from '../parts/refusal';
import { ask } from '../server';

type Choices = OfficeValues['pointChoices'];
type Papers = '受領済' | '郵送待ち' | '不要';

const BLANK = { number: '', received: '', attended: '', ended: '', papers: '受領済' as Papers };
const NO_FORM: PointForm = {
  ...{ eventCode: '', category: '', role: '', title: '', host: '' },
  ...{ attendedOn: '', endedOn: '', hours: '' },
};
const LABELS: Readonly<Record<string, string>> = {
  number: '登録番号',
  category: '活動の種類',
  role: '立場',
  title: '名称',
  host: '主催',
  attendedOn: '受講日',
  endedOn: '終了日',
  hours: '時間数',
  receivedOn: '受付日',
};

/** 紙の申請を入力する: whose it is, the activity (a 行事 fills it in), and when it was received. */
export function PointEntry({ onClose, onEntered }: { onClose: () => void; onEntered: () => void }) {
  const [choices, setChoices] = useState<Choices>();
  const [typed, setTyped] = useState(BLANK);
  const [form, setForm] = useState(NO_FORM);
  const [wrong, setWrong] = useState<Problem[]>([]);
  const [attempt, setAttempt] = useState<Attempt>();
  const [done, setDone] = useState('');
  const [busy, run] = useBusy();
  const keys = useRef(createClientKeys()).current;
  useEffect(() => {
    void ask('pointChoices', {}).then((reply) => {
      setAttempt(reply.ok ? undefined : { code: reply.code });
      if (!reply.ok) return;
      setChoices(reply.value);
      setTyped({ ...BLANK, received: reply.value.today });
    });
  }, []);
  const heading = <h3>紙の申請の入力</h3>;
  if (!choices)
    return (
      <section class="case" aria-label="紙の申請の入力">
        {heading}
        <Refusal attempt={attempt} />
        <Busy when={!attempt} text="活動の種類と行事を読んでいます。" />
        <Button onClick={onClose}>一覧にもどる</Button>
      </section>
    );
  const choice = choices.categories.find(({ category }) => category === form.category);
  const set = (part: Partial<PointForm>) => setForm({ ...form, ...part });
  const note = (part: Partial<typeof BLANK>) => setTyped({ ...typed, ...part });
  const field = (name: string) => ({
    id: `point-entry-${name}`,
    label: LABELS[name] ?? name,
    error: problemOf(wrong, `point-entry-${name}`),
  });
  const tell = (codes: Readonly<Record<string, string>>) =>
    setWrong(
      Object.entries(codes).map(([name, code]) => ({ id: `point-entry-${name}`, text: sayCode(name, code) })),
    );
  const dayOf = (text: string) => (text.trim() === '' ? '' : (parseDay(text) ?? '0'));

  const submit = () => {
    const asked = { ...form, attendedOn: dayOf(typed.attended), endedOn: dayOf(typed.ended) };
    const checked = checkPointForm(asked, {
      ...{ choices: choices.categories, today: choices.today, start: '', end: '' },
    });
    const receivedOn = parseDay(typed.received) ?? '';
    const codes: Record<string, string> = {
      ...Object.fromEntries(checked.problems),
      ...(typed.number.trim() === '' && { number: 'REQUIRED' }),
      ...(receivedOn === '' && { receivedOn: 'NOT_A_DATE' }),
    };
    tell(codes);
    setDone('');
    if (Object.keys(codes).length > 0) return;
    run(async () => {
      const args = { number: typed.number, receivedOn, form: checked.values, evidenceState: typed.papers };
      const reply = await ask('enterPoints', args, keys.keyFor(args));
      const fields = reply.ok ? undefined : reply.fields;
      setAttempt(reply.ok || fields ? undefined : { code: reply.code });
      if (fields) tell(fields);
      if (!reply.ok) return;
      keys.settled();
      setTyped({ ...BLANK, received: typed.received });
      setForm(NO_FORM);
      setDone(`${reply.value.name}さんの申請を、受付番号 ${reply.value.receipt} で受け付けました。`);
      onEntered();
    });
  };

  return (
    <section class="case" aria-label="紙の申請の入力">
      {heading}
      <Refusal attempt={attempt} />
      {wrong.length > 0 && <ErrorSummary title="入力をお確かめください。" problems={wrong} attempt={wrong} />}
      {done !== '' && (
        <p class="done-line" role="status">
          {done}
        </p>
      )}
      <form
        class="step"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField {...field('number')} value={typed.number} onInput={(number) => note({ number })} />
        {choices.events.length > 0 && (
          <div class="field">
            <label for="point-entry-event">当協会などの行事から入れる（任意）</label>
            <select
              id="point-entry-event"
              class="input"
              onChange={(event) => {
                const picked = choices.events[event.currentTarget.selectedIndex - 1];
                if (!picked) return;
                const { eventCode, title, category, host } = picked;
                const roles = choices.categories.find((each) => each.category === category)?.roles ?? [];
                set({ eventCode, title, category, host, role: roles[0] ?? '' });
                note({ attended: picked.attendedOn, ended: picked.endedOn });
              }}
            >
              <option>一覧にない</option>
              {choices.events.map((each) => (
                <option key={each.eventCode}>
                  {each.date} {each.title}
                </option>
              ))}
            </select>
          </div>
        )}
        <ChoiceField
          {...field('category')}
          value={form.category}
          choices={choices.categories.map(({ category }) => ({ value: category, name: category }))}
          onInput={(category) => set({ category, role: '', eventCode: '' })}
        />
        {choice && choice.roles.length > 0 && (
          <ChoiceField
            {...field('role')}
            value={form.role}
            choices={choice.roles.map((role) => ({ value: role, name: role }))}
            onInput={(role) => set({ role })}
          />
        )}
        <ChoiceField
          {...field('host')}
          value={form.host}
          choices={HOSTS.map((host) => ({ value: host, name: host }))}
          onInput={(host) => set({ host, eventCode: '' })}
        />
        <TextField
          {...field('title')}
          value={form.title}
          onInput={(title) => set({ title, eventCode: '' })}
        />
        <TextField
          {...field('attendedOn')}
          support="例：2026/10/8 や 令和8年10月8日"
          value={typed.attended}
          onInput={(attended) => note({ attended })}
        />
        <TextField {...field('endedOn')} optional value={typed.ended} onInput={(ended) => note({ ended })} />
        {choice?.byHours && (
          <TextField {...field('hours')} value={form.hours} onInput={(hours) => set({ hours })} />
        )}
        <ChoiceField
          {...field('papers')}
          label="証明書類"
          value={typed.papers}
          choices={[
            { value: '受領済', name: '受け取った' },
            { value: '郵送待ち', name: 'まだ届いていない' },
            { value: '不要', name: '要らない' },
          ]}
          onInput={(papers) => note({ papers: papers as Papers })}
        />
        <TextField
          {...field('receivedOn')}
          support="郵便の消印の日、または届いた日です。"
          value={typed.received}
          onInput={(received) => note({ received })}
        />
        <div class="buttons">
          <Button type="submit" kind="primary" busy={busy}>
            受け付ける
          </Button>
          <Button onClick={() => !busy && onClose()}>一覧にもどる</Button>
        </div>
        <Busy when={busy} text="記録しています。" />
      </form>
    </section>
  );
}

function sayCode(name: string, code: string): string {
  const label = `「${LABELS[name] ?? name}」`;
  switch (code) {
    case 'REQUIRED':
      return `${label}を入力してください。`;
    case 'NOT_FOUND':
      return '台帳に、この登録番号の方がいません。';
    case 'ENDED':
      return 'この登録番号の方は、登録の抹消か取消になっています。';
    case 'FUTURE':
      return `${label}が、今日よりあとの日付です。`;
    case 'OUTSIDE_PERIOD':
      return `${label}が、この方の資格有効期間の外です。`;
    case 'BEFORE_START':
      return `${label}が、受講日より前です。`;
    case 'COURSE_OF_OTHERS':
    case 'OTHER_HOST':
      return 'この活動の種類は、当協会が開催するものだけが対象です。';
    case 'DUPLICATE':
      return '同じ活動が、すでに申請されています。';
    default:
      return `${label}をお確かめください。`;
  }
}
