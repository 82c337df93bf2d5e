/** 「…から …まで」, broken between the two on a phone; old ledgers know only the end of a first period. */
export function FromTo({ start, end }: { start: string; end: string }) {
  return (
    <>
      {start !== '' && <span class="nowrap">{start}から</span>} <span class="nowrap">{end}まで</span>
    </>
  );
}

/** The same of a period written out as one text. */
export function WrittenPeriod({ text }: { text: string }) {
  const parts = /^(.+)から(.+)まで$/.exec(text);
  return parts ? <FromTo start={parts[1] ?? ''} end={parts[2] ?? ''} /> : <>{text}</>;
}
