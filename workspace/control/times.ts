/** Instants as the control API writes them: ISO with the offset of the script's time zone. */

/** Formats by time zone: making one takes far longer than using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  });
  formats.set(timeZone, format);
  return format;
}

/** `2026-11-22T09:00:00+09:00`; milliseconds only when there are any. */
export function isoTime(at: number, timeZone: string): string {
  const part = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const ms = at % 1000 === 0 ? '' : `.${String(((at % 1000) + 1000) % 1000).padStart(3, '0')}`;
  const offset = (part['timeZoneName'] ?? 'GMT').replace('GMT', '');
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = part;
  return `${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}${ms}${offset === '' ? 'Z' : offset}`;
}
