import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OperatingMode } from '../../../contract/office-operation';
import type { PasswordCase, PasswordDecisions } from '../../../contract/office-passwords';
import { Button } from '../../../ui/button';
import { sayDoubts, sayMode, type Decision } from '../parts/decision-words';
import { GroupBar } from '../parts/group-bar';
import { PersonName } from '../parts/person-name';
import { Remark } from '../parts/remark';
import { Samples } from '../parts/samples';
import { Addresses } from './addresses';
import { DecisionStep } from './decision-step';
import { useDecision } from './use-decision';

const PRESS: Record<Decision, string> = { 送付する: 'まとめて送付', 送付しない: 'まとめて送付しない' };
const DECISIONS: readonly Decision[] = ['送付する', '送付しない'];

interface GroupProps {
  /** The responses one can tick now, and those ticked. */
  shown: readonly PasswordCase[];
  ticked: readonly PasswordCase[];
  mode: OperatingMode | undefined;
  asking: Decision | undefined;
  onAsk: (decision: Decision | undefined) => void;
  onTickAll: (ticked: boolean) => void;
  onTaken: (decision: Decision, group: readonly PasswordCase[], value: PasswordDecisions) => void;
}

/** 「すべて選ぶ」, 「まとめて送付」, 「まとめて送付しない」, and the step before with count and samples. */
export function Group({ shown, ticked, mode, asking, onAsk, onTickAll, onTaken }: GroupProps) {
  const { busy, attempt, decide } = useDecision();
  const [stopped, setStopped] = useState<Decision>();
  const [nothing, setNothing] = useState<object>();
  const pressed = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (!asking) pressed.current?.focus();
  }, [asking]);

  if (asking) {
    // Newest first: of several answers of one person the server takes the first it is given.
    const ids = ticked.map(({ responseId }) => responseId).reverse();
    return (
      <section class="case">
        <DecisionStep
          rank="h3"
          title={
            asking === '送付する'
              ? `選んだ${String(ticked.length)}件に送付しますか`
              : `選んだ${String(ticked.length)}件に送付しないことにしますか`
          }
          press={PRESS[asking]}
          busy={busy}
          attempt={attempt}
          onPress={(memo) => decide(asking, ids, memo, (value) => onTaken(asking, ticked, value))}
          onStop={() => {
            setStopped(asking);
            onAsk(undefined);
          }}
        >
          <p>
            {asking === '送付する'
              ? 'パスワードのメールを、それぞれの回答（新）のアドレスに送ります。'
              : 'これらの回答には、メールを送りません。'}
          </p>
          {asking === '送付する' && <Remark text={sayMode(mode) + sayDoubts(ticked)} />}
          <Samples
            cases={ticked}
            show={(each) => (
              <>
                <p>
                  <PersonName {...each} strong />
                </p>
                <p class="quiet">{each.reason}</p>
                <Addresses newMail={each.newMail} oldMail={each.oldMail} />
              </>
            )}
          />
        </DecisionStep>
      </section>
    );
  }

  const ask = (decision: Decision) => {
    setNothing(ticked.length === 0 ? {} : undefined);
    if (ticked.length > 0) onAsk(decision);
  };
  return (
    <GroupBar
      label="まとめて決める"
      tickAll="すべて選ぶ"
      all={shown.length}
      ticked={ticked.length}
      onTickAll={onTickAll}
      nothing={nothing}
      hint="まとめて決める回答に、先に印を付けてください。"
    >
      <div class="buttons">
        {DECISIONS.map((decision) => (
          <Button
            key={decision}
            size="small"
            {...(decision === stopped && { buttonRef: pressed })}
            onClick={() => ask(decision)}
          >
            {PRESS[decision]}
          </Button>
        ))}
      </div>
    </GroupBar>
  );
}
