import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { parseDay, writeDeadline } from '../../../domain/fields/date';
import { problemOf, type Problem } from '../../../ui/error-summary';
import { TextArea } from '../../../ui/text-area';
import { TextField } from '../../../ui/text-field';
import type { Attempt } from './refusal';
import { Remark } from './remark';
import { StepBefore } from './step-before';
import { WrongFields } from './wrong-fields';

/** What is told to the person with a decision. */
export interface Words {
  reason?: string;
  request?: string;
  fixBy?: string;
}

interface WordsStepProps {
  /** Another step is another form. */
  title: string;
  /** Below a card's heading, or beside the cards. */
  rank?: 'h3' | 'h4';
  press: string;
  /** 理由 is asked for, with these 理由文例; without, the step only asks whether. */
  reasons?: readonly { reason: string; request: string }[] | undefined;
  /** お願い is asked for too. */
  asksRequest?: boolean;
  /** 補正期限 is asked for, this day suggested; `today` is the earliest. */
  due?: { fixBy: string; today: string } | undefined;
  /** What one should know of the mail; `''` if nothing. */
  remark: string;
  busy: boolean;
  attempt: Attempt | undefined;
  onPress: (words: Words) => void;
  onStop: () => void;
  children?: ComponentChildren;
}

/** The step before a decision: what will happen, and where needed the words to the person. */
export function WordsStep(props: WordsStepProps) {
  const { reasons, asksRequest, due, onPress } = props;
  const id = useId();
  const [reason, setReason] = useState('');
  const [request, setRequest] = useState('');
  const [day, setDay] = useState(due?.fixBy ?? '');
  const [wrong, setWrong] = useState<Problem[]>([]);

  const fixBy = parseDay(day);
  const submit = () => {
    const problems = [
      ...(reasons && reason.trim() === ''
        ? [{ id: `${id}-reason`, text: '「理由」を入力してください。' }]
        : []),
      ...(due && (fixBy === undefined || fixBy < due.today)
        ? [{ id: `${id}-due`, text: '「補正期限」は、今日よりあとの日付にしてください。' }]
        : []),
    ];
    setWrong(problems);
    if (problems.length > 0) return;
    onPress({
      ...(reasons && { reason }),
      ...(asksRequest && { request }),
      ...(due && fixBy !== undefined && { fixBy }),
    });
  };
  return (
    <StepBefore
      title={props.title}
      rank={props.rank ?? 'h4'}
      press={props.press}
      start={reasons ? 'title' : 'button'}
      busy={props.busy}
      attempt={props.attempt}
      onPress={submit}
      onStop={props.onStop}
    >
      <WrongFields problems={wrong} />
      {props.children}
      {reasons && (
        <>
          <Examples
            reasons={reasons}
            onPick={(picked) => {
              setReason(picked.reason);
              // A request belongs to what goes back to her; with a refusal there is nothing left to do.
              if (due) setRequest(picked.request);
              setWrong(wrong.filter((each) => each.id !== `${id}-reason`));
            }}
          />
          <TextArea
            id={`${id}-reason`}
            label="理由"
            value={reason}
            maxLength={500}
            onInput={setReason}
            error={problemOf(wrong, `${id}-reason`)}
          />
        </>
      )}
      {asksRequest && (
        <TextArea
          id={`${id}-request`}
          label="お願い"
          optional
          value={request}
          maxLength={500}
          onInput={setRequest}
        />
      )}
      {due && (
        <TextField
          id={`${id}-due`}
          label="補正期限"
          support={fixBy === undefined ? '例：2026/12/8' : writeDeadline(fixBy)}
          value={day}
          onInput={setDay}
          error={problemOf(wrong, `${id}-due`)}
        />
      )}
      <Remark text={props.remark} />
    </StepBefore>
  );
}

/** 理由文例: one fills in the reason, and with a 差戻し the request. */
function Examples({
  reasons,
  onPick,
}: {
  reasons: readonly { reason: string; request: string }[];
  onPick: (picked: { reason: string; request: string }) => void;
}) {
  const id = useId();
  if (reasons.length === 0) return null;
  return (
    <div class="field">
      <label for={id}>理由文例</label>
      <select
        id={id}
        class="input"
        onChange={(event) => {
          const picked = reasons[event.currentTarget.selectedIndex - 1];
          if (picked) onPick(picked);
        }}
      >
        <option>選んでください</option>
        {reasons.map(({ reason }) => (
          <option key={reason}>{reason}</option>
        ))}
      </select>
    </div>
  );
}
