import type { ComponentChildren } from 'preact';

/** One line: its name, what it says, and a note below. */
export interface Description {
  name: string;
  value: ComponentChildren;
  note?: string;
}

/** Names and what they say, one below the other on a phone, side by side on paper and wide screens. */
export function DescriptionList({ items }: { items: readonly Description[] }) {
  return (
    <dl class="description-list">
      {items.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value}
            {note && <span class="support">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
