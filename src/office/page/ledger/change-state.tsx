import { useState } from 'preact/hooks';
import type { Registrant } from '../../../contract/office-renewal';
import { parseDay, writeDay } from '../../../domain/fields/date';
import { dayOfInstant } from '../../../domain/fields/instant';
import { Button } from '../../../ui/button';
import { ChoiceField } from '../../../ui/choice-field';
import { problemOf, type Problem } from '../../../ui/error-summary';
import { TextField } from '../../../ui/text-field';
import { EntryReport } from '../parts/entry-report';
import { FoundPerson } from '../parts/found-person';
import { Remark } from '../parts/remark';
import { StepForm } from '../parts/step-form';
import { usePress } from '../parts/use-press';
import { useTold } from '../parts/use-told';

type Action = Registrant['actions'][number];

/** What the button does to the person, and what follows from it. */
const MEANING: Readonly<Record<Action, { press: string; follows: string }>> = {
  復帰: {
    press: '有効にもどす（復帰）',
    follows:
      '休止や失効から有効にもどします。休止の方の有効期間がまだ残っているときは、その有効期間のままです。失効の方と、有効期間が終わった方には、新しい有効期間を加えます。',
  },
  失効の取消: {
    press: '有効にもどす（失効の取消）',
    follows: '失効の確定を取り消し、有効にもどします。有効期間は変えません。',
  },
  休止: {
    press: '休止にする',
    follows:
      '資格を休止します。更新の申請はできなくなり、満了日が近づいたお知らせも送られません。ログインはできます。',
  },
  抹消: {
    press: '登録抹消にする',
    follows:
      '登録を抹消します。待っている申請と届出は終わり、ログインできなくなります。送信待ちのお知らせも出ません。',
  },
  登録の取消: {
    press: '取消にする',
    follows:
      '登録を取り消します。待っている申請と届出は終わり、ログインできなくなります。送信待ちのお知らせも出ません。',
  },
};

interface ChangeStateProps {
  person: Registrant;
  onBack: () => void;
  onChanged: (sentence: string) => void;
}

/** What the person shown becomes, why and from when; the button names her. */
export function ChangeState({ person, onBack, onChanged }: ChangeStateProps) {
  const [action, setAction] = useState<Action>();
  const [reason, setReason] = useState('');
  const [day, setDay] = useState(dayOfInstant(Date.now()));
  const [missing, setMissing] = useState<Problem[]>([]);
  const { busy, attempt, fields, press, forget } = usePress();
  const on = parseDay(day);
  const told = useTold(fields, tell);
  const wrong = missing.length > 0 ? missing : told;
  const submit = () => {
    const problems = [
      ...(action === undefined ? [{ id: 'state-action', text: '「変更」を選んでください。' }] : []),
      ...(reason.trim() === '' ? [{ id: 'state-reason', text: '「事由」を入力してください。' }] : []),
      ...(on === undefined ? [{ id: 'state-on', text: '「日付」をお確かめください。' }] : []),
    ];
    forget();
    setMissing(problems);
    if (problems.length > 0 || action === undefined || on === undefined) return;
    const { number, state: seen } = person;
    press('changePersonState', { number, action, reason: reason.trim(), on, seen }, (value) =>
      onChanged(`${value.name}さんの状態を「${value.state}」にしました。${value.period}`),
    );
  };
  const shown = <FoundPerson id="state-number" person={person} error={problemOf(wrong, 'state-number')} />;
  if (person.actions.length === 0)
    return (
      <>
        {shown}
        <Remark
          text={`いまの状態「${person.state}」からは、この画面では変えられません。まちがいのときは、台帳の「状態」を直してください。`}
        />
        <div>
          <Button onClick={onBack}>もどる</Button>
        </div>
      </>
    );
  return (
    <>
      <EntryReport attempt={attempt} wrong={wrong} />
      {shown}
      <StepForm
        press={`${person.name}さん${action === undefined ? 'の状態を変える' : `を${MEANING[action].press}`}`}
        stop="もどる"
        busy={busy}
        onPress={submit}
        onStop={onBack}
      >
        <ChoiceField
          id="state-action"
          label="変更"
          value={action ?? ''}
          choices={person.actions.map((value) => ({ value, name: value }))}
          onInput={(value) => setAction(value as Action)}
          error={problemOf(wrong, 'state-action')}
        />
        <TextField
          id="state-reason"
          label="事由"
          value={reason}
          maxLength={100}
          onInput={setReason}
          error={problemOf(wrong, 'state-reason')}
        />
        <TextField
          id="state-on"
          label="日付"
          support={on === undefined ? '例：2027/4/1' : writeDay(on)}
          value={day}
          onInput={setDay}
          error={problemOf(wrong, 'state-on')}
        />
        <Remark text={action === undefined ? '' : MEANING[action].follows} />
      </StepForm>
    </>
  );
}

function tell(name: string, code: string): Problem {
  return { id: `state-${name}`, text: CODES[code] ?? '日付をお確かめください。' };
}

const CODES: Readonly<Record<string, string>> = {
  NOT_FOUND: '台帳に、この登録番号の方がいません。',
  STATE: 'この方の状態が、いま変わりました。「もどる」を押して、登録番号から入れ直してください。',
};
