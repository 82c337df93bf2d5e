import { describedBy, Field, type FieldProps } from './field';

interface TextAreaProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  maxLength: number;
}

/** Text of a sentence or two, all of it in sight. */
export function TextArea({ value, onInput, maxLength, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      <textarea
        class="input"
        id={field.id}
        rows={3}
        value={value}
        maxLength={maxLength}
        aria-required={!field.optional}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={describedBy(field)}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </Field>
  );
}
