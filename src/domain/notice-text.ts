import { DomainError } from './errors';

/** Value of a field: one line, or several. */
export type FieldValue = string | readonly string[];

const FIELD = /\{\{([^{}]*)\}\}/g;
const LINE_BREAK = /\r\n?|[\n\v\f\u2028\u2029]/;
/** Controls of C0 and C1, DEL, and marks that turn the direction of writing: they could disguise what a mail says. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]/g;

/** Names of the fields `{{項目}}` a text uses, each once, in order. */
export function usedFields(template: string): string[] {
  return [...new Set([...template.matchAll(FIELD)].map((match) => (match[1] ?? '').trim()))];
}

/**
 * The text with its fields filled in. A field that `fields` does not know: DomainError UNKNOWN_FIELD; one without a
 * value (undefined, or blank unless named in `mayBeBlank`): MISSING_VALUE. A field alone on its line of a longer text may
 * bring several lines; anywhere else line breaks become blanks. Other control characters go; values are not expanded again.
 */
export function fillIn(
  template: string,
  fields: Readonly<Record<string, FieldValue | undefined>>,
  mayBeBlank: readonly string[] = [],
): string {
  return template.replace(FIELD, (whole: string, name: string, at: number) => {
    const field = name.trim();
    if (!Object.prototype.hasOwnProperty.call(fields, field))
      throw new DomainError('UNKNOWN_FIELD', { field });
    const value = fields[field];
    const lines = (typeof value === 'string' ? value.split(LINE_BREAK) : (value ?? [])).map(clean);
    const text = lines.join(isAlone(template, at, at + whole.length) ? '\n' : ' ');
    if (text.trim() === '' && !(value !== undefined && mayBeBlank.includes(field))) {
      throw new DomainError('MISSING_VALUE', { field });
    }
    return text;
  });
}

function isAlone(template: string, from: number, to: number): boolean {
  const starts = from === 0 || template[from - 1] === '\n';
  const ends = to === template.length || template[to] === '\n';
  return starts && ends && template.includes('\n');
}

/** The body with its 通知番号 as the last line: （N26-000123）. */
export function withNoticeNumber(body: string, number: string): string {
  return `${body.replace(/\s+$/, '')}\n\n（${number}）`;
}

function clean(line: string): string {
  return line.replace(/\t/g, ' ').replace(CONTROLS, '');
}
