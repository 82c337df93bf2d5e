import { describedBy, Field, type FieldProps } from './field';
import { onPasteLastLine } from './paste';

export interface PasswordFieldProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  shown: boolean;
  autocomplete: 'current-password' | 'new-password';
  /** Left out where another field's switch turns this one too. */
  onShow?: (shown: boolean) => void;
}

/** A password with the switch 「表示する」; pasting and password managers work. */
export function PasswordField({ value, onInput, shown, onShow, autocomplete, ...field }: PasswordFieldProps) {
  // One element for both, so that focus and caret stay; its types know only one at a time.
  const type = (shown ? 'text' : 'password') as 'password';
  const tick = onShow && (
    <label class="tick">
      <input type="checkbox" checked={shown} onChange={(event) => onShow(event.currentTarget.checked)} />
      表示する
    </label>
  );
  return (
    <Field {...field} after={tick}>
      <input
        class="input"
        id={field.id}
        type={type}
        value={value}
        autocomplete={autocomplete}
        autocapitalize="none"
        autocorrect="off"
        spellcheck={false}
        aria-required="true"
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={describedBy(field)}
        onInput={(event) => onInput(event.currentTarget.value)}
        onPaste={(event) => onPasteLastLine(event, onInput)}
      />
    </Field>
  );
}
