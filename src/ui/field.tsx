import type { ComponentChildren } from 'preact';

/** What every field of a form is given. */
export interface FieldProps {
  /** Unique on the page; the error summary links to it. */
  id: string;
  label: string;
  optional?: boolean;
  support?: ComponentChildren;
  error?: string | undefined;
}

/** The ids of support text and error, for `aria-describedby`; undefined when there is neither. */
export function describedBy({ id, support, error }: FieldProps): string | undefined {
  const ids = [support ? `${id}-support` : '', error ? `${id}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** ※必須 as text; the field itself says `aria-required`. It stands beside the label, so that the label is only the name. */
export function Need({ optional }: { optional?: boolean | undefined }) {
  return (
    <span class={optional ? 'quiet' : 'need'} aria-hidden="true">
      {optional ? '任意' : '※必須'}
    </span>
  );
}

/** Support text above the input. */
export function Support({ id, support }: FieldProps) {
  return support ? (
    <div class="support" id={`${id}-support`}>
      {support}
    </div>
  ) : null;
}

/** What is wrong and what to do, below the input. */
export function FieldError({ id, error }: FieldProps) {
  return error ? (
    <p class="wrong" id={`${id}-error`}>
      ＊{error}
    </p>
  ) : null;
}

/** A field with its label above, ※必須, support text, the input given as child, its error, and what stands `after` it. */
export function Field({
  children,
  after,
  ...field
}: FieldProps & { children: ComponentChildren; after?: ComponentChildren }) {
  return (
    <div class="field">
      <div class="label-line">
        <label for={field.id}>{field.label}</label>
        <Need optional={field.optional} />
      </div>
      <Support {...field} />
      {children}
      <FieldError {...field} />
      {after}
    </div>
  );
}
