import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OfficeValues } from '../../../contract/office';
import type { NotificationCase, NotificationLeft } from '../../../contract/office-notifications';
import type { OperatingMode } from '../../../contract/office-operation';
import { writeDay, writeDeadline } from '../../../domain/fields/date';
import { Button } from '../../../ui/button';
import { dayLabel, nameOfKind, noteLabel, written } from '../../../ui/notification-words';
import { CaseHead } from '../parts/case-head';
import { sayMode } from '../parts/decision-words';
import { EvidenceSwitch } from '../parts/evidence-switch';
import { Refusal } from '../parts/refusal';
import { Remark } from '../parts/remark';
import { StillOpen, type Left } from '../parts/still-open';
import { usePress } from '../parts/use-press';
import { NotificationStep } from './notification-step';
import { isOver, sayDone, sayLeft, type Decision } from './notification-words';

const DECISIONS: readonly Decision[] = ['承認', '差戻し', '不承認'];

interface CaseProps {
  case: NotificationCase;
  queue: OfficeValues['notificationQueue'];
  mode: OperatingMode | undefined;
  /** The one before was decided: the focus goes on to this one's 「承認」. */
  isNext: boolean;
  /** 証明書類の状態 was set. */
  onEvidence: (state: string) => void;
  /** Nobody has to decide it any more. */
  onLeave: (sentence: string) => void;
  onRow: () => void;
}

/** One 変更届 that waits: old and new, what 台帳 holds now, 証明書類, and the decision with its step before. */
export function NotificationCard(props: CaseProps) {
  const { case: each, queue, mode, isNext, onEvidence, onLeave, onRow } = props;
  const { receipt, place, evidence } = each;
  const [asking, setAsking] = useState<Decision>();
  const [stopped, setStopped] = useState<Decision>();
  const [left, setLeft] = useState<Left>();
  const { busy, attempt, press, forget } = usePress();
  const who = `${each.name}（${each.number}）`;

  /** What is left ends here or stays with its reason. */
  const take = (answer: { done: true } | NotificationLeft, onDone: () => void) => {
    setAsking(undefined);
    setStopped(undefined);
    if (answer.done) onDone();
    else if (isOver(answer.reason)) onLeave(sayLeft(answer.reason, answer.about));
    else setLeft({ text: sayLeft(answer.reason, answer.about) });
  };
  const decide = (decision: Decision, words: object) =>
    press('decideNotification', { receipt, place, decision, ...words }, (value) =>
      take(value, () => value.done && onLeave(sayDone(decision, value, mode))),
    );
  const arrive = (state: '郵送待ち' | '受領済') => {
    setLeft(undefined);
    press('setNotificationEvidence', { receipt, place, state }, (value) =>
      take(value, () => onEvidence(state)),
    );
  };

  return (
    <article class="case" aria-label={who}>
      <CaseHead name={each.name} number={each.number} about={receipt} onRow={onRow} />
      <p class="reason">{nameOfKind(each.kind)}</p>
      <Facts case={each} />
      {!asking && <Refusal attempt={attempt} />}
      {!asking && <StillOpen left={left} />}
      {asking ? (
        <NotificationStep
          case={each}
          decision={asking}
          queue={queue}
          remark={sayMode(mode)}
          busy={busy}
          attempt={attempt}
          onPress={(words) => decide(asking, words)}
          onStop={() => {
            setStopped(asking);
            setAsking(undefined);
          }}
        />
      ) : (
        <Choice
          focus={isNext && stopped === undefined ? '承認' : stopped}
          evidence={evidence}
          busy={busy}
          onEvidence={arrive}
          onAsk={(decision) => {
            forget();
            setLeft(undefined);
            setAsking(decision);
          }}
        />
      )}
    </article>
  );
}

interface ChoiceProps {
  /** Whose button takes the focus. */
  focus: Decision | undefined;
  evidence: string;
  busy: boolean;
  onEvidence: (to: '郵送待ち' | '受領済') => void;
  onAsk: (decision: Decision) => void;
}

function Choice({ focus, evidence, busy, onEvidence, onAsk }: ChoiceProps) {
  const pressed = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => pressed.current?.focus(), [focus]);
  return (
    <>
      <EvidenceSwitch state={evidence} busy={busy} onSwitch={onEvidence} />
      <div class="buttons">
        {DECISIONS.map((decision) => (
          <Button
            key={decision}
            kind={decision === '承認' ? 'primary' : 'secondary'}
            {...(decision === focus && { buttonRef: pressed })}
            onClick={() => onAsk(decision)}
          >
            {decision}
          </Button>
        ))}
      </div>
    </>
  );
}

function Facts({ case: each }: { case: NotificationCase }) {
  const { changes, onFile, note, readable, kind, changedOn, notifiedOn, state, fixBy, reason } = each;
  return (
    <>
      {state === '処理中' && (
        <Remark text="シートで「状態」が書きかえられています。ここで決めるまで、決定にはなりません。" />
      )}
      {state === '差戻し' && (
        <Remark
          text={`差戻し中（${fixBy === '' ? '期限なし' : `${writeDeadline(fixBy)}まで`}）${each.overdue ? '期限を過ぎました。' : ''}：${reason.replace(/\n/g, '')}`}
        />
      )}
      {!readable && <Remark text={`「内容」を読み取れません：${note}`} />}
      {changes.map(({ item, before, after }, at) => (
        <table class="compare" key={item}>
          <caption>{item}</caption>
          <thead>
            <tr>
              <th scope="col">変更前</th>
              <th scope="col">変更後</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>{written(before, '（なし）')}</td>
              <td>
                <strong>{written(after, '（なし）')}</strong>
              </td>
            </tr>
          </tbody>
          {onFile[at] !== before && (
            <tfoot>
              <tr>
                <td colSpan={2}>いまの台帳：{written(onFile[at] ?? '', '（なし）')}</td>
              </tr>
            </tfoot>
          )}
        </table>
      ))}
      {readable && note !== '' && (
        <p>
          {noteLabel(kind)}：{note}
        </p>
      )}
      {changes.length === 0 && readable && <p>いまの状態：{each.personState || '（空欄）'}</p>}
      <div class="quiet">
        {changedOn !== '' && (
          <p>
            {dayLabel(kind)} {writeDay(changedOn)}
          </p>
        )}
        <p>
          届出日 {writeDay(notifiedOn)}
          {each.enteredBy === '事務局' && '（紙）'}
        </p>
      </div>
    </>
  );
}
