import { Fragment } from 'preact';

/** A sentence whose 受付番号 (`P26-000123-7`) never break in the middle: they are read out on the telephone. */
export function ReceiptText({ text }: { text: string }) {
  return (
    <>
      {text.split(/([A-Z][0-9]{2}-[0-9]{6}-[0-9])/).map((part, index) =>
        index % 2 === 1 ? (
          <span key={index} class="nowrap">
            {part}
          </span>
        ) : (
          <Fragment key={index}>{part}</Fragment>
        ),
      )}
    </>
  );
}
