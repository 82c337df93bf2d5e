/** A day in words without its year of the Western calendar: a select of the sidebar is 300 px wide. */
export function shortDay(written: string): string {
  return written.replace(/（[0-9]{4}年）/g, '');
}
