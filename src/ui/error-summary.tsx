import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** One thing that is wrong: the id of its field and the sentence that says what to do. */
export interface Problem {
  id: string;
  text: string;
}

/** The sentence for a field, if something is wrong with it. */
export function problemOf(problems: readonly Problem[], id: string): string | undefined {
  return problems.find((problem) => problem.id === id)?.text;
}

interface ErrorSummaryProps {
  title: string;
  problems?: readonly Problem[];
  /** More than a sentence: what to check, whom to call. */
  children?: ComponentChildren;
  /** The attempt it belongs to: a new one brings the focus here again. */
  attempt: unknown;
}

/** What went wrong, above the form: read out, focused, with links to the fields. */
export function ErrorSummary({ title, problems = [], children, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [attempt]);
  const show = (event: Event, id: string) => {
    event.preventDefault(); // Google's frame would open the fragment as a page
    document.getElementById(id)?.focus();
  };
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box}>
      <p class="notice-title">{title}</p>
      {problems.length > 0 && (
        <ul>
          {problems.map(({ id, text }) => (
            <li key={id}>
              <a href={`#${id}`} onClick={(event) => show(event, id)}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}
