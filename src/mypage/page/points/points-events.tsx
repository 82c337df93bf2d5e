import type { EventLine } from '../../../contract/mypage-points';

/** An event, and for what is missing what it brings. */
interface ShownEvent extends EventLine {
  course?: boolean;
  points?: number | null;
}

/** Coming events under their heading; nothing if there are none. */
export function Events({ title, events }: { title: string; events: readonly ShownEvent[] }) {
  return events.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <EventList events={events} />
    </section>
  );
}

/** Coming events, each with a way to it. */
export function EventList({ events }: { events: readonly ShownEvent[] }) {
  return (
    <ul class="plain sent">
      {events.map(({ title, date, form, url, course, points }, index) => (
        <li key={index}>
          <span class="when">
            {date} {form}
          </span>
          {title}
          {points !== undefined && (
            <span class="when">
              {course
                ? '必須の講習'
                : points === null
                  ? 'ポイントは事務局が決めます'
                  : `${String(points)}ポイント`}
            </span>
          )}
          {/^https:/.test(url) && (
            <a href={url} target="_blank" rel="noopener noreferrer">
              くわしく見る<span class="name-only">（{title}、別の画面）</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
