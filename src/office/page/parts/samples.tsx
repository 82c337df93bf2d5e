import type { ComponentChildren } from 'preact';

/** How many of a group are shown before it is decided. */
const SHOWN = 3;

interface SamplesProps<Case> {
  cases: readonly Case[];
  show: (one: Case) => ComponentChildren;
}

/** The first of a group that is decided together, and how many more there are. */
export function Samples<Case>({ cases, show }: SamplesProps<Case>) {
  const more = cases.length - SHOWN;
  return (
    <>
      <ul class="plain samples">
        {cases.slice(0, SHOWN).map((one, at) => (
          <li key={at}>{show(one)}</li>
        ))}
      </ul>
      {more > 0 && <p>ほか{more}件</p>}
    </>
  );
}
