import { dayFromParts, parseDay, type EraName } from '../domain/fields/date';
import { describedBy, FieldError, Need, Support, type FieldProps } from './field';

/** A day as typed: era and three texts in any width. */
export interface DayParts {
  era: EraName;
  year: string;
  month: string;
  day: string;
}

/** Nothing typed yet. */
export const NO_DAY: DayParts = { era: '西暦', year: '', month: '', day: '' };

const ERAS: readonly EraName[] = ['西暦', '昭和', '平成', '令和'];

/** Whether nothing was typed. */
export function isBlankDay({ year, month, day }: DayParts): boolean {
  return `${year}${month}${day}`.trim() === '';
}

/** The day as `YYYY-MM-DD`, undefined if it does not exist; 昭和38 or S38 may also stand in the box 「年」. */
export function dayOfParts({ era, year, month, day }: DayParts): string | undefined {
  return dayFromParts(era, year, month, day) ?? parseDay(`${year.replace(/年\s*$/, '')}年${month}月${day}日`);
}

/** Three boxes 「年」「月」「日」 and the era; errors and links point at 「年」, which has the id. `plain`: no birth date to fill in. */
export function DateParts({
  value,
  onInput,
  plain = false,
  ...field
}: FieldProps & { value: DayParts; onInput: (value: DayParts) => void; plain?: boolean }) {
  const box = (key: 'year' | 'month' | 'day', label: string, id: string) => (
    <span class="date-part">
      <input
        class={`input ${key}`}
        id={id}
        type="text"
        inputMode={key === 'year' ? 'text' : 'numeric'}
        value={value[key]}
        autocomplete={plain ? 'off' : `bday-${key}`}
        aria-required={!field.optional}
        aria-invalid={field.error ? 'true' : undefined}
        aria-describedby={field.error ? `${field.id}-error` : undefined}
        onInput={(event) => onInput({ ...value, [key]: event.currentTarget.value })}
      />
      <label for={id}>{label}</label>
    </span>
  );
  return (
    <fieldset class="field" aria-describedby={describedBy(field)}>
      <legend>
        <span class="label-line">
          {field.label} <Need optional={field.optional} />
        </span>
      </legend>
      <Support {...field} />
      <div class="date-parts">
        <span class="date-part">
          <select
            class="input"
            aria-label="西暦・元号"
            value={value.era}
            onChange={(event) => onInput({ ...value, era: event.currentTarget.value as EraName })}
          >
            {ERAS.map((era) => (
              <option key={era}>{era}</option>
            ))}
          </select>
        </span>
        {box('year', '年', field.id)}
        <span class="date-pair">
          {box('month', '月', `${field.id}-month`)}
          {box('day', '日', `${field.id}-day`)}
        </span>
      </div>
      <FieldError {...field} />
    </fieldset>
  );
}
