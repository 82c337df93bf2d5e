import { Fragment } from 'preact';

/** A sentence whose telephone numbers can be tapped and never break in the middle. */
export function PhoneText({ text }: { text: string }) {
  return (
    <>
      {text.split(/([0-9][0-9-]{7,}[0-9])/).map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} class="phone" href={`tel:${part.replace(/-/g, '')}`}>
            {part}
          </a>
        ) : (
          <Fragment key={index}>{part}</Fragment>
        ),
      )}
    </>
  );
}
