/** A form element as argument of google.script.run: its fields as name → text (facts/platform.md 2.3). */
import { invalidArgument } from './sanitise';

/** Field values of a form; several of one name are a list. */
export type FormValues = Record<string, string | string[]>;

interface Field {
  tagName: string;
  type: string;
  name: string;
  value: string;
  disabled: boolean;
  checked?: boolean;
  options?: ArrayLike<{ selected: boolean; value: string }>;
}

const WITHOUT_VALUE = new Set(['file', 'submit', 'reset', 'button']);

function fieldValues(field: Field): [string, string][] {
  const name = field.name;
  if (field.disabled || field.tagName === 'FIELDSET' || WITHOUT_VALUE.has(field.type)) return [];
  if (field.type === 'image') {
    return [
      [name, field.value],
      [`${name}.x`, '0'],
      [`${name}.y`, '0'],
    ];
  }
  if ((field.type === 'checkbox' || field.type === 'radio') && field.checked !== true) return [];
  if (field.type !== 'select-multiple') return [[name, field.value]];
  return Array.from(field.options ?? [])
    .filter(({ selected }) => selected)
    .map(({ value }): [string, string] => [name, value]);
}

/** Whether an argument is a form element, of whichever frame. */
export function isForm(value: unknown): value is HTMLFormElement {
  return (
    typeof value === 'object' &&
    value !== null &&
    'nodeType' in value &&
    value.nodeType === 1 &&
    'tagName' in value &&
    value.tagName === 'FORM'
  );
}

/** Reads a form that is the only argument of a call. Throws InvalidArgumentError beside others; files are not built. */
export function formValues(form: Pick<HTMLFormElement, 'elements'>, argumentCount: number): FormValues {
  if (argumentCount > 1) throw invalidArgument('Forms with file inputs must be the only parameter.');
  const fields = Array.from(form.elements as unknown as ArrayLike<Field>);
  if (fields.some(({ type, disabled }) => type === 'file' && !disabled)) {
    throw new Error('NotInWorkspace: google.script.run with a form that holds a file input');
  }
  const values: FormValues = {};
  for (const [name, value] of fields.flatMap(fieldValues)) {
    const earlier = Object.hasOwn(values, name) ? values[name] : undefined;
    if (earlier === undefined) values[name] = value;
    else values[name] = Array.isArray(earlier) ? [...earlier, value] : [earlier, value];
  }
  return values;
}
