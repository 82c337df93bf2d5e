import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MendResult, MendWay, OfficeFinding } from '../../../contract/office-ledger';
import { Busy, useBusy } from '../../../ui/busy';
import { Button } from '../../../ui/button';
import { createClientKeys } from '../../../ui/client-key';
import { Refusal, type Attempt } from '../parts/refusal';
import { ask } from '../server';
import { askBefore, sayFinding, sayMended, WAYS } from './finding-words';

interface FindingCardProps {
  finding: OfficeFinding;
  onMended: () => void;
}

const LEFT: readonly MendResult[] = ['BY_HAND'];

/** One finding: what, how, the way to its rows, and the buttons that mend it; afterwards what was done. */
export function FindingCard({ finding, onMended }: FindingCardProps) {
  const { id, rows, ways } = finding;
  const { what, how } = sayFinding(finding);
  const [busy, run] = useBusy();
  const keys = useRef(createClientKeys()).current;
  const [asking, setAsking] = useState<MendWay>();
  const [attempt, setAttempt] = useState<Attempt>();
  const [said, setSaid] = useState<{ text: string; isOver: boolean }>();

  const show = (turn: number) =>
    run(async () => {
      const reply = await ask('showFinding', { id, turn });
      setAttempt(reply.ok ? undefined : { code: reply.code });
      if (reply.ok && !reply.value.isShown)
        setSaid({ text: '行が見つかりません。「最新にする」を押してください。', isOver: false });
    });
  const mend = (way: MendWay) =>
    run(async () => {
      const args = { id, way };
      const reply = await ask('mendFinding', args, keys.keyFor(args));
      setAttempt(reply.ok ? undefined : { code: reply.code });
      if (!reply.ok) return;
      keys.settled();
      setAsking(undefined);
      const { result, row } = reply.value;
      setSaid({ text: sayMended(result, row), isOver: !LEFT.includes(result) });
      onMended();
    });
  const press = (way: MendWay) => {
    setSaid(undefined);
    if (askBefore(way, finding) === '') mend(way);
    else setAsking(way);
  };

  return (
    <article class="case" aria-label={what}>
      <h3 class="finding">{what}</h3>
      {!said?.isOver && <p>{how}</p>}
      {!said?.isOver && rows.length > 0 && (
        <div class="jumps">
          {rows.slice(0, 5).map((row, turn) => (
            <button type="button" class="link" key={row} onClick={() => show(turn)}>
              {rows.length > 1 ? `${String(row)}行目を表示する` : 'この行を表示する'}
            </button>
          ))}
        </div>
      )}
      <Refusal attempt={attempt} />
      {said && (
        <p class={said.isOver ? 'done-line' : 'remark'} role="status">
          {said.text}
        </p>
      )}
      {asking && (
        <Question
          text={askBefore(asking, finding)}
          press={WAYS[asking]}
          busy={busy}
          onPress={() => mend(asking)}
          onStop={() => setAsking(undefined)}
        />
      )}
      {!asking && !said?.isOver && ways.length > 0 && (
        <div class="buttons">
          {ways.map((way, index) => (
            <Button
              key={way}
              kind={index === 0 && way !== 'accept' ? 'primary' : 'secondary'}
              busy={busy}
              onClick={() => press(way)}
            >
              {WAYS[way]}
            </Button>
          ))}
        </div>
      )}
      {busy && <Busy when text="台帳を調べています。" />}
    </article>
  );
}

interface QuestionProps {
  text: string;
  press: string;
  busy: boolean;
  onPress: () => void;
  onStop: () => void;
}

/** The step before: what will happen, yes or 「やめる」 (also Escape). */
function Question({ text, press, busy, onPress, onStop }: QuestionProps) {
  const line = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => line.current?.focus(), []);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing && !busy) onStop();
  };
  return (
    <div class="step" onKeyDown={onKey}>
      <p class="remark" tabIndex={-1} ref={line}>
        {text}
      </p>
      <div class="buttons">
        <Button kind="primary" busy={busy} onClick={onPress}>
          {press}
        </Button>
        <Button onClick={() => !busy && onStop()}>やめる</Button>
      </div>
    </div>
  );
}
