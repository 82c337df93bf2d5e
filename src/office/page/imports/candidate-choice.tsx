import type { Candidate } from '../../../contract/office-import';

interface CandidateChoiceProps {
  id: string;
  label: string;
  candidates: readonly Candidate[];
  /** 登録番号, `''` = no registrant, undefined = not chosen. */
  value: string | undefined;
  onChoose: (number: string | undefined) => void;
}

const OPEN = '?';

/** Whose row it is: one of the candidates, nobody of ours, or left open. */
export function CandidateChoice({ id, label, candidates, value, onChoose }: CandidateChoiceProps) {
  const chosen = value !== undefined && value !== '' && !candidates.some(({ number }) => number === value);
  return (
    <select
      id={id}
      class="input"
      aria-label={label}
      value={value ?? OPEN}
      onChange={({ currentTarget: { value: next } }) => onChoose(next === OPEN ? undefined : next)}
    >
      <option value={OPEN}>あとで選ぶ</option>
      {chosen && <option value={value}>{value}</option>}
      {candidates.map(({ number, name, kana, company, same }) => (
        <option key={number} value={number}>
          {[number, name, kana, company].filter((part) => part !== '').join(' ')}（
          {same.length > 0 ? `${same.join('・')}が同じ` : '登録番号で選んだ方'}）
        </option>
      ))}
      <option value="">登録者ではない</option>
    </select>
  );
}
