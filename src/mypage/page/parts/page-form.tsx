import type { ComponentChildren } from 'preact';
import { FormFailure } from './form-failure';
import type { Failure } from './use-form';

interface PageFormProps {
  /** As wide as what is typed, also on a wide screen. */
  narrow?: boolean;
  failure: Failure | undefined;
  onSubmit: () => void;
  children: ComponentChildren;
}

/** A form of My Page: what went wrong above it; Enter sends it. */
export function PageForm({ narrow = false, failure, onSubmit, children }: PageFormProps) {
  return (
    <form
      class={narrow ? 'form login' : 'form'}
      noValidate
      onSubmit={(event) => {
        event.preventDefault(); // Google's frame would send the form to another page
        onSubmit();
      }}
    >
      <FormFailure failure={failure} />
      {children}
    </form>
  );
}
