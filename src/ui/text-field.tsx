import { describedBy, Field, type FieldProps } from './field';
import { onPasteLastLine } from './paste';

export interface TextFieldProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  autocomplete?: string;
  inputMode?: 'text' | 'numeric' | 'email';
  maxLength?: number;
}

/** One line of text, in any width; what was typed is never altered here (`type=email` would alter and refuse it). */
export function TextField({ value, onInput, autocomplete, inputMode, maxLength, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      <input
        class="input"
        id={field.id}
        type="text"
        value={value}
        autocomplete={autocomplete ?? 'off'}
        inputMode={inputMode ?? 'text'}
        maxLength={maxLength}
        autocapitalize="none"
        spellcheck={false}
        aria-required={!field.optional}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={describedBy(field)}
        onInput={(event) => onInput(event.currentTarget.value)}
        onPaste={(event) => onPasteLastLine(event, onInput)}
      />
    </Field>
  );
}
