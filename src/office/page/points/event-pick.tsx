import type { OfficeValues } from '../../../contract/office';
import { shortDay } from '../parts/short-day';

type EventLine = OfficeValues['pointChoices']['events'][number];

/** 行事 to fill an application in from; the title stands first, for the sidebar shows no more than the beginning. */
export function EventPick({
  events,
  onPick,
}: {
  events: readonly EventLine[];
  onPick: (picked: EventLine) => void;
}) {
  return (
    <div class="field">
      <label for="point-entry-event">当協会などの行事から入れる（任意）</label>
      <select
        id="point-entry-event"
        class="input"
        onChange={(event) => {
          const picked = events[event.currentTarget.selectedIndex - 1];
          if (picked) onPick(picked);
        }}
      >
        <option>一覧にない</option>
        {events.map((each) => (
          <option key={each.eventCode}>
            {each.title} {shortDay(each.date)}
          </option>
        ))}
      </select>
    </div>
  );
}
