import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OperatingMode } from '../../../contract/office-operation';
import type { PasswordCase, PasswordSkip } from '../../../contract/office-passwords';
import { Button } from '../../../ui/button';
import { ErrorSummary } from '../../../ui/error-summary';
import { MailText } from '../../../ui/mail-text';
import { CaseHead } from '../parts/case-head';
import { isOver, sayDone, sayMode, saySkip, type Decision } from '../parts/decision-words';
import { Remark } from '../parts/remark';
import { explainReason } from '../words';
import { Addresses } from './addresses';
import { DecisionStep } from './decision-step';
import { useDecision } from './use-decision';

const DECISIONS: readonly Decision[] = ['送付する', '送付しない'];

interface CaseProps {
  case: PasswordCase;
  mode: OperatingMode | undefined;
  ticked: boolean;
  onTick: (ticked: boolean) => void;
  /** Nobody has to decide it any more; `focused`: the focus stood in it. */
  onLeave: (sentence: string, focused: boolean) => void;
  onRow: () => void;
}

/** One response that waits: reason, old and new, what differs, and the decision with its step before. */
export function Case({ case: each, mode, ticked, onTick, onLeave, onRow }: CaseProps) {
  const box = useRef<HTMLElement>(null);
  const [asking, setAsking] = useState<Decision>();
  const [stopped, setStopped] = useState<Decision>();
  const [skip, setSkip] = useState<{ reason: PasswordSkip }>();
  const { busy, attempt, decide } = useDecision();
  const who = `${each.name}（${each.number}）`;

  const press = (decision: Decision, memo: string) =>
    decide(decision, [each.responseId], memo, ({ skipped: [skipped] }) => {
      const focused = box.current?.contains(document.activeElement) ?? false;
      if (!skipped) onLeave(sayDone(decision, mode), focused);
      else if (isOver(skipped.reason)) onLeave(saySkip(skipped.reason), focused);
      else {
        setAsking(undefined);
        setStopped(undefined);
        setSkip({ reason: skipped.reason });
      }
    });
  const ask = (decision: Decision) => {
    setSkip(undefined);
    setAsking(decision);
  };
  const stop = () => {
    setStopped(asking);
    setAsking(undefined);
  };

  return (
    <article class="case" aria-label={who} ref={box}>
      <CaseHead
        name={each.name}
        number={each.number}
        about={`${each.received} 受付`}
        {...{ ticked, onTick, onRow }}
      />
      <p class="reason">{each.reason}</p>
      <p>{explainReason(each.reason)}</p>
      {each.memo && <p>メモ：{each.memo}</p>}
      <Comparison case={each} />
      {skip && (
        <ErrorSummary title="送付しませんでした。" attempt={skip}>
          <p>{saySkip(skip.reason)}</p>
        </ErrorSummary>
      )}
      {asking ? (
        <DecisionStep
          rank="h4"
          title={asking === '送付する' ? 'この宛先に送付しますか' : '送付しないことにしますか'}
          press={asking}
          busy={busy}
          attempt={attempt}
          onPress={(memo) => press(asking, memo)}
          onStop={stop}
        >
          {asking === '送付する' ? (
            <WhatGoesOut who={who} case={each} mode={mode} />
          ) : (
            <p>{who}のこの回答には、メールを送りません。</p>
          )}
        </DecisionStep>
      ) : (
        <Choice onAsk={ask} focus={stopped} />
      )}
    </article>
  );
}

function WhatGoesOut({
  who,
  case: { newMail, oldMail },
  mode,
}: {
  who: string;
  case: PasswordCase;
  mode: OperatingMode | undefined;
}) {
  return (
    <>
      <p>{who}のパスワードを、回答（新）のアドレスに送ります。</p>
      <Addresses newMail={newMail} oldMail={oldMail} />
      {newMail !== oldMail && (
        <p class="quiet">
          台帳のアドレスは、ご本人がこのパスワードでログインすると、新しいものに変わります。
        </p>
      )}
      <Remark text={sayMode(mode)} />
    </>
  );
}

interface ChoiceProps {
  /** The decision whose step before was left with 「やめる」: the focus comes back to its button. */
  focus: Decision | undefined;
  onAsk: (decision: Decision) => void;
}

function Choice({ focus, onAsk }: ChoiceProps) {
  const pressed = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => pressed.current?.focus(), []);
  return (
    <div class="buttons">
      {DECISIONS.map((decision) => (
        <Button
          key={decision}
          kind={decision === '送付する' ? 'primary' : 'secondary'}
          {...(decision === focus && { buttonRef: pressed })}
          onClick={() => onAsk(decision)}
        >
          {decision}
        </Button>
      ))}
    </div>
  );
}

function Comparison({ case: each }: { case: PasswordCase }) {
  const lines = [
    { label: 'メールアドレス', given: each.newMail, onFile: each.oldMail },
    ...each.differences.filter(({ label }) => label !== 'メールアドレス'),
  ];
  return (
    <>
      {lines.map(({ label, given, onFile }) => (
        <table class="compare" key={label}>
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">回答（新）</th>
              <th scope="col">台帳（旧）</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>{given ? <MailText mail={given} /> : '（なし）'}</td>
              <td>{onFile ? <MailText mail={onFile} /> : '（なし）'}</td>
            </tr>
          </tbody>
        </table>
      ))}
    </>
  );
}
