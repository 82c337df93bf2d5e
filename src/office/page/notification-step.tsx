import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { NotificationCase, OfficeArgs, OfficeValues } from '../../contract/office';
import { parseDay, writeDeadline } from '../../domain/fields/date';
import { Busy } from '../../ui/busy';
import { Button } from '../../ui/button';
import { ErrorSummary, problemOf } from '../../ui/error-summary';
import { kindWarning } from '../../ui/notification-words';
import { TextArea } from '../../ui/text-area';
import { TextField } from '../../ui/text-field';
import type { Decision } from './notification-words';
import { Refusal, type Attempt } from './refusal';
import { Remark } from './remark';

type Words = Pick<OfficeArgs<'decideNotification'>, 'reason' | 'request' | 'fixBy'>;

interface NotificationStepProps {
  case: NotificationCase;
  decision: Decision;
  queue: OfficeValues['notificationQueue'];
  /** What one should know of the mail; `''` if nothing. */
  remark: string;
  busy: boolean;
  attempt: Attempt | undefined;
  onPress: (words: Words) => void;
  onStop: () => void;
}

const TITLES: Record<Decision, string> = {
  承認: 'この内容で承認しますか',
  差戻し: 'ご本人に差し戻しますか',
  不承認: '不承認にしますか',
};

/** The step before a decision: what will happen, for 差戻し and 不承認 the words to the person; Enter decides, Escape stops. */
export function NotificationStep(props: NotificationStepProps) {
  const { case: each, decision, queue, remark, busy, attempt, onPress, onStop } = props;
  const id = useId();
  const box = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState('');
  const [request, setRequest] = useState('');
  const [due, setDue] = useState(queue.fixBy);
  const [wrong, setWrong] = useState<{ id: string; text: string }[]>([]);
  useLayoutEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
    const first = decision === '承認' ? 'button' : 'h4';
    box.current?.querySelector<HTMLElement>(first)?.focus();
  }, [decision]);

  const fixBy = parseDay(due);
  const submit = (event: Event) => {
    event.preventDefault(); // Google's frame would send the form to another page
    if (busy) return;
    const problems = [
      ...(decision !== '承認' && reason.trim() === ''
        ? [{ id: `${id}-reason`, text: '「理由」を入力してください。' }]
        : []),
      ...(decision === '差戻し' && (fixBy === undefined || fixBy < queue.today)
        ? [{ id: `${id}-due`, text: '「補正期限」は、今日よりあとの日付にしてください。' }]
        : []),
    ];
    setWrong(problems);
    if (problems.length > 0) return;
    if (decision === '承認') onPress({});
    else onPress({ reason, request, ...(decision === '差戻し' && fixBy !== undefined && { fixBy }) });
  };
  const warning = decision === '承認' ? kindWarning(each.kind) : undefined;
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
      <h4 id={`${id}-title`} tabIndex={-1}>
        {TITLES[decision]}
      </h4>
      <Refusal attempt={attempt} />
      {wrong.length > 0 && <ErrorSummary title="入力をお確かめください。" problems={wrong} attempt={wrong} />}
      {decision === '承認' ? (
        <p>{each.changes.length > 0 ? '台帳を「変更後」の内容に書きかえます。' : NOTHING[each.kind]}</p>
      ) : (
        <>
          <Examples
            reasons={queue.reasons}
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
          <TextArea
            id={`${id}-request`}
            label="お願い"
            optional
            value={request}
            maxLength={500}
            onInput={setRequest}
          />
          {decision === '差戻し' && (
            <TextField
              id={`${id}-due`}
              label="補正期限"
              support={fixBy === undefined ? '例：2026/12/8' : writeDeadline(fixBy)}
              value={due}
              onInput={setDue}
              error={problemOf(wrong, `${id}-due`)}
            />
          )}
        </>
      )}
      {warning && <Remark text={warning.lines.slice(0, -1).join('')} />}
      <Remark text={remark} />
      <div class="buttons">
        <Button type="submit" kind="primary" busy={busy}>
          {decision === '承認' ? '承認する' : decision === '差戻し' ? '差し戻す' : '不承認にする'}
        </Button>
        <Button onClick={() => !busy && onStop()}>やめる</Button>
      </div>
      <Busy when={busy} text="記録しています。" />
    </form>
  );
}

/** What an approval writes that names no item. */
const NOTHING: Readonly<Record<string, string>> = {
  登録辞退: '台帳の状態を「登録抹消」にします。ログインと、送信待ちのお知らせを止めます。',
  休止: '台帳の状態を「休止」にします。',
  その他: '台帳は書きかえません。必要な修正は、台帳で行ってください。',
};

/** 理由文例: one fills in both texts. */
function Examples({
  reasons,
  onPick,
}: {
  reasons: NotificationStepProps['queue']['reasons'];
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
