import { describedBy, FieldError, Need, Support, type FieldProps } from './field';

/** One of a few choices, all of them in sight; the first has the id, so that errors and links point at it. */
export function ChoiceField({
  value,
  onInput,
  choices,
  ...field
}: FieldProps & {
  value: string;
  onInput: (value: string) => void;
  choices: readonly { value: string; name: string }[];
}) {
  return (
    <fieldset class="field" aria-describedby={describedBy(field)}>
      <legend>
        <span class="label-line">
          {field.label} <Need optional={field.optional} />
        </span>
      </legend>
      <Support {...field} />
      <div class="choices">
        {choices.map((choice, index) => (
          <label class="tick" key={choice.value}>
            <input
              type="radio"
              name={field.id}
              id={index === 0 ? field.id : `${field.id}-${String(index)}`}
              checked={choice.value === value}
              onChange={() => onInput(choice.value)}
            />
            {choice.name}
          </label>
        ))}
      </div>
      <FieldError {...field} />
    </fieldset>
  );
}
