import { useState } from 'preact/hooks';
import type { OfficeArgs } from '../../../contract/office';
import { parseDay, writeDay } from '../../../domain/fields/date';
import { dayOfInstant } from '../../../domain/fields/instant';
import { ChoiceField } from '../../../ui/choice-field';
import { problemOf, type Problem } from '../../../ui/error-summary';
import { TextField } from '../../../ui/text-field';
import { EntryReport } from '../parts/entry-report';
import { Remark } from '../parts/remark';
import { StepForm } from '../parts/step-form';
import { usePress } from '../parts/use-press';
import { useTold } from '../parts/use-told';

type Action = OfficeArgs<'changePersonState'>['action'];

const MEANING: Record<Action, string> = {
  復帰: '休止や失効から有効にもどします。休止の方の有効期間がまだ残っているときは、その有効期間のままです。失効の方と、有効期間が終わった方には、新しい有効期間を加えます。',
  失効の取消: '失効の確定を取り消し、有効にもどします。有効期間は変えません。',
  休止: '資格を休止します。',
  抹消: '登録を抹消します。待っている申請と届出は終わり、ログインできなくなります。',
  登録の取消: '登録を取り消します。待っている申請と届出は終わり、ログインできなくなります。',
};

/** 登録者の状態: 復帰, 失効の取消, 休止, 抹消, 登録の取消 of one person, with the reason. */
export function PersonState({ onDone }: { onDone: () => void }) {
  const [number, setNumber] = useState('');
  const [action, setAction] = useState<Action>();
  const [reason, setReason] = useState('');
  const [day, setDay] = useState(dayOfInstant(Date.now()));
  const [missing, setMissing] = useState<Problem[]>([]);
  const [said, setSaid] = useState('');
  const { busy, attempt, fields, press } = usePress();
  const on = parseDay(day);
  const told = useTold(fields, tell);
  const wrong = missing.length > 0 ? missing : told;
  const submit = () => {
    const problems = [
      ...(number.trim() === '' ? [{ id: 'state-number', text: '「登録番号」を入力してください。' }] : []),
      ...(action === undefined ? [{ id: 'state-action', text: '「変更」を選んでください。' }] : []),
      ...(reason.trim() === '' ? [{ id: 'state-reason', text: '「事由」を入力してください。' }] : []),
      ...(on === undefined ? [{ id: 'state-on', text: '「日付」をお確かめください。' }] : []),
    ];
    setMissing(problems);
    setSaid('');
    if (problems.length > 0 || action === undefined || on === undefined) return;
    press('changePersonState', { number, action, reason: reason.trim(), on }, (value) => {
      setSaid(`${value.name}さんの状態を「${value.state}」にしました。${value.period}`);
      setNumber('');
      setReason('');
      onDone();
    });
  };
  return (
    <section class="flow">
      <h2 class="name-only">登録者の状態</h2>
      <EntryReport attempt={attempt} wrong={wrong} done={said} />
      <StepForm press="状態を変える" busy={busy} onPress={submit}>
        <TextField
          id="state-number"
          label="登録番号"
          value={number}
          onInput={setNumber}
          error={problemOf(wrong, 'state-number')}
        />
        <ChoiceField
          id="state-action"
          label="変更"
          value={action ?? ''}
          choices={(Object.keys(MEANING) as Action[]).map((value) => ({ value, name: value }))}
          onInput={(value) => setAction(value as Action)}
          error={problemOf(wrong, 'state-action')}
        />
        <Remark text={action === undefined ? '' : MEANING[action]} />
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
      </StepForm>
    </section>
  );
}

function tell(name: string, code: string): Problem {
  return { id: `state-${name}`, text: CODES[code] ?? '日付をお確かめください。' };
}

const CODES: Readonly<Record<string, string>> = {
  NOT_FOUND: '台帳に、この登録番号の方がいません。',
  STATE: 'この方のいまの状態では、この変更はできません。',
};
