import { useId } from 'preact/hooks';
import type { PasswordCase } from '../../../contract/office-passwords';

interface ReasonFilterProps {
  cases: readonly PasswordCase[];
  /** The 照合結果 shown, `''` for all. */
  reason: string;
  onPick: (reason: string) => void;
}

/** Shows the responses of one 照合結果; not there while there is nothing to choose. */
export function ReasonFilter({ cases, reason, onPick }: ReasonFilterProps) {
  const id = useId();
  const reasons = [...new Set([...cases.map((each) => each.reason), ...(reason === '' ? [] : [reason])])];
  if (reasons.length < 2 && reason === '') return null;
  const count = (each: string) => cases.filter((one) => one.reason === each).length;
  return (
    <div class="filter">
      <label for={id}>照合結果</label>
      <select id={id} class="input" value={reason} onChange={(event) => onPick(event.currentTarget.value)}>
        <option value="">すべて（{cases.length}）</option>
        {reasons.map((each) => (
          <option key={each} value={each}>
            {each}（{count(each)}）
          </option>
        ))}
      </select>
    </div>
  );
}
