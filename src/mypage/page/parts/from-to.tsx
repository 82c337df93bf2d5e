/** 「…から …まで」, broken between the two on a phone. */
export function FromTo({ start, end }: { start: string; end: string }) {
  return (
    <>
      <span class="nowrap">{start}から</span> <span class="nowrap">{end}まで</span>
    </>
  );
}
