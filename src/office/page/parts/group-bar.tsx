import type { ComponentChildren } from 'preact';
import { ErrorSummary } from '../../../ui/error-summary';

interface GroupBarProps {
  /** What is done together here. */
  label: string;
  /** Name of the box that ticks all of `all`. */
  tickAll: string;
  all: number;
  ticked: number;
  onTickAll: (ticked: boolean) => void;
  /** It was pressed with nothing ticked: `hint` says what to tick; each press a new object. */
  nothing: object | undefined;
  hint: string;
  /** The buttons. */
  children: ComponentChildren;
}

/** Above a list: tick all of it, how many are ticked, and what can be done with them. */
export function GroupBar(props: GroupBarProps) {
  const { label, tickAll, all, ticked, onTickAll, nothing, hint, children } = props;
  return (
    <section class={ticked > 0 ? 'group sticks' : 'group'} aria-label={label}>
      <div class="spread">
        <label class="tick">
          <input
            type="checkbox"
            checked={ticked > 0 && ticked >= all}
            indeterminate={ticked > 0 && ticked < all}
            onChange={(event) => onTickAll(event.currentTarget.checked)}
          />
          {tickAll}
        </label>
        <span role="status">{ticked}件を選択中</span>
      </div>
      {children}
      {nothing && ticked === 0 && (
        <ErrorSummary title="まだ選ばれていません。" attempt={nothing}>
          <p>{hint}</p>
        </ErrorSummary>
      )}
    </section>
  );
}
