interface StateSwitchProps<State extends string> {
  name: string;
  states: readonly State[];
  state: State;
  onPick: (state: State) => void;
}

/** Which state of a queue is shown. */
export function StateSwitch<State extends string>({ name, states, state, onPick }: StateSwitchProps<State>) {
  return (
    <fieldset class="switch">
      <legend class="name-only">状態</legend>
      {states.map((each) => (
        <label key={each} class="tick">
          <input type="radio" name={name} checked={each === state} onChange={() => onPick(each)} />
          {each}
        </label>
      ))}
    </fieldset>
  );
}
