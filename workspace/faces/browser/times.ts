/** Instants as people read and type them, in a given IANA time zone. */

function parts(date: Date, timeZone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('ja-JP', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    weekday: 'short',
  });
  return Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
}

/** `2026/11/22(日) 09:00:00` */
export function longTime(date: Date, timeZone: string): string {
  const { year, month, day, weekday, hour, minute, second } = parts(date, timeZone);
  return `${year}/${month}/${day}(${weekday}) ${hour}:${minute}:${second}`;
}

/** `11/22 09:00:00` */
export function shortTime(date: Date, timeZone: string): string {
  const { month, day, hour, minute, second } = parts(date, timeZone);
  return `${month}/${day} ${hour}:${minute}:${second}`;
}

/** The value of an `<input type="datetime-local">`. */
export function toLocalInput(date: Date, timeZone: string): string {
  const { year, month, day, hour, minute, second } = parts(date, timeZone);
  return `${year}-${month}-${day}T${hour}:${minute}:${second}`;
}

/** The instant a datetime-local value means in the zone, as ISO text in UTC. */
export function fromLocalInput(value: string, timeZone: string): string {
  const wall = new Date(`${value}Z`).getTime();
  // The zone's offset at about that time; exact but for the hour of a change to or from summer time.
  const offset = new Date(`${toLocalInput(new Date(wall), timeZone)}Z`).getTime() - wall;
  return new Date(wall - offset).toISOString();
}
