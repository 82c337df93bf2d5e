import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { parseDay, writeDeadline } from '../../../domain/fields/date';
import { Busy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { ErrorSummary, problemOf } from '../../../ui/error-summary';
import { TextArea } from '../../../ui/text-area';
import { TextField } from '../../../ui/text-field';
import { Refusal, type Attempt } from './refusal';
import { Remark } from './remark';

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

/** The step before a decision: what will happen, and where needed the words to the person; Enter decides, Escape stops. */
export function WordsStep(props: WordsStepProps) {
  const Heading = props.rank ?? 'h4';
  const { title, press, reasons, asksRequest, due, remark, busy, attempt, onPress, onStop, children } = props;
  const id = useId();
  const box = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState('');
  const [request, setRequest] = useState('');
  const [day, setDay] = useState(due?.fixBy ?? '');
  const [wrong, setWrong] = useState<{ id: string; text: string }[]>([]);
  const start = reasons ? Heading : 'button';
  useLayoutEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.querySelector<HTMLElement>(start)?.focus();
  }, [start]);

  const fixBy = parseDay(day);
  const submit = (event: Event) => {
    event.preventDefault(); // Google's frame would send the form to another page
    if (busy) return;
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
    <form
      ref={box}
      class="step"
      aria-labelledby={`${id}-title`}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing && !busy) onStop();
      }}
    >
      <Heading id={`${id}-title`} tabIndex={-1}>
        {title}
      </Heading>
      <Refusal attempt={attempt} />
      {wrong.length > 0 && <ErrorSummary title="入力をお確かめください。" problems={wrong} attempt={wrong} />}
      {children}
      {reasons && (
        <>
          <Examples
            reasons={reasons}
            onPick={(picked) => {
              setReason(picked.reason);
              setRequest(picked.request);
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
      <Remark text={remark} />
      <div class="buttons">
        <Button type="submit" kind="primary" busy={busy}>
          {press}
        </Button>
        <Button onClick={() => !busy && onStop()}>やめる</Button>
      </div>
      <Busy when={busy} text="記録しています。" />
    </form>
  );
}

/** 理由文例: one fills in both texts. */
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
