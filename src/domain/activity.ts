/**
 * What an activity is: its days, whether two descriptions mean the same one, and a row of 行事.
 * lastDay(activity) · sameActivity(a, b) · daysOverlap(a, b) · findEvent(events, activity) · isOurs(host)
 */
import { toPlain, withoutBlanks } from './fields/width';

/** How an application, a row of 受講履歴 and a row of 行事 name what they are about. */
export interface ActivityName {
  eventCode: string;
  title: string;
}

/** Days of an activity; `endedOn` is `''` for one of a single day. */
export interface ActivityDays {
  attendedOn: string;
  endedOn: string;
}

/** A row of 行事; days are `YYYY-MM-DD`, `''` when blank. */
export interface AssociationEvent extends ActivityName {
  category: string;
  host: string;
  startsOn: string;
  endsOn: string;
  /** 形式: 会場, オンライン, 録画配信 */
  form: string;
  points: number | null;
}

/** The day by which an activity belongs to a period: its last one (product.md, Rules). */
export function lastDay({ attendedOn, endedOn }: ActivityDays): string {
  return endedOn > attendedOn ? endedOn : attendedOn;
}

/** Whether 主催区分 says the association itself; blank is not known, which is not yes. */
export function isOurs(host: string): boolean {
  return withoutBlanks(host) === '当協会';
}

/** Whether the code of the event or, in any width and with any quotes, the title is the same. */
export function sameActivity(a: ActivityName, b: ActivityName): boolean {
  const code = codeKey(a.eventCode);
  const title = titleKey(a.title);
  return (code !== '' && code === codeKey(b.eventCode)) || (title !== '' && title === titleKey(b.title));
}

/** Whether two activities share a day. */
export function daysOverlap(a: ActivityDays, b: ActivityDays): boolean {
  return a.attendedOn <= lastDay(b) && b.attendedOn <= lastDay(a);
}

/** The event meant: the one with the code; without a code the one of that title which was held on that day. */
export function findEvent<E extends AssociationEvent>(
  events: readonly E[],
  activity: ActivityName & ActivityDays,
): E | undefined {
  const code = codeKey(activity.eventCode);
  if (code !== '') return events.find((event) => codeKey(event.eventCode) === code);
  return events.find(
    (event) =>
      sameActivity(event, activity) &&
      daysOverlap({ attendedOn: event.startsOn, endedOn: event.endsOn }, activity),
  );
}

function codeKey(code: string): string {
  return withoutBlanks(code).toUpperCase();
}

function titleKey(title: string): string {
  return toPlain(title)
    .toUpperCase()
    .replace(/[\s「」『』【】"'()（）・、。,.:：~〜～-]/g, '');
}
