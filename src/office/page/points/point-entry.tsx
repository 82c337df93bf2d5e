import { useState } from 'preact/hooks';
import type { OfficeValues } from '../../../contract/office';
import type { Registrant } from '../../../contract/office-renewal';
import { parseDay } from '../../../domain/fields/date';
import { checkPointForm, HOSTS, type PointForm } from '../../../domain/fields/point-application';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { ChoiceField } from '../../../ui/choice-field';
import { problemOf, type Problem } from '../../../ui/error-summary';
import { TextField } from '../../../ui/text-field';
import { EntryReport } from '../parts/entry-report';
import { ForPerson } from '../parts/for-person';
import { FoundPerson } from '../parts/found-person';
import { PAPER_CHOICES } from '../parts/paper-choices';
import { Refusal } from '../parts/refusal';
import { StepForm } from '../parts/step-form';
import { usePress } from '../parts/use-press';
import { useRead } from '../parts/use-read';
import { useTold } from '../parts/use-told';
import { EventPick } from './event-pick';
import { idOf, LABELS, tellCode } from './point-entry-words';

type Choices = OfficeValues['pointChoices'];
type Papers = (typeof PAPER_CHOICES)[number]['value'];

const BLANK = { received: '', attended: '', ended: '', papers: '受領済' as Papers };
const NO_FORM: PointForm = {
  ...{ eventCode: '', category: '', role: '', title: '', host: '' },
  ...{ attendedOn: '', endedOn: '', hours: '' },
};
const dayOf = (text: string) => (text.trim() === '' ? '' : (parseDay(text) ?? '0'));

interface PointEntryProps {
  onClose: () => void;
  onEntered: () => void;
}

/** 紙の申請を入力する, once it is known what one can apply for: whose it is, then what it says. */
export function PointEntry({ onClose, onEntered }: PointEntryProps) {
  const { value: choices, attempt } = useRead('pointChoices', {}, 0);
  const [received, setReceived] = useState<string>();
  return (
    <section class="case" aria-label="紙の申請の入力">
      <h3>紙の申請の入力</h3>
      {!choices && (
        <>
          <Refusal attempt={attempt} />
          <Busy when={!attempt} text="活動の種類と行事を読んでいます。" />
          <Button onClick={onClose}>一覧にもどる</Button>
        </>
      )}
      {choices && (
        <ForPerson id={idOf('number')} onStop={onClose}>
          {(step) => (
            <Entry
              choices={choices}
              person={step.person}
              received={received ?? choices.today}
              onBack={step.onBack}
              onEntered={(sentence, receivedOn) => {
                setReceived(receivedOn);
                step.onDone(sentence);
                onEntered();
              }}
            />
          )}
        </ForPerson>
      )}
    </section>
  );
}

interface EntryProps {
  choices: Choices;
  person: Registrant;
  /** 受付日 of the paper before. */
  received: string;
  onBack: () => void;
  onEntered: (sentence: string, received: string) => void;
}

/** The activity (a 行事 fills it in), and when it was received. */
function Entry({ choices, person, received, onBack, onEntered }: EntryProps) {
  const [typed, setTyped] = useState({ ...BLANK, received });
  const [form, setForm] = useState(NO_FORM);
  const [missing, setMissing] = useState<Problem[]>([]);
  const { busy, attempt, fields, press, forget } = usePress();
  const told = useTold(fields, tellCode);
  const wrong = missing.length > 0 ? missing : told;
  const choice = choices.categories.find(({ category }) => category === form.category);
  const set = (part: Partial<PointForm>) => setForm({ ...form, ...part });
  const note = (part: Partial<typeof BLANK>) => setTyped({ ...typed, ...part });
  const field = (name: string) => ({
    id: idOf(name),
    label: LABELS[name] ?? name,
    error: problemOf(wrong, idOf(name)),
  });

  const submit = () => {
    const asked = { ...form, attendedOn: dayOf(typed.attended), endedOn: dayOf(typed.ended) };
    const checked = checkPointForm(asked, {
      ...{ choices: choices.categories, today: choices.today, start: '', end: '' },
    });
    const receivedOn = parseDay(typed.received) ?? '';
    const codes: Record<string, string> = {
      ...Object.fromEntries(checked.problems),
      ...(receivedOn === '' && { receivedOn: 'NOT_A_DATE' }),
    };
    // In the order of the fields, from whose it is to the days.
    const problems = Object.keys(LABELS).flatMap((name) => {
      const code = codes[name];
      return code === undefined ? [] : [tellCode(name, code)];
    });
    forget();
    setMissing(problems);
    if (problems.length > 0) return;
    const { number } = person;
    const args = { number, receivedOn, form: checked.values, evidenceState: typed.papers };
    press('enterPoints', args, ({ name, receipt }) =>
      onEntered(`${name}さんの申請を、受付番号 ${receipt} で受け付けました。`, typed.received),
    );
  };

  return (
    <>
      <EntryReport attempt={attempt} wrong={wrong} />
      <FoundPerson id={idOf('number')} person={person} error={problemOf(wrong, idOf('number'))} />
      <StepForm
        press={`${person.name}さんの申請を受け付ける`}
        stop="もどる"
        busy={busy}
        onPress={submit}
        onStop={onBack}
      >
        {choices.events.length > 0 && (
          <EventPick
            events={choices.events}
            onPick={({ eventCode, title, category, host, attendedOn, endedOn }) => {
              const roles = choices.categories.find((each) => each.category === category)?.roles ?? [];
              set({ eventCode, title, category, host, role: roles[0] ?? '' });
              note({ attended: attendedOn, ended: endedOn });
            }}
          />
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
          choices={PAPER_CHOICES}
          onInput={(papers) => note({ papers: papers as Papers })}
        />
        <TextField
          {...field('receivedOn')}
          support="郵便の消印の日、または届いた日です。"
          value={typed.received}
          onInput={(received) => note({ received })}
        />
      </StepForm>
    </>
  );
}
