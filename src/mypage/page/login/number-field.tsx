import { problemOf, type Problem } from '../../../ui/error-summary';
import { TextField } from '../../../ui/text-field';

interface NumberFieldProps {
  /** What a number is called here. */
  label: string;
  value: string;
  onInput: (number: string) => void;
  problems: readonly Problem[];
}

/** 登録番号, for the browser the name of the account. */
export function NumberField({ label, value, onInput, problems }: NumberFieldProps) {
  return (
    <TextField
      id="number"
      label={label}
      support="資格認定証書にある番号です。"
      value={value}
      onInput={onInput}
      autocomplete="username"
      error={problemOf(problems, 'number')}
    />
  );
}
