import { useState } from 'preact/hooks';
import type { Registrant } from '../../../contract/office-renewal';
import { parseDay, writeDay } from '../../../domain/fields/date';
import { dayOfInstant } from '../../../domain/fields/instant';
import { ChoiceField } from '../../../ui/choice-field';
import { problemOf, type Problem } from '../../../ui/error-summary';
import { TextField } from '../../../ui/text-field';
import { EntryReport } from '../parts/entry-report';
import { ForPerson } from '../parts/for-person';
import { FoundPerson } from '../parts/found-person';
import { StepForm } from '../parts/step-form';
import { usePress } from '../parts/use-press';
import { useTold } from '../parts/use-told';

const LABELS: Readonly<Record<string, string>> = {
  number: '登録番号',
  receivedOn: '受付日',
  printedName: '記載氏名',
  sendTo: '送付先',
};
type SendTo = '自宅' | '事業所';

/** 紙の申請を入力する: whose it is, then when it was received, 記載氏名 and 送付先. */
export function RenewalEntry({ onClose, onEntered }: { onClose: () => void; onEntered: () => void }) {
  const [received, setReceived] = useState(dayOfInstant(Date.now()));
  return (
    <section class="case" aria-label="紙の更新申請の入力">
      <h3>紙の更新申請の入力</h3>
      <ForPerson id="renewal-number" onStop={onClose}>
        {(step) => (
          <Entry
            person={step.person}
            received={received}
            onBack={step.onBack}
            onEntered={(sentence, receivedOn) => {
              setReceived(receivedOn);
              step.onDone(sentence);
              onEntered();
            }}
          />
        )}
      </ForPerson>
    </section>
  );
}

interface EntryProps {
  person: Registrant;
  /** 受付日 of the paper before. */
  received: string;
  onBack: () => void;
  onEntered: (sentence: string, received: string) => void;
}

function Entry({ person, received: before, onBack, onEntered }: EntryProps) {
  const today = dayOfInstant(Date.now());
  const [received, setReceived] = useState(before);
  const [printedName, setPrintedName] = useState('');
  const [sendTo, setSendTo] = useState<SendTo>('自宅');
  const [missing, setMissing] = useState<Problem[]>([]);
  const { busy, attempt, fields, press, forget } = usePress();
  const receivedOn = parseDay(received);
  const told = useTold(fields, tell);
  const wrong = missing.length > 0 ? missing : told;
  const field = (name: string) => ({
    id: `renewal-${name}`,
    label: LABELS[name] ?? name,
    error: problemOf(wrong, `renewal-${name}`),
  });
  const submit = () => {
    const isReceived = receivedOn !== undefined && receivedOn <= today;
    forget();
    setMissing(
      isReceived
        ? []
        : [
            {
              id: 'renewal-receivedOn',
              text: '「受付日」は、今日か、それより前の日付にしてください。',
            },
          ],
    );
    if (!isReceived) return;
    press('enterRenewal', { number: person.number, receivedOn, printedName, sendTo }, (value) =>
      onEntered(
        `${value.name}さんの申請を、受付番号 ${value.receipt} で受け付けました。${value.spelled.join('')}`,
        received,
      ),
    );
  };
  return (
    <>
      <EntryReport attempt={attempt} wrong={wrong} />
      <FoundPerson id="renewal-number" person={person} error={field('number').error} />
      <StepForm
        press={`${person.name}さんの申請を受け付ける`}
        stop="もどる"
        busy={busy}
        onPress={submit}
        onStop={onBack}
      >
        <TextField
          {...field('receivedOn')}
          support={receivedOn === undefined ? '郵便の消印の日、または届いた日です。' : writeDay(receivedOn)}
          value={received}
          onInput={setReceived}
        />
        <TextField
          {...field('printedName')}
          optional
          support="空欄なら、台帳の氏名です。"
          value={printedName}
          maxLength={100}
          onInput={setPrintedName}
        />
        <ChoiceField
          {...field('sendTo')}
          value={sendTo}
          choices={[
            { value: '自宅', name: '自宅' },
            { value: '事業所', name: '事業所' },
          ]}
          onInput={(value) => setSendTo(value as SendTo)}
        />
      </StepForm>
    </>
  );
}

/** A field of this form and its sentence. */
function tell(name: string, code: string): Problem {
  return { id: `renewal-${name}`, text: say(name, code) };
}

function say(name: string, code: string): string {
  switch (code) {
    case 'NOT_FOUND':
      return '台帳に、この登録番号の方がいません。';
    case 'STATE':
      return 'この方は、休止・失効・登録の抹消などのため、申請を受け付けられません。';
    case 'OPEN_APPLICATION':
      return 'この方の更新の申請が、まだ終わっていません。';
    case 'RENEWED':
      return 'この方は、もう更新されています。';
    case 'UNKNOWN':
      return 'この方の有効期間満了日が分かりません。台帳をお確かめください。';
    case 'NO_ADDRESS':
      return '台帳に、その送付先の住所がありません。';
    default:
      return `「${LABELS[name] ?? name}」をお確かめください。`;
  }
}
