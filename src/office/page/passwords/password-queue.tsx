import { useState } from 'preact/hooks';
import type { OperatingMode } from '../../../contract/office-operation';
import { Busy } from '../../../ui/busy';
import { Refusal } from '../parts/refusal';
import { useRead } from '../parts/use-read';
import { PasswordCases } from './password-cases';

type State = '要確認' | '開始前';

const NAMES: Record<State, string> = {
  要確認: '確認を待っている回答',
  開始前: '取扱いを始める前の回答',
};

interface PasswordQueueProps {
  mode: OperatingMode | undefined;
  /** Another number reads again. */
  round: number;
  onDecided: () => void;
}

/** パスワード: the form answers that wait for a person, each with its reason, what differs, and the decision. */
export function PasswordQueue({ mode, round, onDecided }: PasswordQueueProps) {
  const [state, setState] = useState<State>('要確認');
  const { value: queue, attempt, again, turn } = useRead('passwordQueue', { state }, round);
  return (
    <section class="flow">
      <h2 class="name-only">パスワードの送付</h2>
      <StateSwitch state={state} onPick={setState} />
      <Refusal attempt={attempt} />
      {queue ? (
        <PasswordCases
          key={turn}
          queue={queue}
          name={NAMES[state]}
          mode={mode}
          onDecided={onDecided}
          onMore={again}
        />
      ) : (
        <Busy when={!attempt} text="回答を読んでいます。" />
      )}
    </section>
  );
}

function StateSwitch({ state, onPick }: { state: State; onPick: (state: State) => void }) {
  return (
    <fieldset class="switch">
      <legend class="name-only">状態</legend>
      {(Object.keys(NAMES) as State[]).map((each) => (
        <label key={each} class="tick">
          <input type="radio" name="state" checked={each === state} onChange={() => onPick(each)} />
          {each}
        </label>
      ))}
    </fieldset>
  );
}
